import type { Named } from '../src/views.ts';
import type { ToldWin, WallPosition } from '../src/wall.ts';
import { number, type Row, type Statements, text } from './database.ts';
import { eachStory } from './story-rows.ts';
import { JOINED, SELECT, toWin } from './wins.ts';

/** What digests told and everyone may see, newest week first and in each digest's order, from behind a position on. */
export async function toldWins(
  handle: Statements,
  organization: string,
  after: WallPosition,
  limit: number,
): Promise<readonly ToldWin[]> {
  const rows = await handle.all(
    // Weeks come from their index in this order, so that SQLite stops with the page.
    `WITH page AS (
       SELECT d.win, g.week, d.position AS place
       FROM digests g CROSS JOIN digest_wins d ON d.digest = g.id CROSS JOIN wins w ON w.id = d.win
       WHERE g.organization = ? AND g.week <= ? AND (g.week < ? OR d.position > ?) AND w.audience = 'everyone'
       ORDER BY g.week DESC, d.position LIMIT ?)
     ${SELECT}, page.week, page.place FROM page JOIN wins s ON s.id = page.win ${JOINED}
     ORDER BY page.week DESC, page.place, h.position`,
    organization,
    after.week,
    after.week,
    after.position,
    limit,
  );
  return eachStory(rows, toTold);
}

/** One win that a digest told and everyone may see. */
export async function toldWin(handle: Statements, organization: string, id: string): Promise<ToldWin | null> {
  const rows = await handle.all(
    `${SELECT}, g.week, d.position AS place
     FROM digest_wins d JOIN digests g ON g.id = d.digest JOIN wins s ON s.id = d.win ${JOINED}
     WHERE d.win = ? AND d.organization = ? AND s.audience = 'everyone' ORDER BY h.position`,
    id,
    organization,
  );
  return eachStory(rows, toTold)[0] ?? null;
}

function toTold(row: Row, heroes: readonly Named[]): ToldWin {
  return { win: toWin(row, heroes), week: text(row, 'week'), position: number(row, 'place') };
}
