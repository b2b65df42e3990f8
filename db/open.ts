import { closeSync, existsSync, mkdirSync, openSync, readSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type Sqlite from 'better-sqlite3';
import type { Database } from './database.ts';
import { damageIn, howToRestore, isReadAtStart } from './integrity.ts';
import { APPLICATION_ID, knownMigrations, migrate, schemaVersion } from './migrations.ts';
import { connect, openSqlite } from './sqlite.ts';
import { isSqliteError, whatToDo } from './sqlite-errors.ts';

/** A database that Herald will not work on; the message tells an admin what to do. */
export class DatabaseUnusable extends Error {
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'DatabaseUnusable';
  }
}

/** Opens the database, made and brought up to date where needed. Throws DatabaseUnusable. */
export async function openDatabase(file: string): Promise<Database> {
  try {
    refuseFolder(file);
    makeFolder(file);
    await patiently(() => refuseForeign(file));
    const connection = await patiently(() => connect(file, { readonly: false }));
    try {
      await patiently(() => refuseNewer(connection, file));
      await patiently(() => migrate(connection));
      await patiently(() => refuseReadonly(connection));
      refuseDamaged(connection, file);
      return openSqlite(file, connection);
    } catch (error) {
      connection.close();
      throw error;
    }
  } catch (error) {
    throw unusable(file, error);
  }
}

/** A connection that only reads a database of Herald's, of this version or an older one. Throws DatabaseUnusable. */
export function openToRead(file: string): Sqlite.Database {
  try {
    refuseFolder(file);
    return connectToOwn(file);
  } catch (error) {
    throw unusable(file, error);
  }
}

/** What went wrong with a database, in words for an admin. */
export function unusable(file: string, error: unknown): DatabaseUnusable {
  if (error instanceof DatabaseUnusable) return error;
  if (isSqliteError(error) && /^SQLITE_(CORRUPT|NOTADB)/.test(error.code)) {
    return new DatabaseUnusable(`${file} is damaged or no database. ${howToRestore(file)}`, { cause: error });
  }
  if (isSqliteError(error) && error.code.startsWith('SQLITE_BUSY')) {
    const advice = 'Let it finish or stop it, then start Herald again.';
    return new DatabaseUnusable(`Another process holds ${file} locked, such as a console. ${advice}`, { cause: error });
  }
  return new DatabaseUnusable(`The database ${file} cannot be used: ${whatToDo(error)}`, { cause: error });
}

function refuseFolder(file: string): void {
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) {
    throw new DatabaseUnusable(`${file} is a folder. Set DATABASE_URL to a file in it, such as ${file}/herald.db.`);
  }
}

function makeFolder(file: string): void {
  const folder = dirname(file);
  if (existsSync(folder)) return;
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    const advice = 'Make it yourself, or set DATABASE_URL to a file in a folder that Herald may write.';
    throw new DatabaseUnusable(`The folder ${folder} for the database is missing and cannot be made. ${advice}`, {
      cause: error,
    });
  }
}

/** Looks before anything is changed: opening a database for writing leaves a mark on it already. */
function refuseForeign(file: string): void {
  if (existsSync(file) && !isMarkedAsOurs(file)) connectToOwn(file).close();
}

function connectToOwn(file: string): Sqlite.Database {
  const connection = connect(file, { readonly: true });
  try {
    // At one moment: between two looks another Herald, started with this one, may have made its tables.
    connection.transaction(() => refuseStranger(connection, file))();
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/**
 * By the header alone, which is read sooner than SQLite opens a database: ours, and no newer than this Herald.
 * https://www.sqlite.org/fileformat.html#the_database_header
 */
function isMarkedAsOurs(file: string): boolean {
  const header = Buffer.alloc(100);
  try {
    const descriptor = openSync(file, 'r');
    readSync(descriptor, header);
    closeSync(descriptor);
  } catch {
    // SQLite says better what is wrong with it.
    return false;
  }
  return header.readUInt32BE(68) === APPLICATION_ID && header.readUInt32BE(60) <= newestKnown();
}

function refuseStranger(connection: Sqlite.Database, file: string): void {
  // Asked first, since to count the tables SQLite has to read what each is.
  if (Number(connection.pragma('application_id', { simple: true })) !== APPLICATION_ID) {
    const tables = Number(connection.prepare('SELECT count(*) FROM sqlite_schema').pluck().get());
    if (tables === 0) return;
    throw new DatabaseUnusable(
      `${file} is another program's database. Set DATABASE_URL to a file of Herald's own, or to one that is not there yet.`,
    );
  }
  refuseNewer(connection, file);
}

/** Also once it is open: what SQLite's log holds is in no header yet. */
function refuseNewer(connection: Sqlite.Database, file: string): void {
  const has = schemaVersion(connection);
  const knows = newestKnown();
  if (has > knows) {
    throw new DatabaseUnusable(
      `${file} was written by a newer Herald (schema ${has}; this one knows ${knows}). ` +
        'Install that version again, or put a backup made before the update in its place.',
    );
  }
}

function newestKnown(): number {
  return knownMigrations().at(-1)?.number ?? 0;
}

/** SQLite opens a file that may not be written all the same, and even begins to write it; the first change fails. */
function refuseReadonly(connection: Sqlite.Database): void {
  connection.exec('BEGIN IMMEDIATE');
  try {
    connection.pragma(`user_version = ${schemaVersion(connection)}`);
  } finally {
    connection.exec('ROLLBACK');
  }
}

/** A small file is read whole; of a large one each table's root, while `damageBeside` reads the rest. */
function refuseDamaged(connection: Sqlite.Database, file: string): void {
  let damage: readonly string[];
  try {
    damage = isReadAtStart(file) ? damageIn(connection) : damageAtRoots(connection);
  } catch (error) {
    damage = [error instanceof Error ? error.message : String(error)];
  }
  if (damage.length > 0) throw new DatabaseUnusable(`${file} is damaged (${damage[0]}). ${howToRestore(file)}`);
}

function damageAtRoots(connection: Sqlite.Database): readonly string[] {
  const tables = connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
  for (const table of tables) connection.prepare(`SELECT * FROM "${String(table)}" LIMIT 1`).get();
  return [];
}

const TRIES = 100;
const TRY_AGAIN_MS = 50;

/** Waits up to 5 s for a database that another process has locked, as it has while it starts. */
async function patiently<Result>(open: () => Result): Promise<Result> {
  for (let tried = 1; ; tried += 1) {
    try {
      return open();
    } catch (error) {
      const locked = isSqliteError(error) && error.code.startsWith('SQLITE_BUSY');
      if (!locked || tried === TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_MS));
    }
  }
}
