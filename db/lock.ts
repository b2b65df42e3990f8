import { pid } from 'node:process';
import Sqlite from 'better-sqlite3';
import { isSqliteError } from './sqlite-errors.ts';

/** Who runs on a database. */
export type Holder = { readonly pid: number; readonly since: string };

export type Lock = { release(): void };

/**
 * Claims a database for one running Herald, or says who has it. A small file beside it is kept locked: the operating
 * system lets go of it when the process ends, however it ends, so no lock is ever left behind.
 */
export function claimDatabase(file: string, now: string): Lock | Holder {
  const connection = new Sqlite(lockFile(file), { timeout: 0 });
  try {
    connection.exec('BEGIN IMMEDIATE');
    connection.exec(
      'CREATE TABLE IF NOT EXISTS holder (pid INTEGER NOT NULL, since TEXT NOT NULL) STRICT; DELETE FROM holder',
    );
    connection.prepare('INSERT INTO holder (pid, since) VALUES (?, ?)').run(pid, now);
    connection.exec('COMMIT');
    connection.exec('BEGIN IMMEDIATE');
    return { release: () => void connection.close() };
  } catch (error) {
    connection.close();
    if (isSqliteError(error) && error.code.startsWith('SQLITE_BUSY')) return holderOf(file) ?? { pid: 0, since: now };
    throw error;
  }
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
    return (connection.prepare('SELECT pid, since FROM holder').get() as Holder | undefined) ?? null;
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
    if (isSqliteError(error) && error.code.startsWith('SQLITE_BUSY')) return false;
    throw error;
  }
}

function lockFile(file: string): string {
  return `${file}.lock`;
}
