import { parentPort, workerData } from 'node:worker_threads';
import Sqlite from 'better-sqlite3';

// Runs on a thread of its own, with a connection of its own.

const connection = new Sqlite((workerData as { file: string }).file, { fileMustExist: true, timeout: 0 });
const workOff = connection.prepare('PRAGMA wal_checkpoint(PASSIVE)').raw();

parentPort?.on('message', () => {
  workOff.get();
  parentPort?.postMessage('done');
});
