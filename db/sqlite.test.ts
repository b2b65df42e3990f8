import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { connect, openSqlite, statements } from './sqlite.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'herald-sqlite-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Each time a statement is prepared anew, better-sqlite3 compiles a function that makes its rows. */
it('prepares a join once, whatever is bound to it', async () => {
  const connection = connect(join(folder, 'a.db'), { readonly: false });
  connection.exec('CREATE TABLE a (id TEXT PRIMARY KEY, b TEXT) STRICT; CREATE TABLE b (id TEXT PRIMARY KEY) STRICT');
  connection.exec(`INSERT INTO a VALUES ('1', '2'), ('2', '2'); INSERT INTO b VALUES ('2')`);
  const { one } = statements(connection);
  const compiled = vi.spyOn(globalThis, 'Function');
  for (const id of ['1', '2', '1', '2']) {
    expect(await one('SELECT a.id FROM a JOIN b ON b.id = a.b WHERE a.id = ?', id)).toEqual({ id });
  }
  expect(compiled).toHaveBeenCalledTimes(1);
  compiled.mockRestore();
  connection.close();
});

it('reads what is durable and nothing else, also while somebody writes, and writes nothing', async () => {
  const file = join(folder, 'b.db');
  const connection = connect(file, { readonly: false });
  connection.exec('CREATE TABLE notes (text TEXT NOT NULL) STRICT');
  const database = openSqlite(file, connection);
  const seen = async () => (await database.reads.all('SELECT text FROM notes')).map(({ text }) => text);
  const within = await database.transaction(async (handle) => {
    await handle.run('INSERT INTO notes (text) VALUES (?)', 'durable soon');
    return seen();
  });
  expect(within).toEqual([]);
  expect(await seen()).toEqual(['durable soon']);
  await expect(database.reads.run('DELETE FROM notes')).rejects.toThrow('Only the writer');
  expect(await seen()).toEqual(['durable soon']);
  await database.close();
});
