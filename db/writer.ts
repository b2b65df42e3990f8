import type Sqlite from 'better-sqlite3';
import { LedgerUnavailable } from '../src/ports.ts';
import type { Statements } from './database.ts';
import { isOfDatabase, isSqliteError, whatToDo } from './sqlite-errors.ts';

/** How long a command may wait for its turn and for a database that another process has locked. */
const PATIENCE_MS = 2000;
/** Between tries at a locked database. SQLite's own wait would freeze the whole process. */
const RETRY_MS = 20;
/** At most so many commands share one commit, so that a flood cannot hold the event loop. */
const BATCH = 64;

type Job = {
  readonly work: (handle: Statements) => Promise<unknown>;
  readonly until: number;
  /** Whether it gets a transaction of its own, after one that it shared was undone. */
  readonly alone: boolean;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
};

/**
 * The one owner of the write connection. Takes what arrives together as one batch, runs its jobs strictly one after
 * another, and commits them together: durability costs one sync for all. No savepoints between them:
 * each makes the full-text index write what it has gathered, which takes as long as all the rest. When a job throws, the
 * batch is undone and each of its jobs gets a transaction of its own. `committed` hears of each commit.
 */
export function createWriter(connection: Sqlite.Database, handle: Statements, committed: () => void = () => undefined) {
  const waiting: Job[] = [];
  let draining: Promise<void> | null = null;
  const begin = connection.prepare('BEGIN IMMEDIATE');
  const commit = connection.prepare('COMMIT');
  const rollback = connection.prepare('ROLLBACK');

  function transaction<Result>(work: (handle: Statements) => Promise<Result>): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      const until = performance.now() + PATIENCE_MS;
      waiting.push({ work, until, alone: false, resolve: (result) => resolve(result as Result), reject });
      draining ??= drain();
    });
  }

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      await endOfBurst();
      if (await began()) await runBatch(waiting.splice(0, waiting[0]?.alone ? 1 : BATCH));
    }
    draining = null;
  }

  /** Lets what arrives together join the batch: while several wait, for as long as each turn of the event loop brings more. */
  async function endOfBurst(): Promise<void> {
    let before: number;
    do {
      before = waiting.length;
      await endOfTurn();
    } while (waiting.length > before && waiting.length < BATCH);
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

  /** What arrives while its jobs run shares the commit, too: a claim of what they announce, say. */
  async function runBatch(batch: Job[]): Promise<void> {
    const results: unknown[] = [];
    try {
      for (const job of batch) {
        results.push(await job.work(handle));
        if (!job.alone) batch.push(...waiting.splice(0, BATCH - batch.length));
      }
      commit.run();
    } catch (error) {
      if (connection.inTransaction) rollback.run();
      afterUndo(batch, error);
      return;
    }
    for (const [index, job] of batch.entries()) job.resolve(results[index]);
    committed();
  }

  /** A fault of the database fails the whole batch. A job that throws fails alone: the others are run again without it. */
  function afterUndo(batch: readonly Job[], error: unknown): void {
    if (isOfDatabase(error)) {
      for (const job of batch) job.reject(unavailable(error));
    } else if (batch.length === 1) {
      batch[0]?.reject(error);
    } else {
      waiting.unshift(...batch.map((job) => ({ ...job, alone: true })));
    }
  }

  async function settled(): Promise<void> {
    while (draining !== null) await draining;
  }

  return { transaction, settled };
}

function endOfTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function unavailable(error: unknown): LedgerUnavailable {
  return new LedgerUnavailable(`The database took nothing in: ${whatToDo(error)}`, { cause: error });
}
