import { readdirSync, readFileSync } from 'node:fs';
import type Sqlite from 'better-sqlite3';

const FOLDER = new URL('./migrations/', import.meta.url);

/** Marks a SQLite file as Herald's: "Hrld". https://www.sqlite.org/pragma.html#pragma_application_id */
export const APPLICATION_ID = 0x48726c64;

type Migration = { readonly number: number; readonly file: string };

/** All migrations that this version of Herald knows, in order. */
export function knownMigrations(): readonly Migration[] {
  return readdirSync(FOLDER)
    .filter((file) => /^\d{4}-.*\.sql$/.test(file))
    .toSorted()
    .map((file) => ({ number: Number(file.slice(0, 4)), file }));
}

/** The last migration that a database has, 0 for an empty one. */
export function schemaVersion(connection: Sqlite.Database): number {
  return Number(connection.pragma('user_version', { simple: true }));
}

/** Brings a database up to this version, each migration whole or not at all. */
export function migrate(connection: Sqlite.Database): void {
  // Versions only grow, so that what is seen here without a lock is still to be skipped with one.
  const has = schemaVersion(connection);
  for (const { number, file } of knownMigrations().filter((migration) => migration.number > has)) {
    connection.exec('BEGIN IMMEDIATE');
    try {
      if (schemaVersion(connection) < number) {
        connection.exec(readFileSync(new URL(file, FOLDER), 'utf8'));
        connection.pragma(`application_id = ${APPLICATION_ID}`);
        connection.pragma(`user_version = ${number}`);
      }
      connection.exec('COMMIT');
    } catch (error) {
      connection.exec('ROLLBACK');
      throw error;
    }
  }
}
