import type { Named } from '../src/views.ts';
import { number, type Row, text, textOrNull } from './database.ts';

/** What both lanes' queries select of a story; a row for each of its heroes, in their order. */
export const STORY = `s.id, s.words, s.teller, t.name AS teller_name, s.voice, s.customer, s.audience, s.permalink, s.at,
  coalesce((SELECT k.name FROM touchpoints k WHERE k.id = s.at_touchpoint), s.touchpoint) AS touchpoint,
  h.person AS hero, p.name AS hero_name,
  (SELECT count(*) FROM cheers c WHERE c.story = s.id) AS cheers`;

/**
 * The ids of a lane's stories by a teller, since then, in exactly these words. Asked with each kudos: SQLite compiles a
 * statement anew whenever a value compared with an indexed column is bound (its STAT4), so that the values come in by a
 * table of their own, which makes this five times as fast.
 */
export function inTheseWords(lane: 'wins' | 'recoveries'): string {
  return `WITH asked (teller, since, words) AS (VALUES (?, ?, ?))
    SELECT s.id FROM asked a JOIN ${lane} s ON s.teller = a.teller AND s.at >= a.since AND s.words = a.words`;
}

/** Gathers the rows of each story, keeping the order in which the stories first come. */
export function eachStory<Story>(
  rows: readonly Row[],
  toStory: (row: Row, heroes: readonly Named[]) => Story,
): readonly Story[] {
  const heroesOf = Map.groupBy(rows, (row) => text(row, 'id'));
  return [...heroesOf.values()].flatMap((group) => {
    const first = group[0];
    const heroes = group.map((row) => ({ person: text(row, 'hero'), name: text(row, 'hero_name') }));
    return first ? [toStory(first, heroes)] : [];
  });
}

export function storyFacts(row: Row, heroes: readonly Named[]) {
  return {
    id: text(row, 'id'),
    words: text(row, 'words'),
    heroes,
    teller: { person: text(row, 'teller'), name: text(row, 'teller_name') },
    voice: text(row, 'voice') === 'customer' ? 'customer' : 'colleague',
    customer: textOrNull(row, 'customer'),
    touchpoint: textOrNull(row, 'touchpoint'),
    audience: text(row, 'audience') === 'heroes' ? 'heroes' : 'everyone',
    permalink: textOrNull(row, 'permalink'),
    at: text(row, 'at'),
    cheers: number(row, 'cheers'),
  } as const;
}
