import type { Obstacle } from '../obstacles.ts';

/** What must be shared of the words that carry meaning: most of the shorter text's, and not too few of the longer's. */
const OF_SHORTER = 0.75;
const OF_LONGER = 0.4;
/** One shared word alone is chance: the printer at the till, the printer of the labels. */
const SHARED_AT_LEAST = 2;
/** Shorter words bind, they hardly mean: the, der, les, что. Scripts without spaces have words as short as these. */
const SHORT = 4;
const SPACED = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}'’]+$/u;

/** The newest obstacle that says the same in much the same words; joining others would repeat it. */
export function findAlike(words: string, open: readonly Obstacle[]): Obstacle | null {
  const said = meaningful(words);
  return open.find((obstacle) => areAlike(said, meaningful(obstacle.words))) ?? null;
}

function areAlike(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  if (one.size === 0 || other.size === 0) return false;
  const shared = one.intersection(other).size;
  if (shared === one.size && shared === other.size) return true;
  // Another number is another matter: under 5 €, under 500 €.
  if (numbers(one) !== numbers(other) && numbers(one) !== '' && numbers(other) !== '') return false;
  const [shorter, longer] = [Math.min(one.size, other.size), Math.max(one.size, other.size)];
  return shared >= SHARED_AT_LEAST && shared / shorter >= OF_SHORTER && shared / longer >= OF_LONGER;
}

const words = new Intl.Segmenter('und', { granularity: 'word' });

/** The words that carry meaning, each once, in one spelling; all of them where none does. */
function meaningful(text: string): ReadonlySet<string> {
  const all: string[] = [];
  for (const { segment, isWordLike } of words.segment(text.normalize('NFKC').toLowerCase())) {
    if (isWordLike) all.push(segment.normalize('NFD').replace(/(?<=\p{Script=Latin})\p{M}+/gu, ''));
  }
  const carrying = all.filter((word) => !SPACED.test(word) || word.length >= SHORT).map(singular);
  return new Set(carrying.length > 0 ? carrying : all);
}

function singular(word: string): string {
  return SPACED.test(word) && word.length > SHORT ? word.replace(/s$/, '') : word;
}

function numbers(said: ReadonlySet<string>): string {
  return [...said]
    .filter((word) => /^\p{N}/u.test(word))
    .toSorted()
    .join(' ');
}
