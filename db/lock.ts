import { rmSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { isSqliteError, whatToDo } from './sqlite-errors.ts';

/** Who runs on a database. */
export type Holder = { readonly pid: number; readonly since: string };

export type Lock = { release(): void };

/** How long others that look or start in the same moment are waited for. They are quick; who runs stays. */
const WAIT_MS = 250;
/** Between writing down who it is and locking again, another start may have done the same; then it begins anew. */
const TRIES = 5;

/**
 * Claims a database for one running Herald, or says who has it. A small file beside it is kept locked: the operating
 * system lets go of it when the process ends, however it ends, so no lock is ever left behind.
 */
export function claimDatabase(file: string, now: string): Lock | Holder {
  const connection = new Sqlite(lockFile(file), { timeout: WAIT_MS });
  try {
    // Only a lock: it has to outlive no power cut, and a start need not wait for the disk.
    connection.pragma('synchronous = OFF');
    for (let tried = 1; tried <= TRIES; tried += 1) {
      writeHolder(connection, now);
      connection.exec('BEGIN IMMEDIATE');
      if (readHolder(connection)?.pid === process.pid) return { release: () => void connection.close() };
      connection.exec('ROLLBACK');
    }
  } catch (error) {
    connection.close();
    if (isDamaged(error)) return claimAnew(file, now);
    if (!isBusy(error)) throw new Error(`${lockFile(file)} cannot be used: ${whatToDo(error)}`, { cause: error });
  }
  connection.close();
  return holderOf(file) ?? { pid: 0, since: now };
}

/** A power cut in the middle of a start can leave the small file damaged. Nobody who runs has it open then. */
function claimAnew(file: string, now: string): Lock | Holder {
  rmSync(lockFile(file));
  return claimDatabase(file, now);
}

function writeHolder(connection: Sqlite.Database, now: string): void {
  connection.exec('BEGIN IMMEDIATE');
  connection.exec('CREATE TABLE IF NOT EXISTS holder (pid INTEGER NOT NULL, since TEXT NOT NULL) STRICT');
  connection.exec('DELETE FROM holder');
  connection.prepare('INSERT INTO holder (pid, since) VALUES (?, ?)').run(process.pid, now);
  connection.exec('COMMIT');
}

function readHolder(connection: Sqlite.Database): Holder | undefined {
  return connection.prepare('SELECT pid, since FROM holder').get() as Holder | undefined;
}

/** Who runs on this database now, or null. */
export function holderOf(file: string): Holder | null {
  let connection: Sqlite.Database;
  try {
    connection = new Sqlite(lockFile(file), { timeout: 0, fileMustExist: true });
  } catch {
    return null;
  }
  try {
    if (mayBegin(connection)) return null;
    connection.pragma(`busy_timeout = ${WAIT_MS}`);
    return readHolder(connection) ?? null;
  } catch (error) {
    // Somebody is only just starting, or lets go: nobody runs yet or any more.
    if (isBusy(error) || isDamaged(error) || (isSqliteError(error) && error.code === 'SQLITE_ERROR')) return null;
    throw error;
  } finally {
    connection.close();
  }
}

function mayBegin(connection: Sqlite.Database): boolean {
  try {
    connection.exec('BEGIN IMMEDIATE');
    connection.exec('ROLLBACK');
    return true;
  } catch (error) {
    if (isBusy(error)) return false;
    throw error;
  }
}

function isBusy(error: unknown): boolean {
  return isSqliteError(error) && error.code.startsWith('SQLITE_BUSY');
}

function isDamaged(error: unknown): boolean {
  return isSqliteError(error) && /^SQLITE_(CORRUPT|NOTADB)/.test(error.code);
}

function lockFile(file: string): string {
  return `${file}.lock`;
}
