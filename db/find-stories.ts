import type { Story } from '../src/views.ts';
import { number, type Statements, text, type Value } from './database.ts';
import type { Found } from './search.ts';
import { matchAll, peopleNamed, sorted, termsIn } from './search-terms.ts';
import { story } from './stories.ts';

const LANES = [
  { words: 'win_words', stories: 'wins', heroes: 'win_heroes', hero: 'win' },
  { words: 'recovery_words', stories: 'recoveries', heroes: 'recovery_heroes', hero: 'recovery' },
] as const;

type Hit = { readonly id: string; readonly at: string; readonly rank: number };
type Sought = {
  readonly organization: string;
  /** Each has to stand in the words or in the customer's name. */
  readonly terms: readonly string[];
  /** Of each of these one has to be a hero. */
  readonly heroes: readonly (readonly string[])[];
  readonly limit: number;
};

/**
 * Public stories of both lanes that hold all these words, or words that begin with them; where some of the words name
 * colleagues, stories about those come first.
 */
export async function findStories(
  handle: Statements,
  organization: string,
  words: string,
  limit: number,
): Promise<Found> {
  const terms = termsIn(words);
  if (terms.length === 0) return { stories: [], more: false };
  const named = await peopleNamed(handle, organization, terms);
  const rest = terms.filter((term) => !named.has(term));
  const sought = { organization, limit: limit + 1 };
  const about = named.size === 0 ? [] : await find(handle, { ...sought, terms: rest, heroes: [...named.values()] });
  const saying = await find(handle, { ...sought, terms, heroes: [] });
  const best = [...new Set([...about, ...saying].map(({ id }) => id))];
  const stories = await Promise.all(best.slice(0, limit).map((id) => story(handle, organization, id)));
  return { stories: stories.filter((found): found is Story => found !== null), more: best.length > limit };
}

/** Best first; newest first where no word of the index was looked for. */
async function find(handle: Statements, sought: Sought): Promise<readonly Hit[]> {
  const hits: Hit[] = [];
  for (const lane of LANES) {
    const { sql, values } = queryFor(lane, sought);
    const rows = await handle.all(sql, ...values);
    hits.push(...rows.map((row) => ({ id: text(row, 'id'), at: text(row, 'at'), rank: number(row, 'rank') })));
  }
  return hits.toSorted((one, other) => one.rank - other.rank || (one.at < other.at ? 1 : -1));
}

function queryFor(
  { words, stories, heroes, hero }: (typeof LANES)[number],
  { organization, terms, heroes: named, limit }: Sought,
): { readonly sql: string; readonly values: readonly Value[] } {
  const { indexed, within } = sorted(terms);
  const conditions = [
    ...(indexed.length === 0 ? [] : [`${words} MATCH ?`]),
    's.organization = ?',
    `s.audience = 'everyone'`,
    ...within.map(() => `instr(s.words || ' ' || coalesce(s.customer, ''), ?) > 0`),
    ...named.map(
      () => `s.id IN (SELECT h.${hero} FROM ${heroes} h WHERE h.person IN (SELECT value FROM json_each(?)))`,
    ),
  ];
  const [from, rank, order] =
    indexed.length === 0
      ? [`${stories} s`, '0', named.length === 0 ? 's.seq DESC' : 's.at DESC']
      : [`${words} f JOIN ${stories} s ON s.seq = f.rowid`, 'f.rank', 'f.rank'];
  return {
    sql: `SELECT s.id, s.at, ${rank} AS rank FROM ${from} WHERE ${conditions.join(' AND ')} ORDER BY ${order} LIMIT ?`,
    values: [
      ...(indexed.length === 0 ? [] : [matchAll(indexed)]),
      organization,
      ...within,
      ...named.map((people) => JSON.stringify(people)),
      limit,
    ],
  };
}
