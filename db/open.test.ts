import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { APPLICATION_ID, knownMigrations } from './migrations.ts';
import { openDatabase } from './open.ts';
import { connect } from './sqlite.ts';

const newest = knownMigrations().at(-1)?.number ?? 0;
let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'herald-open-'));
  file = join(folder, 'herald.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function looking<Result>(look: (connection: Sqlite.Database) => Result): Result {
  const connection = new Sqlite(file);
  try {
    return look(connection);
  } finally {
    connection.close();
  }
}

describe('a database that may be opened', () => {
  it('is made with its folder, marked as Herald’s own and brought up to date', async () => {
    file = join(folder, 'not', 'there', 'herald.db');
    await (await openDatabase(file)).close();
    expect(looking((connection) => connection.pragma('application_id', { simple: true }))).toBe(APPLICATION_ID);
    expect(looking((connection) => connection.pragma('user_version', { simple: true }))).toBe(newest);
    expect(looking((connection) => connection.pragma('journal_mode', { simple: true }))).toBe('wal');
  });

  it('keeps what is in it', async () => {
    const first = await openDatabase(file);
    const insert = `INSERT INTO received (organization, key, reply, at) VALUES ('o', 'k', '{}', '')`;
    await first.transaction((handle) => handle.run(insert));
    await first.close();
    const second = await openDatabase(file);
    expect(await second.reads.one('SELECT key FROM received')).toEqual({ key: 'k' });
    await second.close();
  });

  it('is synchronized with every commit, and holds rows to those that they refer to', async () => {
    await (await openDatabase(file)).close();
    const connection = connect(file, { readonly: false });
    expect(connection.pragma('synchronous', { simple: true })).toBe(2);
    expect(connection.pragma('foreign_keys', { simple: true })).toBe(1);
    connection.close();
  });

  it('may be opened by several at once, as when a console and Herald start together', async () => {
    const all = await Promise.all(Array.from({ length: 5 }, () => openDatabase(file)));
    for (const database of all) await database.close();
    expect(looking((connection) => connection.pragma('user_version', { simple: true }))).toBe(newest);
  });
});

describe('a database that Herald will not work on', () => {
  it('was written by a newer Herald', async () => {
    await (await openDatabase(file)).close();
    looking((connection) => connection.pragma(`user_version = ${newest + 1}`));
    await expect(openDatabase(file)).rejects.toThrow(
      `written by a newer Herald (schema ${newest + 1}; this one knows ${newest}). Install that version again`,
    );
  });

  it('was written by a newer Herald that was killed, so that only SQLite’s log says so', async () => {
    await (await openDatabase(file)).close();
    const left = join(folder, 'left');
    looking((connection) => {
      connection.pragma('journal_mode = WAL');
      connection.pragma('wal_autocheckpoint = 0');
      connection.pragma(`user_version = ${newest + 1}`);
      mkdirSync(left);
      for (const end of ['', '-wal']) copyFileSync(`${file}${end}`, join(left, `herald.db${end}`));
    });
    await expect(openDatabase(join(left, 'herald.db'))).rejects.toThrow('written by a newer Herald');
  });

  it('belongs to another program, and stays as it was', async () => {
    looking((connection) => connection.exec('CREATE TABLE bookmarks (title TEXT)'));
    await expect(openDatabase(file)).rejects.toThrow("another program's database");
    const tables = looking((connection) => connection.prepare('SELECT name FROM sqlite_schema').pluck().all());
    expect(tables).toEqual(['bookmarks']);
    const mode = looking((connection) => connection.pragma('journal_mode', { simple: true }));
    expect(mode).toBe('delete');
  });

  it('is no database', async () => {
    writeFileSync(file, 'Dear diary, today nothing went wrong at all.\n'.repeat(50));
    await expect(openDatabase(file)).rejects.toThrow(`cp <your backup> ${file}`);
  });

  it('is a folder', async () => {
    mkdirSync(file);
    await expect(openDatabase(file)).rejects.toThrow(`${file} is a folder. Set DATABASE_URL to a file in it`);
  });

  // Root may write everything, so that this can be seen by others only; the fault suite plays it as nobody.
  it.runIf(process.getuid?.() !== 0)('may not be written', async () => {
    await (await openDatabase(file)).close();
    chmodSync(file, 0o444);
    await expect(openDatabase(file)).rejects.toThrow('may not be written');
  });
});
