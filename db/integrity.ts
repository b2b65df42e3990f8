import { statSync } from 'node:fs';
import type Sqlite from 'better-sqlite3';
import { isSqliteError } from './sqlite-errors.ts';

/** Up to this size every page is read before Herald starts; a larger file is read on a thread beside it (`damage-beside`). */
const READ_AT_START_BYTES = 32 * 1024 * 1024;

/** What SQLite finds wrong; empty when the database is sound. quick_check would miss damage that this finds. */
export function damageIn(connection: Sqlite.Database): readonly string[] {
  try {
    const found = connection.pragma('integrity_check(5)') as readonly { readonly integrity_check: string }[];
    const lines = found.flatMap((row) => row.integrity_check.split('\n'));
    return lines.filter((line) => line !== 'ok' && !line.startsWith('***'));
  } catch (error) {
    // Some damage ends the check itself.
    if (isSqliteError(error) && /^SQLITE_(CORRUPT|NOTADB)/.test(error.code)) return [error.message];
    throw error;
  }
}

export function isReadAtStart(file: string): boolean {
  return statSync(file).size <= READ_AT_START_BYTES;
}

/** How an operator puts a backup in a damaged file's place. */
export function howToRestore(file: string): string {
  return (
    `Stop Herald, then put your last backup in its place:\n` +
    `  mv ${file} ${file}.damaged; rm -f ${file}-wal ${file}-shm; cp <your backup> ${file}`
  );
}
