import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { connect, statements } from './sqlite.ts';

/** Each time a statement is prepared anew, better-sqlite3 compiles a function that makes its rows. */
it('prepares a join once, whatever is bound to it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'herald-sqlite-'));
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
  rmSync(folder, { recursive: true, force: true });
});
