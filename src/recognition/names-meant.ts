import { otherNames } from './nicknames.ts';
import { isOneSlipApart, slipKeys } from './one-letter-slips.ts';
import type { Person } from './organization.ts';

export type Colleague = {
  readonly person: Person;
  readonly whole: string;
  readonly first: string;
  readonly last: string;
};

type Meant = { readonly colleague: Colleague; readonly word: string };

/** In shorter names a slip makes another name as easily: Ana, Ina, Ann. */
const SHORTEST_SLIPPED = 4;
const SHORTEST_FAMILY = 3;

/**
 * Whom each of these words may mean, in the words' order: a first name itself, a family name, a nickname, a slip of one
 * letter. A colleague is met once, by the first word that may mean them.
 */
export function namesMeant(words: readonly string[], colleagues: readonly Colleague[]): readonly Meant[] {
  const families = Map.groupBy(colleagues, ({ last }) => last);
  const firsts = Map.groupBy(colleagues, ({ first }) => first.toLowerCase());
  const slips = bySlipKey([...new Set(colleagues.map(({ first }) => first))]);
  const met = new Map<Colleague, string>();
  const meet = (word: string, ones: readonly Colleague[] | undefined) => {
    for (const one of ones ?? []) if (!met.has(one)) met.set(one, word);
  };
  for (const word of words.filter((word) => /^[\p{Lu}\p{Lo}]/u.test(word))) {
    const itself = firsts.get(word.toLowerCase());
    meet(word, itself);
    if (word.length >= SHORTEST_FAMILY) meet(word, families.get(word));
    for (const name of otherNames(word)) meet(word, firsts.get(name));
    if (itself !== undefined || word.length < SHORTEST_SLIPPED) continue;
    for (const first of slippedFrom(word, slips)) meet(word, firsts.get(first.toLowerCase()));
  }
  return [...met].map(([colleague, word]) => ({ colleague, word }));
}

type Slips = ReadonlyMap<string, readonly string[]>;

function bySlipKey(names: readonly string[]): Slips {
  const slips = new Map<string, string[]>();
  for (const name of names.filter(({ length }) => length >= SHORTEST_SLIPPED)) {
    for (const key of slipKeys(name)) {
      const known = slips.get(key);
      if (known === undefined) slips.set(key, [name]);
      else known.push(name);
    }
  }
  return slips;
}

function slippedFrom(word: string, slips: Slips): ReadonlySet<string> {
  const near = slipKeys(word).flatMap((key) => slips.get(key) ?? []);
  return new Set(near.filter((name) => isOneSlipApart(word, name)));
}
