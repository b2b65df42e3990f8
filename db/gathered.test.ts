import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { Database, Statements } from './database.ts';
import { gathered } from './gathered.ts';
import { connect, statements } from './sqlite.ts';
import { createWriter } from './writer.ts';

it('lets what nobody waits for share a commit, and goes after what people wait for', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'herald-gathered-'));
  const connection = connect(join(folder, 'a.db'), { readonly: false });
  connection.exec('CREATE TABLE notes (seq INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT');
  let commits = 0;
  const writer = createWriter(connection, statements(connection), () => {
    commits += 1;
  });
  const transaction: Database['transaction'] = writer.transaction;
  const later = gathered({ transaction });
  const note = (text: string) => (handle: Statements) => handle.run('INSERT INTO notes (text) VALUES (?)', text);
  const done = ['one', 'two', 'three'].map(async (text, turns) => {
    for (let turn = 0; turn < turns; turn += 1) await nextTurn();
    await later(note(text));
  });
  await transaction(note('waited for'));
  expect(commits).toBe(1);
  await Promise.all(done);
  expect(commits).toBe(2);
  expect(connection.prepare('SELECT text FROM notes ORDER BY seq').pluck().all()).toEqual([
    'waited for',
    'one',
    'two',
    'three',
  ]);
  connection.close();
  rmSync(folder, { recursive: true, force: true });
});
