import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import type { Statements } from './database.ts';
import { createGathered } from './gathered.ts';
import { connect, statements } from './sqlite.ts';
import { createWriter } from './writer.ts';

it('has what nobody waits for share one commit, just after one that somebody waited for', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'herald-gathered-'));
  const connection = connect(join(folder, 'a.db'), { readonly: false });
  connection.exec('CREATE TABLE notes (seq INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT');
  let commits = 0;
  const writer = createWriter(connection, statements(connection), () => {
    commits += 1;
  });
  const { transaction, later } = createGathered({ reads: statements(connection), transaction: writer.transaction });
  const note = (text: string) => (handle: Statements) => handle.run('INSERT INTO notes (text) VALUES (?)', text);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  await transaction(note('somebody is here'));
  const soon = ['one', 'two', 'three'].map(async (text, turns) => {
    for (let turn = 0; turn < turns; turn += 1) await nextTurn();
    await later(note(text));
  });
  const turns = async () => {
    for (let turn = 0; turn < 5; turn += 1) await nextTurn();
  };
  await turns();
  await transaction(note('at once'));
  await turns();
  expect(commits).toBe(2);
  vi.advanceTimersByTime(1);
  await Promise.all(soon);
  expect(commits).toBe(3);
  const alone = later(note('while nobody comes'));
  vi.advanceTimersByTime(50);
  await alone;
  expect(commits).toBe(4);
  expect(connection.prepare('SELECT text FROM notes ORDER BY seq').pluck().all()).toEqual([
    'somebody is here',
    'at once',
    'one',
    'two',
    'three',
    'while nobody comes',
  ]);
  vi.useRealTimers();
  connection.close();
  rmSync(folder, { recursive: true, force: true });
});
