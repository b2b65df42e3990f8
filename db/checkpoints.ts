import { Worker } from 'node:worker_threads';
import type Sqlite from 'better-sqlite3';
import { isSqliteError } from './sqlite-errors.ts';

/** How much of the log may wait to be worked into the database, in pages of 4 KB; SQLite's own measure. */
const PAGES = 1000;
/** So few that the writer itself may work them off between two commits. */
const FEW_PAGES = 50;
/**
 * Until the log is looked at again. Whoever stores something just while it is worked off waits for the disk twice as long,
 * which speaks for more; beside a long export three seconds gave a standstill of over 100 ms, which speaks for less.
 */
const AGAIN_MS = 1000;
/** Until an answer whose story is stored is on its way: to wake the other thread may take as long as a commit. */
const ANSWERED_MS = 2;
/** Until it is tried again to empty a log that somebody is reading. */
const EMPTY_AGAIN_MS = 1000;
/** The thread goes away after so long without work, and with it its memory. */
const IDLE_MS = 30_000;

/** `empty` leaves nothing in the log's file; `busy` when somebody is reading it or writing. */
export type Task = 'work off' | 'empty';
export type Outcome = 'done' | 'busy';

/**
 * Works SQLite's log (WAL) into the database on a thread of its own. SQLite itself would do so within a commit, which on
 * a large database holds the event loop for 50 ms each second, and longer after somebody read for long.
 */
export function createCheckpoints(file: string, connection: Sqlite.Database, againMs = AGAIN_MS) {
  connection.pragma('wal_autocheckpoint = 0');
  const count = connection.prepare('PRAGMA wal_checkpoint(NOOP)').raw();
  const workOff = connection.prepare('PRAGMA wal_checkpoint(PASSIVE)').raw();
  let worker: Worker | null = null;
  let waiting = 0;
  let lookAgainAt = 0;
  let soon: NodeJS.Timeout | undefined;
  let idle: NodeJS.Timeout | undefined;
  let emptyAgain: NodeJS.Timeout | undefined;

  /** To be called after each commit. */
  function committed(): void {
    const now = performance.now();
    if (now < lookAgainAt) return;
    lookAgainAt = now + againMs;
    soon = setTimeout(look, ANSWERED_MS).unref();
  }

  function look(): void {
    const pages = pagesWaiting();
    if (pages >= PAGES) workOffBeside(pages);
  }

  function workOffBeside(pages: number): void {
    waiting = pages;
    ask('work off');
  }

  /** Has nothing that was deleted stay readable in the log: as soon as nobody is reading it. */
  function empty(): void {
    clearTimeout(emptyAgain);
    ask('empty');
  }

  function ask(task: Task): void {
    clearTimeout(idle);
    worker ??= start();
    worker.postMessage(task);
  }

  function pagesWaiting(): number {
    const [, logged, workedOff] = run(count) ?? [0, 0, 0];
    return logged - workedOff;
  }

  function start(): Worker {
    const started = new Worker(new URL('./checkpoint-worker.ts', import.meta.url), { workerData: { file } });
    started.unref();
    started.on('message', (outcome: Outcome) => {
      if (outcome === 'busy') emptyAgain = setTimeout(empty, EMPTY_AGAIN_MS).unref();
      workOffRest();
    });
    const forget = () => {
      if (worker === started) worker = null;
    };
    started.on('error', forget);
    started.on('exit', forget);
    return started;
  }

  /** Less has come meanwhile than there was, and less again the next time. Once none is left, the log begins anew. */
  function workOffRest(): void {
    if (!connection.open) return;
    idle = setTimeout(close, IDLE_MS).unref();
    const rest = pagesWaiting();
    if (rest < FEW_PAGES) run(workOff);
    else if (rest < waiting) workOffBeside(rest);
  }

  async function close(): Promise<void> {
    clearTimeout(soon);
    clearTimeout(idle);
    clearTimeout(emptyAgain);
    await worker?.terminate();
  }

  return { committed, empty, close };
}

/** Busy, pages in the log, and those worked off. Null on a full disk, say: the log keeps everything for the next try. */
function run(checkpoint: Sqlite.Statement): readonly [number, number, number] | null {
  try {
    return checkpoint.get() as [number, number, number];
  } catch (error) {
    if (isSqliteError(error)) return null;
    throw error;
  }
}
