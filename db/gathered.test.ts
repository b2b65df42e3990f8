import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Statements } from './database.ts';
import { createGathered, type Gathered } from './gathered.ts';
import { connect, statements } from './sqlite.ts';
import { createWriter } from './writer.ts';

let folder: string;
let connection: Sqlite.Database;
let commits: number;
let gathered: Gathered;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'herald-gathered-'));
  connection = connect(join(folder, 'a.db'), { readonly: false });
  connection.exec('CREATE TABLE notes (seq INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT');
  commits = 0;
  const writer = createWriter(connection, statements(connection), () => {
    commits += 1;
  });
  gathered = createGathered({
    reads: statements(connection),
    transaction: writer.transaction,
    isWriting: () => connection.inTransaction,
  });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
  connection.close();
  rmSync(folder, { recursive: true, force: true });
});

const note = (text: string) => (handle: Statements) => handle.run('INSERT INTO notes (text) VALUES (?)', text);
const notes = () => connection.prepare('SELECT text FROM notes ORDER BY seq').pluck().all();

async function turns(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await nextTurn();
}

it('has what nobody waits for share one commit, just after one that somebody waited for', async () => {
  const { transaction, later } = gathered;
  await transaction(note('somebody is here'));
  const soon = ['one', 'two', 'three'].map(async (text, turnsBefore) => {
    for (let turn = 0; turn < turnsBefore; turn += 1) await nextTurn();
    await later(note(text));
  });
  await turns();
  await transaction(note('at once'));
  await turns();
  expect(commits).toBe(2);
  vi.advanceTimersByTime(1);
  await Promise.all(soon);
  expect(commits).toBe(3);
  expect(notes()).toEqual(['somebody is here', 'at once', 'one', 'two', 'three']);
});

it('has it wait for nobody longer than a moment, and not at all once nobody was there for as long', async () => {
  const { transaction, later } = gathered;
  await transaction(note('somebody is here'));
  const soon = later(note('in a moment'));
  await turns();
  expect(commits).toBe(1);
  vi.advanceTimersByTime(10);
  await soon;
  vi.advanceTimersByTime(10);
  await later(note('at once'));
  expect(notes()).toEqual(['somebody is here', 'in a moment', 'at once']);
});

it('does what is asked for within a transaction along with that one', async () => {
  const { transaction, later } = gathered;
  let along: Promise<unknown> = Promise.resolve();
  await transaction(async (handle) => {
    await note('a story')(handle);
    along = later(note('its claim'));
  });
  await along;
  expect(commits).toBe(1);
  expect(notes()).toEqual(['a story', 'its claim']);
});
