import type Sqlite from 'better-sqlite3';
import type { KnownIdea } from '../src/ideas.ts';
import type { Obstacle } from '../src/obstacles.ts';
import type { Praise, Story } from '../src/views.ts';
import { number, type Row, type Statements, text } from './database.ts';
import { teams, toPulseWeek } from './export-pulse.ts';
import type { ExportRecord } from './export-record.ts';
import {
  toCheer,
  toConnection,
  toDigest,
  toIdentity,
  toNomination,
  toOrganization,
  toPerson,
  toTouchpoint,
  toTrace,
} from './export-rows.ts';
import { giveWay } from './give-way.ts';
import { ideasAfter } from './ideas.ts';
import { knownMigrations, schemaVersion } from './migrations.ts';
import { obstaclesAfter } from './obstacles.ts';
import { DatabaseUnusable, openToRead, unusable } from './open.ts';
import { praiseAfter } from './praise.ts';
import { recoveriesAfter } from './recoveries.ts';
import { statements } from './sqlite.ts';
import { winsAfter } from './wins.ts';

const PAGE = 1000;

/** All but who stands for those erased. */
const PEOPLE = `SELECT * FROM people
  WHERE id NOT IN (SELECT nobody FROM organizations WHERE nobody IS NOT NULL) ORDER BY id`;

/**
 * Everything that Herald keeps of its organizations, as of one moment, in pages that never fill the memory. Makes the
 * calling process yield to all others: call it from a process of its own.
 */
export async function* exportAll(file: string): AsyncGenerator<ExportRecord> {
  giveWay();
  const connection = openToRead(file);
  const handle = statements(connection);
  try {
    refuseOlder(connection, file);
    connection.exec('BEGIN');
    yield* small(handle, 'SELECT * FROM organizations ORDER BY id', toOrganization);
    yield* small(handle, 'SELECT * FROM connections ORDER BY id', toConnection);
    yield* small(handle, 'SELECT * FROM touchpoints ORDER BY organization, position, id', toTouchpoint);
    yield* small(handle, PEOPLE, toPerson);
    yield* small(handle, 'SELECT * FROM identities ORDER BY connection, platform_user', toIdentity);
    yield* small(handle, 'SELECT * FROM nominations ORDER BY at, id', toNomination);
    yield* paged(
      (after) => winsAfter(handle, after, PAGE),
      ({ story, organization }) => toStory(story, organization),
    );
    yield* paged(
      (after) => recoveriesAfter(handle, after, PAGE),
      ({ story, organization }) => toStory(story, organization),
    );
    yield* paged(
      (after) => praiseAfter(handle, after, PAGE),
      ({ praise, organization }) => toPraiseRecord(praise, organization),
    );
    yield* obstacles(handle);
    yield* paged(
      (after) => ideasAfter(handle, after, PAGE),
      ({ idea, organization }) => toIdeaRecord(idea, organization),
    );
    yield* paged(
      (after) => rowsAfter(handle, 'cheers', after),
      ({ row }) => toCheer(row),
    );
    yield* paged(
      (after) => rowsAfter(handle, 'traces', after),
      ({ row }) => toTrace(row),
    );
    yield* digests(handle);
    yield* teams(handle);
    yield* small(handle, 'SELECT * FROM pulse_weeks ORDER BY organization, team, week', toPulseWeek);
  } catch (error) {
    throw unusable(file, error);
  } finally {
    connection.close();
  }
}

/** Reading changes nothing, so an older database has to be brought up to date first. */
function refuseOlder(connection: Sqlite.Database, file: string): void {
  const knows = knownMigrations().at(-1)?.number ?? 0;
  if (schemaVersion(connection) !== knows) {
    throw new DatabaseUnusable(`${file} was written by an older Herald. Start this one once, then export again.`);
  }
}

async function* small(
  handle: Statements,
  sql: string,
  toRecord: (row: Row) => ExportRecord,
): AsyncGenerator<ExportRecord> {
  for (const row of await handle.all(sql)) yield toRecord(row);
}

async function* paged<Entry extends { readonly seq: number }>(
  page: (after: number) => Promise<readonly Entry[]>,
  toRecord: (entry: Entry) => ExportRecord,
): AsyncGenerator<ExportRecord> {
  let entries = await page(0);
  while (entries.length > 0) {
    for (const entry of entries) yield toRecord(entry);
    entries = await page(entries.at(-1)?.seq ?? 0);
  }
}

const WAITERS = `SELECT p.id, p.name FROM obstacle_waiters w JOIN people p ON p.id = w.person
  WHERE w.obstacle = ? ORDER BY p.name, p.id`;

async function* obstacles(handle: Statements): AsyncGenerator<ExportRecord> {
  let after = '';
  for (;;) {
    const page = await obstaclesAfter(handle, after, PAGE);
    for (const { obstacle, organization } of page) {
      const waiters = await handle.all(WAITERS, obstacle.id);
      const stories = await handle.all(
        'SELECT story FROM obstacle_stories WHERE obstacle = ? ORDER BY story',
        obstacle.id,
      );
      yield {
        ...toObstacleRecord(obstacle, organization),
        waiters: waiters.map((one) => ({ person: text(one, 'id'), name: text(one, 'name') })),
        stories: stories.map((one) => text(one, 'story')),
      };
    }
    after = page.at(-1)?.obstacle.id ?? after;
    if (page.length < PAGE) return;
  }
}

/** Of one that came without a name, `at` is a day. */
function toObstacleRecord({ now, ...obstacle }: Obstacle, organization: string): ExportRecord {
  const { state } = now;
  const since = now.state === 'reported' ? {} : { [`${state}At`]: now.at };
  const owner = now.state === 'owned' ? { owner: now.owner } : {};
  const cleared = now.state === 'cleared' ? { clearedBy: now.by, whatChanged: now.whatChanged } : {};
  return { type: 'obstacle', organization, ...obstacle, state, ...owner, ...cleared, ...since };
}

type SmallEntry = { readonly seq: number; readonly row: Row };

async function rowsAfter(
  handle: Statements,
  table: 'cheers' | 'traces',
  after: number,
): Promise<readonly SmallEntry[]> {
  const rows = await handle.all(`SELECT * FROM ${table} WHERE seq > ? ORDER BY seq LIMIT ?`, after, PAGE);
  return rows.map((row) => ({ seq: number(row, 'seq'), row }));
}

function toStory({ lane, ...story }: Story, organization: string): ExportRecord {
  return { type: lane, organization, ...story };
}

/** A complaint is no one's record: nothing of it leaves with the others, not even whom it names. */
const NOBODYS = { words: '', note: '', customer: { name: null, email: null }, subject: null, guessedHeroes: [] };

function toPraiseRecord(praise: Praise, organization: string): ExportRecord {
  const { forwarder, suggestion, state, ...rest } = praise;
  const settled =
    state.status !== 'waiting'
      ? { settledAs: state.as, settledBy: state.by.name, settledAt: state.at, story: state.story }
      : {};
  return {
    type: 'praise',
    organization,
    ...rest,
    ...(state.status !== 'waiting' && state.as === 'not-praise' ? NOBODYS : {}),
    forwarder: forwarder.name,
    suggestion: suggestion?.lane ?? null,
    status: state.status,
    ...settled,
  };
}

function toIdeaRecord({ now, told: _told, ...idea }: KnownIdea, organization: string): ExportRecord {
  const backing = now.state === 'backed' || now.state === 'alive' ? now.backing : null;
  const since = now.state === 'proposed' ? now.since : now.state === 'backed' ? now.backing.at : now.at;
  const saidBy = now.state === 'alive' || now.state === 'resting' ? now.by.name : null;
  const reason = now.state === 'resting' ? now.reason : null;
  return { type: 'idea', organization, ...idea, state: now.state, since, saidBy, reason, backing };
}

async function* digests(handle: Statements): AsyncGenerator<ExportRecord> {
  const told = {
    wins: 'SELECT win AS id FROM digest_wins WHERE digest = ? ORDER BY position',
    ideas: 'SELECT idea AS id FROM digest_ideas WHERE digest = ? ORDER BY part, position',
    obstacles: 'SELECT id FROM obstacles WHERE told_in = ? ORDER BY cleared_at, id',
  };
  for (const row of await handle.all('SELECT * FROM digests ORDER BY organization, week')) {
    const idsOf = async (sql: string) => (await handle.all(sql, text(row, 'id'))).map((one) => text(one, 'id'));
    yield {
      ...toDigest(row),
      wins: await idsOf(told.wins),
      ideas: await idsOf(told.ideas),
      obstacles: await idsOf(told.obstacles),
    };
  }
}
