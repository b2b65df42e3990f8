import type { Week } from '../src/commands.ts';
import type { Fact } from '../src/recognition/decision.ts';
import { below } from '../src/recognition/digest-below.ts';
import { questionOf } from '../src/recognition/open-question.ts';
import type { PlannedDigest } from '../src/recognition/organization.ts';
import type { TellingDigest } from '../src/recognition/revise-digest.ts';
import { type Row, type Statements, text } from './database.ts';
import { digestsWithIdea, ideasInDigest } from './digest-ideas.ts';
import { obstaclesInDigest } from './obstacles.ts';
import { winsInDigest } from './wins.ts';

export async function digestOfWeek(
  handle: Statements,
  organization: string,
  week: Week,
): Promise<PlannedDigest | null> {
  const row = await handle.one(
    'SELECT id, week, posted, at FROM digests WHERE organization = ? AND week = ?',
    organization,
    week,
  );
  return row ? toDigest(row) : null;
}

export async function lastDigestBefore(
  handle: Statements,
  organization: string,
  week: Week,
): Promise<PlannedDigest | null> {
  const row = await handle.one(
    'SELECT id, week, posted, at FROM digests WHERE organization = ? AND week < ? ORDER BY week DESC LIMIT 1',
    organization,
    week,
  );
  return row ? toDigest(row) : null;
}

/** The weeks from this one on that have a digest. */
export async function digestWeeks(handle: Statements, organization: string, from: Week): Promise<readonly Week[]> {
  const rows = await handle.all('SELECT week FROM digests WHERE organization = ? AND week >= ?', organization, from);
  return rows.map((row) => text(row, 'week'));
}

export async function digestTelling(
  handle: Statements,
  organization: string,
  story: string,
): Promise<TellingDigest | null> {
  const row = await handle.one(
    `SELECT g.id, g.week, g.posted FROM digest_wins d JOIN digests g ON g.id = d.digest WHERE d.win = ? AND d.organization = ?`,
    story,
    organization,
  );
  return row ? telling(handle, organization, row) : null;
}

export async function digestAsItStands(
  handle: Statements,
  organization: string,
  id: string,
): Promise<TellingDigest | null> {
  const row = await handle.one(
    'SELECT id, week, posted FROM digests WHERE id = ? AND organization = ?',
    id,
    organization,
  );
  return row ? telling(handle, organization, row) : null;
}

/** The digest that tells that an obstacle is out of the way. */
export async function digestTellingObstacle(
  handle: Statements,
  organization: string,
  obstacle: string,
): Promise<TellingDigest | null> {
  const row = await handle.one(
    'SELECT g.id, g.week, g.posted FROM obstacles o JOIN digests g ON g.id = o.told_in WHERE o.id = ? AND o.organization = ?',
    obstacle,
    organization,
  );
  return row ? telling(handle, organization, row) : null;
}

/** The digests that tell an idea, if any do. */
export async function digestsTellingIdea(
  handle: Statements,
  organization: string,
  idea: string,
): Promise<readonly TellingDigest[]> {
  const found: TellingDigest[] = [];
  for (const row of await digestsWithIdea(handle, idea)) found.push(await telling(handle, organization, row));
  return found;
}

/** A digest as it stands now. */
async function telling(handle: Statements, organization: string, row: Row): Promise<TellingDigest> {
  const id = text(row, 'id');
  const week = text(row, 'week');
  const planned = await handle.all('SELECT win, form FROM digest_wins WHERE digest = ? ORDER BY position', id);
  const now = await winsInDigest(handle, id);
  return {
    id,
    week,
    slots: planned.map((slot) => ({ win: text(slot, 'win'), form: text(slot, 'form') === 'full' ? 'full' : 'line' })),
    wins: now.map(({ win }) => win),
    ...below({
      ideas: await ideasInDigest(handle, organization, id),
      cleared: await obstaclesInDigest(handle, id),
    }),
    ...(text(row, 'posted') === 'question' ? { question: questionOf(week) } : {}),
  };
}

type Planned = Extract<Fact, { type: 'digest-planned' }>;

export async function writeDigest(handle: Statements, digest: Planned): Promise<void> {
  await handle.run(
    'INSERT INTO digests (id, organization, week, posted, at) VALUES (?, ?, ?, ?, ?)',
    digest.id,
    digest.organization,
    digest.week,
    digest.posted,
    digest.at,
  );
  const slots = [
    ...digest.inFull.map((win) => ({ win, form: 'full' })),
    ...digest.inALine.map((win) => ({ win, form: 'line' })),
  ].map((slot, position) => [slot.win, digest.organization, digest.id, position, slot.form] as const);
  for (let from = 0; from < slots.length; from += SLOTS_AT_ONCE) {
    const some = slots.slice(from, from + SLOTS_AT_ONCE);
    const rows = some.map(() => '(?, ?, ?, ?, ?)').join(', ');
    await handle.run(
      `INSERT INTO digest_wins (win, organization, digest, position, form) VALUES ${rows}`,
      ...some.flat(),
    );
  }
  await handle.run('UPDATE wins SET told = 1 WHERE id IN (SELECT win FROM digest_wins WHERE digest = ?)', digest.id);
}

/** A week may have thousands of wins: one statement for each would hold the event loop. */
const SLOTS_AT_ONCE = 100;

function toDigest(row: Row): PlannedDigest {
  return {
    id: text(row, 'id'),
    week: text(row, 'week'),
    posted: text(row, 'posted') as PlannedDigest['posted'],
    at: text(row, 'at'),
  };
}
