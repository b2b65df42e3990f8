import type Sqlite from 'better-sqlite3';
import { LedgerUnavailable } from '../src/ports.ts';
import type { Statements } from './database.ts';
import { isSqliteError, whatToDo } from './sqlite-errors.ts';

/** How long a command may wait for its turn and for a database that another process has locked. */
const PATIENCE_MS = 2000;
/** Between tries at a locked database. SQLite's own wait would freeze the whole process. */
const RETRY_MS = 20;
/** At most so many commands share one commit, so that a flood cannot hold the event loop. */
const BATCH = 64;

type Job = {
  readonly work: (handle: Statements) => Promise<unknown>;
  readonly until: number;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
};

type Outcome = { readonly ok: true; readonly result: unknown } | { readonly ok: false; readonly error: unknown };

/**
 * The one owner of the write connection. Takes what arrived in one turn of the event loop as one batch, runs its jobs
 * strictly one after another, each in a savepoint, and commits them together: durability costs one sync for all.
 */
export function createWriter(connection: Sqlite.Database, handle: Statements) {
  const waiting: Job[] = [];
  let draining: Promise<void> | null = null;
  const begin = connection.prepare('BEGIN IMMEDIATE');
  const commit = connection.prepare('COMMIT');
  const rollback = connection.prepare('ROLLBACK');
  const save = connection.prepare('SAVEPOINT job');
  const release = connection.prepare('RELEASE job');
  const undo = connection.prepare('ROLLBACK TO job');

  function transaction<Result>(work: (handle: Statements) => Promise<Result>): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      const until = performance.now() + PATIENCE_MS;
      waiting.push({ work, until, resolve: (result) => resolve(result as Result), reject });
      draining ??= drain();
    });
  }

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      await endOfTurn();
      if (await began()) await runBatch(waiting.splice(0, BATCH));
    }
    draining = null;
  }

  /** Opens a transaction, giving up on the jobs whose patience ends while another process holds the database. */
  async function began(): Promise<boolean> {
    for (;;) {
      try {
        begin.run();
        return true;
      } catch (error) {
        if (!(isSqliteError(error) && error.code.startsWith('SQLITE_BUSY'))) {
          for (const job of waiting.splice(0)) job.reject(unavailable(error));
          return false;
        }
        rejectOverdue(error);
        if (waiting.length === 0) return false;
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
  }

  function rejectOverdue(error: unknown): void {
    const now = performance.now();
    while (waiting[0] && waiting[0].until <= now) waiting.shift()?.reject(unavailable(error));
  }

  async function runBatch(batch: readonly Job[]): Promise<void> {
    const outcomes: Outcome[] = [];
    try {
      for (const job of batch) outcomes.push(await runJob(job));
      commit.run();
    } catch (error) {
      if (connection.inTransaction) rollback.run();
      for (const job of batch) job.reject(unavailable(error));
      return;
    }
    batch.forEach((job, index) => {
      const outcome = outcomes[index];
      if (outcome?.ok) job.resolve(outcome.result);
      else job.reject(outcome?.error);
    });
  }

  /** A job that throws undoes itself alone; a fault of the database itself undoes the batch. */
  async function runJob(job: Job): Promise<Outcome> {
    save.run();
    try {
      const result = await job.work(handle);
      release.run();
      return { ok: true, result };
    } catch (error) {
      if (isSqliteError(error) && !error.code.startsWith('SQLITE_CONSTRAINT')) throw error;
      undo.run();
      release.run();
      return { ok: false, error };
    }
  }

  async function settled(): Promise<void> {
    while (draining !== null) await draining;
  }

  return { transaction, settled };
}

/** Lets everything that this turn of the event loop brought join the batch. */
function endOfTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function unavailable(error: unknown): LedgerUnavailable {
  return new LedgerUnavailable(`The database took nothing in: ${whatToDo(error)}`, { cause: error });
}
