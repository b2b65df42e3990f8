import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Database, Statements } from '../../db/database.ts';
import { createLedger } from '../../db/ledger.ts';
import { openDatabase } from '../../db/open.ts';
import { createSearch } from '../../db/search.ts';
import { createCore } from '../../src/core.ts';
import type { Core, Ledger } from '../../src/ports.ts';
import type { Story, View } from '../../src/views.ts';
import { COMPANY, CONNECTION, channel, foundCompany, kudos, person } from '../fakes/company.ts';
import { openCore } from '../fakes/open-core.ts';

const at = '2026-11-18T10:00:00.000Z';
const week = '2026-W48';
const planned = '2026-11-23T08:00:00.000Z';

let folder: string;
let file: string;
let core: Core;
let ledger: Ledger;
let asked: Set<string>;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'herald-ledger-'));
  file = join(folder, 'herald.db');
  await open();
  await foundCompany(core, { at, people: 6 });
});
afterEach(async () => {
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Over a database that notes which statements it was asked. */
async function open(): Promise<void> {
  asked = new Set();
  const database = await openDatabase(file);
  const noted = (handle: Statements): Statements => ({
    one: (sql, ...values) => handle.one(asked.add(sql) && sql, ...values),
    all: (sql, ...values) => handle.all(asked.add(sql) && sql, ...values),
    run: (sql, ...values) => handle.run(asked.add(sql) && sql, ...values),
  });
  // One noted handle for each of the database's own, as long as that lives.
  const kept = new WeakMap<Statements, Statements>();
  const notedOnce = (handle: Statements): Statements => {
    const known = kept.get(handle) ?? noted(handle);
    kept.set(handle, known);
    return known;
  };
  const noting: Database = {
    ...database,
    reads: noted(database.reads),
    transaction: (work) => database.transaction((handle) => work(notedOnce(handle))),
  };
  ledger = createLedger(noting, createSearch(file));
  core = createCore(ledger, { clockMoved: () => undefined });
}

let keys = 0;
function stamp(by = person(1)) {
  keys += 1;
  return { key: `key ${keys}`, by, at };
}

async function tell(words: string, differs: Parameters<typeof kudos>[3] = {}): Promise<Story> {
  const reply = await core.handle(kudos(`told ${words}`, words, at, differs));
  if (reply.type !== 'kudos-given') throw new Error(`It was refused: ${JSON.stringify(reply)}`);
  return reply.story;
}

function planDigest(): Promise<View> {
  return core.handle({ type: 'plan-digest', key: `digest:${week}`, organization: COMPANY, at: planned, week });
}

/** Delivers all that waits, and resolves to the digest as it reads at its place then. */
async function digestAsPosted(): Promise<readonly string[]> {
  for (;;) {
    const claimed = await ledger.outbox.claim(planned, 100);
    if (claimed.length === 0) break;
    for (const delivery of claimed) await ledger.outbox.delivered(delivery, { post: delivery.id });
  }
  const posts = await ledger.read.feed(channel, 100);
  const digest = posts.findLast(({ view }) => view.type === 'digest')?.view;
  return digest?.type === 'digest' ? [...digest.digest.inFull, ...digest.digest.inALine].map(({ words }) => words) : [];
}

function looking<Result>(look: (connection: Sqlite.Database) => Result): Result {
  const connection = new Sqlite(file);
  try {
    return look(connection);
  } finally {
    connection.close();
  }
}

const column = (sql: string) => looking((connection) => connection.prepare(sql).pluck().all());

describe('a key handled twice', () => {
  it('gets the first reply, whatever comes with it, and stores nothing more', async () => {
    const first = await core.handle(kudos('same', 'Carried every box.', at));
    const second = await core.handle(kudos('same', 'Something else altogether.', at));
    expect(second).toEqual(first);
    expect(column('SELECT words FROM wins')).toEqual(['Carried every box.']);
  });

  it('gets it also when both come at once, and after a restart', async () => {
    const asks = Array.from({ length: 20 }, () => core.handle(kudos('same', 'Carried every box.', at)));
    const replies = new Set((await Promise.all(asks)).map((reply) => JSON.stringify(reply)));
    await ledger.close();
    await open();
    replies.add(JSON.stringify(await core.handle(kudos('same', 'Carried every box.', at))));
    expect(replies.size).toBe(1);
    expect(column('SELECT count(*) FROM wins')).toEqual([1]);
  });

  it('is answered with its refusal again, not decided anew', async () => {
    const first = await core.handle(kudos('same', ' ', at));
    expect(first).toMatchObject({ type: 'refusal', reason: 'no-words' });
    expect(await core.handle(kudos('same', 'Now with words.', at))).toEqual(first);
    expect(column('SELECT count(*) FROM wins')).toEqual([0]);
  });
});

describe('the two lanes', () => {
  it('are two tables: a story stands in one of them, with its heroes', async () => {
    const win = await tell('Carried every box.');
    const recovery = await tell('Drove over with new labels.', { whatBroke: 'The label printer' });
    expect(column('SELECT id FROM wins')).toEqual([win.id]);
    expect(column('SELECT win FROM win_heroes')).toEqual([win.id]);
    expect(column('SELECT id FROM recoveries')).toEqual([recovery.id]);
    expect(column('SELECT recovery FROM recovery_heroes')).toEqual([recovery.id]);
  });

  it('let a story change over with its id, heroes and cheers, and leave a trace of who moved it and when', async () => {
    const { id } = await tell('Drove over with new labels.', { heroes: [person(2), person(3)] });
    await core.handle({ ...stamp(person(4)), type: 'cheer-story', story: id });
    await core.handle({ ...stamp(person(5)), type: 'cheer-story', story: id });
    const to = { lane: 'recovery', whatBroke: 'The label printer' } as const;
    await core.handle({ ...stamp(person(2)), type: 'move-story', story: id, to });
    expect(column('SELECT count(*) FROM wins')).toEqual([0]);
    expect(await ledger.read.story(COMPANY, id)).toMatchObject({
      lane: 'recovery',
      cheers: 2,
      whatBroke: 'The label printer',
      heroes: [{ name: 'Person 2' }, { name: 'Person 3' }],
    });
    await core.handle({ ...stamp(person(0)), type: 'move-story', story: id, to: { lane: 'win' } });
    expect(column('SELECT count(*) FROM recoveries')).toEqual([0]);
    expect(await ledger.read.story(COMPANY, id)).toMatchObject({ lane: 'win', cheers: 2 });
    const traces = looking((connection) =>
      connection.prepare('SELECT t.what, p.name, t.at FROM traces t JOIN people p ON p.id = t.by ORDER BY t.seq').all(),
    );
    expect(traces).toEqual([
      { what: 'moved to recovery', name: 'Person 2', at },
      { what: 'moved to win', name: 'Person 0', at },
    ]);
  });
});

describe('a win that a digest has told', () => {
  it('leaves the posted digest when it turns out to be a recovery, and is never told again', async () => {
    await tell('Stays.');
    const { id } = await tell('Goes.', { by: person(2), heroes: [person(3)] });
    await planDigest();
    expect(new Set(await digestAsPosted())).toEqual(new Set(['Stays.', 'Goes.']));
    const to = { lane: 'recovery', whatBroke: 'The lift' } as const;
    await core.handle({ ...stamp(person(0)), type: 'move-story', story: id, to });
    expect(await digestAsPosted()).toEqual(['Stays.']);
    await core.handle({ ...stamp(person(0)), type: 'move-story', story: id, to: { lane: 'win' } });
    expect(new Set(await digestAsPosted())).toEqual(new Set(['Stays.', 'Goes.']));
    expect(await ledger.read.untoldWins(COMPANY)).toEqual([]);
  });

  it('leaves it when it is taken back, and reads in it as it was mended', async () => {
    const mended = await tell('Stais.');
    const { id } = await tell('Goes.', { by: person(2), heroes: [person(3)] });
    await planDigest();
    await digestAsPosted();
    await core.handle({ ...stamp(), type: 'correct-words', story: mended.id, words: 'Stays.' });
    await core.handle({ ...stamp(person(2)), type: 'retract-story', which: { story: id } });
    expect(await digestAsPosted()).toEqual(['Stays.']);
    expect(column(`SELECT count(*) FROM outbox WHERE about LIKE '["digest"%'`)).toEqual([1]);
  });
});

describe('a story taken back', () => {
  it('is gone with its heroes, cheers and search words; a trace stays, without the words', async () => {
    const { id } = await tell('Carried every extraordinary box.');
    await core.handle({ ...stamp(person(4)), type: 'cheer-story', story: id });
    await digestAsPosted();
    await core.handle({ ...stamp(), type: 'retract-story', which: 'my-last' });
    for (const table of ['wins', 'win_heroes', 'cheers', 'win_words_docsize']) {
      expect(column(`SELECT count(*) FROM ${table}`), table).toEqual([0]);
    }
    expect(column('SELECT what FROM traces')).toEqual(['retracted win']);
    expect(await ledger.search(COMPANY, 'extraordinary', 10)).toEqual({ stories: [], more: false });
    const views = column('SELECT view FROM outbox').map((view) => JSON.parse(String(view)).type);
    expect(views).toEqual(['story-withdrawn', 'story-withdrawn']);
  });

  it('leaves the customer’s words that it came from waiting in the inbox again', async () => {
    const mail = {
      words: 'You called me back on a Sunday.',
      note: '',
      customer: { name: 'Grete Holm', email: 'grete@example.com' },
      subject: null,
      wroteAt: null,
      messageIds: ['<1@example.com>'],
      unsure: [],
    };
    const captured = await core.handle({ ...stamp(), type: 'capture-praise', mail });
    const praise = captured.type === 'praise-waiting' ? captured.praise.id : '';
    const settlement = { as: 'win', heroes: [person(2)], audience: 'everyone', customer: 'full-name' } as const;
    const settled = await core.handle({ ...stamp(), type: 'settle-praise', praise, settlement });
    const story = settled.type === 'praise-settled' ? (settled.story?.id ?? '') : '';
    await core.handle({ ...stamp(), type: 'retract-story', which: { story } });
    expect(await ledger.read.praise(COMPANY, praise)).toMatchObject({ state: { status: 'waiting' } });
    expect(column('SELECT count(*) FROM wins')).toEqual([0]);
  });
});

describe('the digest’s whole path', () => {
  it('works on a database in which no recovery can be kept', async () => {
    const told = await tell('Carried every box.');
    const other = await tell('Walked the dog.', { by: person(2), heroes: [person(3)] });
    await ledger.close();
    looking((connection) => {
      connection.exec('DROP TABLE recovery_words; DROP TABLE recovery_heroes; DROP TABLE recoveries');
    });
    expect(column(`SELECT name FROM sqlite_schema WHERE name LIKE '%recover%'`)).toEqual([]);
    await open();

    const preview = await core.ask({ type: 'digest-preview', by: person(0), at });
    expect(preview).toMatchObject({ type: 'digest-preview', digest: { inFull: [{}, {}] } });
    await core.handle({ ...stamp(person(0)), type: 'hold-win', story: other.id });
    await core.handle({ ...stamp(person(0)), type: 'release-win', story: other.id });
    expect(await planDigest()).toMatchObject({ type: 'digest-planned', stories: 2 });
    expect(new Set(await digestAsPosted())).toEqual(new Set(['Carried every box.', 'Walked the dog.']));
    expect(await core.handle({ ...stamp(person(4)), type: 'cheer-story', story: told.id })).toMatchObject({
      cheers: 1,
    });
    await core.handle({ ...stamp(), type: 'correct-words', story: told.id, words: 'Carried all of them.' });
    expect(new Set(await digestAsPosted())).toEqual(new Set(['Carried all of them.', 'Walked the dog.']));
    expect(await core.handle({ ...stamp(), type: 'retract-story', which: { story: told.id } })).toMatchObject({
      type: 'story-retracted',
    });
    expect(await digestAsPosted()).toEqual(['Walked the dog.']);
  });

  it('reads no table from end to end, so that planning takes as long with a million stories as with few', async () => {
    const told = await tell('Carried every box.');
    asked.clear();
    await planDigest();
    await core.ask({ type: 'digest-preview', by: person(0), at });
    await core.handle({ ...stamp(person(4)), type: 'cheer-story', story: told.id });
    await core.handle({ ...stamp(), type: 'correct-words', story: told.id, words: 'Carried all of them.' });
    expect(asked.size).toBeGreaterThan(15);
    expect(scansAmong([...asked])).toEqual([]);
  });

  it('would be seen to, if it did', () => {
    expect(
      scansAmong(['SELECT * FROM wins WHERE words = ?', 'SELECT s.id FROM wins s WHERE s.words = ?']),
    ).toHaveLength(2);
  });
});

describe('the outbox', () => {
  it('is never read from end to end: all that was ever told stays in it', async () => {
    await tell('Carried every box.');
    asked.clear();
    await digestAsPosted();
    await ledger.outbox.releaseClaims();
    await ledger.outbox.waiting();
    const scans = scansAmong([...asked]).filter((step) => !step.includes('USING INDEX outbox_open'));
    expect(scans.filter((step) => step.includes('outbox'))).toEqual([]);
  });
});

describe('people of another organization', () => {
  it('see and change nothing here', async () => {
    const { id } = await tell('Carried every extraordinary box.');
    const organization = { id: 'another', name: 'Another', sample: false };
    const schedule = { minute: 0, hour: 9, weekday: 1, timeZone: 'UTC' };
    const connection = { id: 'theirs', platform: 'web', digestChannel: null } as const;
    await core.handle({ type: 'open-connection', key: 'open', at, organization, connection, schedule });
    const boss = {
      user: 'boss',
      name: 'Boss',
      email: null,
      kind: 'human',
      manager: true,
      admin: true,
      active: true,
      guest: false,
    } as const;
    await core.handle({ type: 'meet-people', key: 'meet', at, connection: 'theirs', people: [boss] });
    const by = { connection: 'theirs', user: 'boss' };
    expect(await core.ask({ type: 'story', by, story: id })).toMatchObject({ reason: 'story-unknown' });
    expect(await core.ask({ type: 'search', by, words: 'extraordinary' })).toMatchObject({ stories: [] });
    const retract = { ...stamp(by), type: 'retract-story', which: { story: id } } as const;
    expect(await core.handle(retract)).toMatchObject({ reason: 'story-unknown' });
    expect(await ledger.read.connectionOrganization(CONNECTION)).toBe(COMPANY);
    expect(column('SELECT count(*) FROM wins')).toEqual([1]);
  });
});

/** The steps of these statements that go over a whole table. A statement's own small lists (CTEs) are no tables. */
function scansAmong(statements: readonly string[]): readonly string[] {
  return looking((connection) => {
    const tables = connection.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all().map(String);
    return statements.flatMap((sql) => {
      const values = Array.from(sql.matchAll(/\?/g), () => 1);
      const steps = connection.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values) as readonly {
        readonly detail: string;
      }[];
      return steps
        .filter(({ detail }) => {
          const scanned = /^SCAN (\w+)/.exec(detail)?.[1];
          return scanned !== undefined && tables.includes(tableOf(sql, scanned));
        })
        .map(({ detail }) => `${detail}: ${sql}`);
    });
  });
}

/** The table behind an alias. */
function tableOf(sql: string, alias: string): string {
  return new RegExp(`\\b(?:FROM|JOIN) (\\w+) (?:AS )?${alias}\\b`).exec(sql)?.[1] ?? alias;
}

it('needs nothing but the file to be opened again', async () => {
  await tell('Carried every box.');
  await ledger.close();
  const again = await openCore(file);
  expect(await again.ledger.read.untoldWins(COMPANY)).toHaveLength(1);
  await again.close();
  await open();
});
