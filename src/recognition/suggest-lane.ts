import type { Suggestion } from '../views.ts';
import { type Signs, signsIn } from './praise-signs.ts';
import file from './praise-weights.json' with { type: 'json' };

/** What each sign says for each lane: one number a lane, the larger the more. */
export type Learned = {
  readonly lanes: readonly Suggestion['lane'][];
  /** What each lane has before anything was read. */
  readonly before: readonly number[];
  readonly signs: { readonly [sign: string]: readonly number[] };
};

export type Weights = Learned & {
  /** How likely a lane must be for it to be chosen already where a person decides; null for never. */
  readonly chosenFrom: { readonly [lane in Suggestion['lane']]: number | null };
};

const by = file as Weights;
/** Most words shown as reasons. */
const MOST_REASONS = 4;
/** A sign that speaks less clearly for the lane than this is no reason to show. */
const LEAST_SAY = 0.15;

/**
 * What a customer's words look like, the words that led to it, and whether that is sure enough to be chosen already.
 * Null when no word of theirs says anything. A person decides.
 */
export function suggestLane(words: string): Suggestion | null {
  const signs = signsIn(words);
  const likely = likelihoods(by, signs);
  const best = likely.indexOf(Math.max(...likely));
  const lane = by.lanes[best];
  const because = lane === undefined ? [] : reasons(by, signs, best);
  if (lane === undefined || because.length === 0) return null;
  const from = by.chosenFrom[lane];
  return { lane, because, sure: from !== null && (likely[best] ?? 0) >= from };
}

/** How likely each lane is, in the order of the weights' lanes; they add up to one. */
export function likelihoods({ before, signs: known }: Learned, signs: Signs): readonly number[] {
  const sums = [...before];
  for (const sign of signs.keys()) {
    for (const [at, weight] of (known[sign] ?? []).entries()) sums[at] = (sums[at] ?? 0) + weight;
  }
  const most = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - most));
  const all = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / all);
}

/** The words behind the signs that speak most for this lane, each word once. */
function reasons({ signs: known }: Learned, signs: Signs, at: number): readonly string[] {
  const speaking = [...signs]
    .map(([sign, words]) => ({ words, says: known[sign]?.[at] ?? 0 }))
    .filter(({ words, says }) => says >= LEAST_SAY && words.length > 0)
    .toSorted((one, other) => other.says - one.says);
  const shown: string[] = [];
  for (const word of speaking.flatMap(({ words }) => words)) {
    if (shown.length < MOST_REASONS && !shown.some((other) => ` ${other} `.includes(` ${word} `))) shown.push(word);
  }
  return shown;
}
