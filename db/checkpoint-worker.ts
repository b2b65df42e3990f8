import { parentPort, workerData } from 'node:worker_threads';
import Sqlite from 'better-sqlite3';
import type { Outcome, Task } from './checkpoints.ts';

// Runs on a thread of its own, with a connection of its own.

const connection = new Sqlite((workerData as { file: string }).file, { fileMustExist: true, timeout: 0 });
const workOff = connection.prepare('PRAGMA wal_checkpoint(PASSIVE)').raw();

const empty = connection.prepare('PRAGMA wal_checkpoint(TRUNCATE)').raw();

parentPort?.on('message', (task: Task) => {
  const [busy] = (task === 'empty' ? empty : workOff).get() as [number];
  parentPort?.postMessage((task === 'empty' && busy === 1 ? 'busy' : 'done') satisfies Outcome);
});
