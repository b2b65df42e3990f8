import type { Story } from '../src/views.ts';
import { number, type Statements, text } from './database.ts';
import type { Found } from './search.ts';
import { story } from './stories.ts';

const LANES = [
  { words: 'win_words', stories: 'wins' },
  { words: 'recovery_words', stories: 'recoveries' },
] as const;

/** Public stories of both lanes that hold all these words (or words that begin with them), best first. */
export async function findStories(
  handle: Statements,
  organization: string,
  words: string,
  limit: number,
): Promise<Found> {
  const query = matchAll(words);
  if (query === null) return { stories: [], more: false };
  const hits: { readonly id: string; readonly rank: number }[] = [];
  for (const lane of LANES) {
    const rows = await handle.all(
      `SELECT s.id, f.rank FROM ${lane.words} f JOIN ${lane.stories} s ON s.seq = f.rowid
       WHERE ${lane.words} MATCH ? AND s.organization = ? AND s.audience = 'everyone' ORDER BY f.rank LIMIT ?`,
      query,
      organization,
      limit + 1,
    );
    hits.push(...rows.map((row) => ({ id: text(row, 'id'), rank: number(row, 'rank') })));
  }
  const best = hits.toSorted((one, other) => one.rank - other.rank || (one.id < other.id ? 1 : -1));
  const stories = await Promise.all(best.slice(0, limit).map(({ id }) => story(handle, organization, id)));
  return { stories: stories.filter((found): found is Story => found !== null), more: best.length > limit };
}

/** Each word as a quoted prefix, so that nothing a person types is an operator. https://www.sqlite.org/fts5.html */
function matchAll(words: string): string | null {
  const terms =
    words
      .normalize('NFC')
      .match(/[\p{L}\p{N}\p{M}]+/gu)
      ?.slice(0, 16) ?? [];
  return terms.length === 0 ? null : terms.map((term) => `"${term}"*`).join(' ');
}
