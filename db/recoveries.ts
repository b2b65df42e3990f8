import type { Instant } from '../src/commands.ts';
import type { Person } from '../src/recognition/organization.ts';
import type { Named, Recovery } from '../src/views.ts';
import { number, type Row, type Statements, text } from './database.ts';
import { eachStory, inTheseWords, STORY, storyFacts } from './story-rows.ts';
import { touchpointAt } from './touchpoints.ts';

// The whole of the recoveries' lane.

const SELECT = `SELECT ${STORY}, s.what_broke`;
const JOINED = `JOIN people t ON t.id = s.teller JOIN recovery_heroes h ON h.recovery = s.id JOIN people p ON p.id = h.person`;
const IN_THESE_WORDS = inTheseWords('recoveries');

export async function recovery(handle: Statements, organization: string, id: string): Promise<Recovery | null> {
  const rows = await handle.all(
    `${SELECT} FROM recoveries s ${JOINED} WHERE s.id = ? AND s.organization = ? ORDER BY h.position`,
    id,
    organization,
  );
  return eachStory(rows, toRecovery)[0] ?? null;
}

export async function recoveriesInTheseWords(
  handle: Statements,
  teller: Person,
  words: string,
  since: Instant,
): Promise<readonly Recovery[]> {
  const same = await handle.all(IN_THESE_WORDS, teller.id, since, words);
  const told: Recovery[] = [];
  for (const id of same.map((row) => text(row, 'id')).toSorted()) {
    const found = await recovery(handle, teller.organization, id);
    if (found) told.push(found);
  }
  return told;
}

export async function recoveriesToldBy(
  handle: Statements,
  teller: string,
  since: Instant,
  limit: number,
): Promise<readonly Recovery[]> {
  const rows = await handle.all(
    `WITH latest AS (SELECT * FROM recoveries WHERE teller = ? AND at >= ? ORDER BY at DESC, id DESC LIMIT ?)
     ${SELECT} FROM latest s ${JOINED} ORDER BY s.at DESC, s.id DESC, h.position`,
    teller,
    since,
    limit,
  );
  return eachStory(rows, toRecovery);
}

export async function recoveriesAbout(
  handle: Statements,
  person: string,
  since: Instant,
  limit: number,
): Promise<readonly Recovery[]> {
  const rows = await handle.all(
    `WITH latest AS (
       SELECT r.* FROM recovery_heroes m JOIN recoveries r ON r.id = m.recovery WHERE m.person = ? AND m.at >= ?
       ORDER BY m.at DESC LIMIT ?)
     ${SELECT} FROM latest s ${JOINED} ORDER BY s.at DESC, s.id DESC, h.position`,
    person,
    since,
    limit,
  );
  return eachStory(rows, toRecovery);
}

/** The recoveries after this one in the order they were written, for reading all in pages. */
export async function recoveriesAfter(
  handle: Statements,
  seq: number,
  limit: number,
): Promise<readonly { readonly story: Recovery; readonly seq: number; readonly organization: string }[]> {
  const rows = await handle.all(
    `WITH page AS (SELECT * FROM recoveries WHERE seq > ? ORDER BY seq LIMIT ?)
     ${SELECT}, s.seq, s.organization FROM page s ${JOINED} ORDER BY s.seq, h.position`,
    seq,
    limit,
  );
  return eachStory(rows, (row, heroes) => ({
    story: toRecovery(row, heroes),
    seq: number(row, 'seq'),
    organization: text(row, 'organization'),
  }));
}

export async function writeRecovery(
  handle: Statements,
  organization: string,
  story: Recovery,
  praise: string | null,
): Promise<void> {
  await handle.run(
    `INSERT INTO recoveries (id, organization, teller, words, voice, what_broke, customer, touchpoint, at_touchpoint, audience, permalink, praise, written_at, at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT coalesce(wrote_at, captured_at) FROM praise WHERE id = ?), ?)`,
    story.id,
    organization,
    story.teller.person,
    story.words,
    story.voice,
    story.whatBroke,
    story.customer,
    story.touchpoint,
    await touchpointAt(handle, organization, story.touchpoint),
    story.audience,
    story.permalink,
    praise,
    praise,
    story.at,
  );
  for (const [position, hero] of story.heroes.entries()) {
    await handle.run(
      'INSERT INTO recovery_heroes (organization, recovery, person, position, at) VALUES (?, ?, ?, ?, ?)',
      organization,
      story.id,
      hero.person,
      position,
      story.at,
    );
  }
}

export async function rewordRecovery(handle: Statements, id: string, words: string): Promise<void> {
  await handle.run('UPDATE recoveries SET words = ? WHERE id = ?', words, id);
}

export async function detailRecovery(
  handle: Statements,
  organization: string,
  { id, customer, touchpoint }: Recovery,
): Promise<void> {
  const at = await touchpointAt(handle, organization, touchpoint);
  await handle.run(
    'UPDATE recoveries SET customer = ?, touchpoint = ?, at_touchpoint = ? WHERE id = ?',
    customer,
    touchpoint,
    at,
    id,
  );
}

export async function removeRecovery(handle: Statements, id: string): Promise<void> {
  await handle.run('DELETE FROM recoveries WHERE id = ?', id);
}

function toRecovery(row: Row, heroes: readonly Named[]): Recovery {
  return { ...storyFacts(row, heroes), lane: 'recovery', whatBroke: text(row, 'what_broke') };
}
