import type { Instant, Week } from '../src/commands.ts';
import type { UntoldWin } from '../src/recognition/digest.ts';
import type { Person } from '../src/recognition/organization.ts';
import type { Named, Win } from '../src/views.ts';
import { flag, number, type Row, type Statements, text, textOrNull } from './database.ts';
import { eachStory, inTheseWords, STORY, storyFacts } from './story-rows.ts';
import { touchpointAt } from './touchpoints.ts';

// The whole of the wins' lane. Nothing here knows that there are recoveries: the digest needs no more than this.

/** What selects wins as `s`; behind it FROM. */
export const SELECT = `SELECT ${STORY}, s.settled, s.held_until`;
export const JOINED = `JOIN people t ON t.id = s.teller JOIN win_heroes h ON h.win = s.id JOIN people p ON p.id = h.person`;
const IN_THESE_WORDS = inTheseWords('wins');

export async function win(handle: Statements, organization: string, id: string): Promise<Win | null> {
  const rows = await handle.all(
    `${SELECT} FROM wins s ${JOINED} WHERE s.id = ? AND s.organization = ? ORDER BY h.position`,
    id,
    organization,
  );
  return eachStory(rows, toWin)[0] ?? null;
}

export async function winsInTheseWords(
  handle: Statements,
  teller: Person,
  words: string,
  since: Instant,
): Promise<readonly Win[]> {
  const same = await handle.all(IN_THESE_WORDS, teller.id, since, words);
  const told: Win[] = [];
  for (const id of same.map((row) => text(row, 'id')).toSorted()) {
    const found = await win(handle, teller.organization, id);
    if (found) told.push(found);
  }
  return told;
}

export async function winsToldBy(handle: Statements, teller: string, limit: number): Promise<readonly Win[]> {
  const rows = await handle.all(
    `WITH latest AS (SELECT * FROM wins WHERE teller = ? ORDER BY at DESC, id DESC LIMIT ?)
     ${SELECT} FROM latest s ${JOINED} ORDER BY s.at DESC, s.id DESC, h.position`,
    teller,
    limit,
  );
  return eachStory(rows, toWin);
}

export async function winsAbout(handle: Statements, person: string, limit: number): Promise<readonly Win[]> {
  const rows = await handle.all(
    `WITH latest AS (SELECT w.* FROM win_heroes m JOIN wins w ON w.id = m.win WHERE m.person = ? ORDER BY m.at DESC LIMIT ?)
     ${SELECT} FROM latest s ${JOINED} ORDER BY s.at DESC, s.id DESC, h.position`,
    person,
    limit,
  );
  return eachStory(rows, toWin);
}

/** Public wins that no digest has told, oldest first; held and unsettled ones too. */
export async function untoldWins(handle: Statements, organization: string): Promise<readonly UntoldWin[]> {
  const rows = await handle.all(
    `${SELECT} FROM wins s ${JOINED}
     WHERE s.organization = ? AND s.told = 0 AND s.audience = 'everyone' ORDER BY s.at, s.id, h.position`,
    organization,
  );
  return eachStory(rows, (row, heroes) => ({ win: toWin(row, heroes), heldUntil: textOrNull(row, 'held_until') }));
}

/** The wins that the digest of this week would tell by now: settled, not held beyond it. Newest first. */
export async function comingWins(
  handle: Statements,
  organization: string,
  week: Week,
  limit: number,
): Promise<readonly Win[]> {
  const rows = await handle.all(
    `WITH latest AS (
       SELECT * FROM wins
       WHERE organization = ? AND told = 0 AND audience = 'everyone' AND settled = 1 AND (held_until IS NULL OR held_until < ?)
       ORDER BY at DESC, id DESC LIMIT ?)
     ${SELECT} FROM latest s ${JOINED} ORDER BY s.at DESC, s.id DESC, h.position`,
    organization,
    week,
    limit,
  );
  return eachStory(rows, toWin);
}

/** The wins that a digest tells now, in its order. */
export async function winsInDigest(
  handle: Statements,
  digest: string,
): Promise<readonly { readonly win: Win; readonly form: 'full' | 'line' }[]> {
  const rows = await handle.all(
    `${SELECT}, d.form FROM digest_wins d JOIN wins s ON s.id = d.win ${JOINED}
     WHERE d.digest = ? AND s.audience = 'everyone' ORDER BY d.position, h.position`,
    digest,
  );
  return eachStory(rows, (row, heroes) => ({
    win: toWin(row, heroes),
    form: text(row, 'form') === 'full' ? 'full' : 'line',
  }));
}

/** The wins after this one in the order they were written, for reading all in pages; `seq` of the last goes on. */
export async function winsAfter(
  handle: Statements,
  seq: number,
  limit: number,
): Promise<readonly { readonly story: Win; readonly seq: number; readonly organization: string }[]> {
  const rows = await handle.all(
    `WITH page AS (SELECT * FROM wins WHERE seq > ? ORDER BY seq LIMIT ?)
     ${SELECT}, s.seq, s.organization FROM page s ${JOINED} ORDER BY s.seq, h.position`,
    seq,
    limit,
  );
  return eachStory(rows, (row, heroes) => ({
    story: toWin(row, heroes),
    seq: number(row, 'seq'),
    organization: text(row, 'organization'),
  }));
}

export async function writeWin(
  handle: Statements,
  organization: string,
  story: Win,
  praise: string | null,
): Promise<void> {
  await handle.run(
    `INSERT INTO wins (id, organization, teller, words, voice, customer, touchpoint, at_touchpoint, audience, permalink, settled, told, praise, written_at, at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, (SELECT coalesce(wrote_at, captured_at) FROM praise WHERE id = ?), ?)`,
    story.id,
    organization,
    story.teller.person,
    story.words,
    story.voice,
    story.customer,
    story.touchpoint,
    await touchpointAt(handle, organization, story.touchpoint),
    story.audience,
    story.permalink,
    Number(story.settled),
    praise,
    praise,
    story.at,
  );
  for (const [position, hero] of story.heroes.entries()) {
    await handle.run(
      'INSERT INTO win_heroes (organization, win, person, position, at) VALUES (?, ?, ?, ?, ?)',
      organization,
      story.id,
      hero.person,
      position,
      story.at,
    );
  }
}

/** Keeps in mind that a win is held, while it is in the other lane. */
export async function rememberHold(handle: Statements, organization: string, id: string): Promise<void> {
  await handle.run(
    `INSERT INTO held_elsewhere (win, organization, held_until)
     SELECT id, ?, held_until FROM wins WHERE id = ? AND held_until IS NOT NULL`,
    organization,
    id,
  );
}

/** A win that comes back from the other lane is told if a digest told it before, and held if it was. */
export async function restoreWin(handle: Statements, id: string): Promise<void> {
  await handle.run(
    'UPDATE wins SET told = 1 WHERE id = ? AND EXISTS (SELECT 1 FROM digest_wins d WHERE d.win = wins.id)',
    id,
  );
  await handle.run(
    'UPDATE wins SET held_until = (SELECT h.held_until FROM held_elsewhere h WHERE h.win = wins.id) WHERE id = ?',
    id,
  );
  await handle.run('DELETE FROM held_elsewhere WHERE win = ?', id);
}

export async function settleWin(handle: Statements, id: string): Promise<void> {
  await handle.run('UPDATE wins SET settled = 1 WHERE id = ?', id);
}

export async function holdWin(handle: Statements, id: string, until: Week | null): Promise<void> {
  await handle.run('UPDATE wins SET held_until = ? WHERE id = ?', until, id);
}

export async function rewordWin(handle: Statements, id: string, words: string): Promise<void> {
  await handle.run('UPDATE wins SET words = ? WHERE id = ?', words, id);
}

export async function detailWin(
  handle: Statements,
  organization: string,
  { id, customer, touchpoint }: Win,
): Promise<void> {
  const at = await touchpointAt(handle, organization, touchpoint);
  await handle.run(
    'UPDATE wins SET customer = ?, touchpoint = ?, at_touchpoint = ? WHERE id = ?',
    customer,
    touchpoint,
    at,
    id,
  );
}

export async function removeWin(handle: Statements, id: string): Promise<void> {
  await handle.run('DELETE FROM wins WHERE id = ?', id);
}

export function toWin(row: Row, heroes: readonly Named[]): Win {
  return { ...storyFacts(row, heroes), lane: 'win', settled: flag(row, 'settled') };
}
