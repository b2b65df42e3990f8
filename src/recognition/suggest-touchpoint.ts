import type { Touchpoint } from '../touchpoints.ts';
import { nameKey } from './same-name.ts';

/** In words so long an ending may differ: "checkout" is meant by "checkouts", "Empfang" by "Empfangs". */
const LEAST_STEM = 4;
/** How much of an ending may differ. */
const MOST_ENDING = 2;

let segmenter: Intl.Segmenter | undefined;

const NAMES_KEPT = 1000;
const names = new Map<string, readonly string[]>();

/**
 * The touchpoint whose whole name stands in a story's words, as they stand there or word by word; of several the one
 * with the longest name, since "front desk" says more than "desk". Words are found in any script, also where no spaces
 * part them.
 */
export function suggestTouchpoint(words: string, touchpoints: readonly Touchpoint[]): Touchpoint | null {
  if (touchpoints.length === 0) return null;
  const said = wordsIn(words);
  let best: { readonly touchpoint: Touchpoint; readonly length: number } | null = null;
  for (const touchpoint of touchpoints) {
    const name = wordsOfName(touchpoint.name);
    const length = name.join('').length;
    if (length > (best?.length ?? 0) && name.every((word) => isSaid(word, said))) best = { touchpoint, length };
  }
  return best?.touchpoint ?? null;
}

function isSaid(word: string, said: readonly string[]): boolean {
  return said.some((one) => {
    if (one === word) return true;
    const [short, long] = one.length < word.length ? [one, word] : [word, one];
    return short.length >= LEAST_STEM && long.startsWith(short) && long.length - short.length <= MOST_ENDING;
  });
}

/** A company's names are asked for with each story: taking them apart anew would cost more than all else here. */
function wordsOfName(name: string): readonly string[] {
  const known = names.get(name);
  if (known !== undefined) return known;
  if (names.size >= NAMES_KEPT) names.clear();
  const words = wordsIn(name);
  names.set(name, words);
  return words;
}

function wordsIn(text: string): readonly string[] {
  // Made on first use: it takes as long as loading thirty modules.
  segmenter ??= new Intl.Segmenter('en', { granularity: 'word' });
  const words = [...segmenter.segment(nameKey(text))].filter(({ isWordLike }) => isWordLike);
  return [...new Set(words.map(({ segment }) => segment))];
}
