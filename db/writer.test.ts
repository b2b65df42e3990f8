import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LedgerUnavailable } from '../src/ports.ts';
import type { Statements } from './database.ts';
import { statements } from './sqlite.ts';
import { createWriter } from './writer.ts';

let folder: string;
let file: string;
let connection: Sqlite.Database;
let ran: string[];
let writer: ReturnType<typeof createWriter>;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'herald-writer-'));
  file = join(folder, 'written.db');
  ran = [];
  connection = new Sqlite(file, { timeout: 0, verbose: (sql) => void ran.push(String(sql)) });
  connection.pragma('journal_mode = WAL');
  connection.exec('CREATE TABLE notes (seq INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT');
  writer = createWriter(connection, statements(connection));
  ran = [];
});
afterEach(() => {
  vi.useRealTimers();
  connection.close();
  rmSync(folder, { recursive: true, force: true });
});

const note = (text: string) => (handle: Statements) => handle.run('INSERT INTO notes (text) VALUES (?)', text);
const commits = () => ran.filter((sql) => sql === 'COMMIT').length;

/** What somebody else sees, and so only what is committed. */
function notes(): readonly unknown[] {
  const other = new Sqlite(file, { readonly: true });
  try {
    return other.prepare('SELECT text FROM notes ORDER BY seq').pluck().all();
  } finally {
    other.close();
  }
}

describe('a group commit', () => {
  it('takes what one turn brought as one, in the order in which it came', async () => {
    const texts = Array.from({ length: 40 }, (_, number) => `note ${number}`);
    await Promise.all(texts.map((text) => writer.transaction(note(text))));
    expect(notes()).toEqual(texts);
    expect(commits()).toBe(1);
  });

  it('takes in what still arrives, turn by turn, while more comes together', async () => {
    const turn = () => new Promise((resolve) => setImmediate(resolve));
    const stored = [writer.transaction(note('first')), writer.transaction(note('second'))];
    await turn();
    stored.push(writer.transaction(note('third')));
    await turn();
    stored.push(writer.transaction(note('fourth')));
    await Promise.all(stored);
    expect(notes()).toEqual(['first', 'second', 'third', 'fourth']);
    expect(commits()).toBe(1);
  });

  it('resolves once it is there for everybody, and with what the work resolved to', async () => {
    const changes = await writer.transaction(note('durable'));
    expect(changes).toBe(1);
    expect(notes()).toEqual(['durable']);
  });

  it('never lets two jobs into each other, however long each awaits', async () => {
    const steps: string[] = [];
    const slow = (name: string) => async () => {
      steps.push(`${name} begins`);
      for (let wait = 0; wait < 5; wait += 1) await Promise.resolve();
      steps.push(`${name} ends`);
    };
    await Promise.all([writer.transaction(slow('one')), writer.transaction(slow('two'))]);
    expect(steps).toEqual(['one begins', 'one ends', 'two begins', 'two ends']);
  });

  it('bounds how much shares a commit, so that a flood lets others have their turn', async () => {
    let turns = 0;
    const turn = setInterval(() => {
      turns += 1;
    }, 0);
    await Promise.all(Array.from({ length: 2000 }, (_, number) => writer.transaction(note(`flood ${number}`))));
    clearInterval(turn);
    expect(notes()).toHaveLength(2000);
    expect(commits()).toBeGreaterThan(20);
    expect(turns).toBeGreaterThan(5);
  });

  it('takes in what one of its own jobs asks for, behind all the others', async () => {
    let along: Promise<unknown> = Promise.resolve();
    const asking = async (handle: Statements) => {
      along = writer.transaction(note('asked for'));
      await note('first')(handle);
    };
    await Promise.all([writer.transaction(asking), writer.transaction(note('second'))]);
    await along;
    expect(notes()).toEqual(['first', 'second', 'asked for']);
    expect(commits()).toBe(1);
  });

  it('lets later work see what earlier work of the same batch wrote', async () => {
    const count = (handle: Statements) => handle.one('SELECT count(*) AS many FROM notes');
    const [, many] = await Promise.all([writer.transaction(note('first')), writer.transaction(count)]);
    expect(many).toEqual({ many: 1 });
  });
});

describe('a job that throws', () => {
  it('undoes itself alone; the others of its batch are stored once, in their order', async () => {
    const outcomes = await Promise.allSettled([
      writer.transaction(note('before')),
      writer.transaction(async (handle) => {
        await note('half')(handle);
        throw new Error('changed its mind');
      }),
      writer.transaction(note('after')),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(outcomes[1]).toMatchObject({ reason: { message: 'changed its mind' } });
    expect(notes()).toEqual(['before', 'after']);
  });

  it('is itself at fault when it breaks a constraint: it is not told that the database is out of reach', async () => {
    await writer.transaction(note('only once'));
    const outcomes = await Promise.allSettled([
      writer.transaction(note('only once')),
      writer.transaction(note('another')),
    ]);
    expect(outcomes[0]).toMatchObject({ reason: { code: 'SQLITE_CONSTRAINT_UNIQUE' } });
    expect(notes()).toEqual(['only once', 'another']);
  });

  it('is itself at fault when it writes more than SQLite takes in one value, or asks what SQLite does not know', async () => {
    const outcomes = await Promise.allSettled([
      writer.transaction(note('before')),
      writer.transaction((handle) => handle.run('INSERT INTO notes (text) VALUES (hex(zeroblob(2000000000)))')),
      writer.transaction((handle) => handle.run('INSERT INTO nowhere (text) VALUES (1)')),
      writer.transaction(note('after')),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
    expect(outcomes[1]).toMatchObject({ reason: { code: 'SQLITE_TOOBIG' } });
    expect(notes()).toEqual(['before', 'after']);
  });
});

describe('a commit that fails', () => {
  it('leaves nothing of what it should have stored, and the others are stored without the one at fault', async () => {
    connection.pragma('foreign_keys = ON');
    connection.exec('CREATE TABLE replies (note INTEGER REFERENCES notes (seq) DEFERRABLE INITIALLY DEFERRED) STRICT');
    const outcomes = await Promise.allSettled([
      writer.transaction(note('before')),
      writer.transaction((handle) => handle.run('INSERT INTO replies (note) VALUES (?)', 999)),
      writer.transaction(note('after')),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(notes()).toEqual(['before', 'after']);
    expect(connection.prepare('SELECT count(*) FROM replies').pluck().get()).toBe(0);
  });
});

describe('a database that takes nothing in', () => {
  it('fails the whole batch, stores nothing of it, and goes on by itself once it can', async () => {
    const pages = connection.pragma('page_count', { simple: true });
    connection.pragma(`max_page_count = ${pages}`);
    const outcomes = await Promise.allSettled([
      writer.transaction(note('small')),
      writer.transaction(note('large'.repeat(20_000))),
      writer.transaction(note('small too')),
    ]);
    for (const outcome of outcomes) expect(outcome).toMatchObject({ reason: expect.any(LedgerUnavailable) });
    expect(outcomes[0]).toMatchObject({ reason: { message: expect.stringContaining('the disk is full') } });
    expect(notes()).toEqual([]);
    connection.pragma('max_page_count = 100000');
    await writer.transaction(note('room again'));
    expect(notes()).toEqual(['room again']);
  });

  it('is waited for while another process has it, without a standstill; then what waited is stored', async () => {
    const other = new Sqlite(file);
    other.exec('BEGIN IMMEDIATE');
    const storing = Promise.all([writer.transaction(note('patient')), writer.transaction(note('too'))]);
    // SQLite's own wait would freeze this thread, which alone can release the lock, until nobody waits any more.
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setTimeout(resolve, 5));
    other.exec('ROLLBACK');
    other.close();
    await storing;
    expect(notes()).toEqual(['patient', 'too']);
  });

  it('is given up after two seconds; each waits no longer than that, whenever it came', async () => {
    const other = new Sqlite(file);
    other.exec('BEGIN IMMEDIATE');
    const givenUp: string[] = [];
    const waiting = (text: string) =>
      writer.transaction(note(text)).catch((error: unknown) => {
        expect(error).toMatchObject({ message: expect.stringContaining('another process holds it locked') });
        givenUp.push(text);
      });
    vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] });
    const both = [waiting('early')];
    await vi.advanceTimersByTimeAsync(700);
    both.push(waiting('late'));
    await vi.advanceTimersByTimeAsync(1250);
    expect(givenUp).toEqual([]);
    await vi.advanceTimersByTimeAsync(100);
    expect(givenUp).toEqual(['early']);
    await vi.advanceTimersByTimeAsync(600);
    expect(givenUp).toEqual(['early']);
    await vi.advanceTimersByTimeAsync(100);
    expect(givenUp).toEqual(['early', 'late']);
    vi.useRealTimers();
    await Promise.all(both);
    other.exec('ROLLBACK');
    other.close();
    await writer.transaction(note('in time'));
    expect(notes()).toEqual(['in time']);
  });
});
