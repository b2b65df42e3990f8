// Learns how much each sign speaks for each lane: multinomial logistic regression, by plain gradient descent over all
// examples at once. Nothing in it is left to chance, so the same examples give the same weights everywhere.

import { type Signs, signsIn } from '../../src/recognition/praise-signs.ts';
import { type Learned, likelihoods, type Weights } from '../../src/recognition/suggest-lane.ts';
import { type Example, LANES } from './examples.ts';

const STEPS = 400;
const PACE = 0.5;
/** Keeps weights small, so that no sign seen in a few examples decides alone. */
const RESTRAINT = 0.004;
const FOLDS = 5;
/**
 * A lane is chosen already from where it was right this often in examples not learned from. More than the four times
 * in five that are asked for: other people's words are harder than those of whoever wrote the examples.
 */
const RIGHT = 0.95;
/** Fewer than this many say nothing about how often it is right. */
const ENOUGH = 20;
/** Strangers' complaints that tell of a poor repair were taken for this too often, however sure our own examples were. */
const NEVER_AHEAD = 'recovery';
const STEPS_OF_LIKELIHOOD = [0.85, 0.9, 0.95];

/** The weights that the examples teach, and from where on they are sure enough. */
export function train(examples: readonly Example[]): Weights {
  const guesses = [...Array(FOLDS).keys()].flatMap((fold) => {
    const learned = learn(examples.filter((_, at) => at % FOLDS !== fold));
    return examples.filter((_, at) => at % FOLDS === fold).map((example) => guess(learned, example));
  });
  const from = LANES.map((lane) => {
    const ahead = lane === NEVER_AHEAD ? null : sureFrom(guesses.filter((one) => one.lane === lane));
    return [lane, ahead];
  });
  return { ...learn(examples), chosenFrom: Object.fromEntries(from) };
}

type Guess = { readonly lane: Example['lane'] | undefined; readonly likely: number; readonly right: boolean };

function guess(learned: Learned, { lane, words }: Example): Guess {
  const likely = likelihoods(learned, signsIn(words));
  const most = Math.max(...likely);
  const guessed = LANES[likely.indexOf(most)];
  return { lane: guessed, likely: most, right: guessed === lane };
}

function sureFrom(guesses: readonly Guess[]): number | null {
  const step = STEPS_OF_LIKELIHOOD.find((least) => {
    const above = guesses.filter(({ likely }) => likely >= least);
    return above.length >= ENOUGH && above.filter(({ right }) => right).length / above.length >= RIGHT;
  });
  return step ?? null;
}

type Growing = { readonly lanes: typeof LANES; readonly before: number[]; readonly signs: Record<string, number[]> };

function learn(examples: readonly Example[]): Learned {
  const read = examples.map(({ lane, words }) => ({ lane: LANES.indexOf(lane), signs: signsIn(words) }));
  const names = [...new Set(read.flatMap(({ signs }) => [...signs.keys()]))].toSorted();
  const weights: Growing = {
    lanes: LANES,
    before: LANES.map(() => 0),
    signs: Object.fromEntries(names.map((sign) => [sign, LANES.map(() => 0)])),
  };
  for (let step = 0; step < STEPS; step += 1) descend(weights, read);
  const signs = Object.entries(weights.signs).map(([sign, each]): [string, number[]] => [sign, each.map(rounded)]);
  return { lanes: LANES, before: weights.before.map(rounded), signs: Object.fromEntries(signs) };
}

/** One step down the slope of the error, for all weights at once. */
function descend(weights: Growing, read: readonly { readonly lane: number; readonly signs: Signs }[]): void {
  const before = LANES.map(() => 0);
  const slopes = new Map(Object.keys(weights.signs).map((sign) => [sign, LANES.map(() => 0)]));
  for (const { lane, signs } of read) {
    for (const [at, likely] of likelihoods(weights, signs).entries()) {
      const off = (likely - (at === lane ? 1 : 0)) / read.length;
      add(before, at, off);
      for (const sign of signs.keys()) add(slopes.get(sign), at, off);
    }
  }
  for (const [at, slope] of before.entries()) add(weights.before, at, -PACE * slope);
  for (const [sign, slope] of slopes) {
    const each = weights.signs[sign] ?? [];
    for (const at of LANES.keys()) add(each, at, -PACE * ((slope[at] ?? 0) + RESTRAINT * (each[at] ?? 0)));
  }
}

function add(numbers: number[] | undefined, at: number, more: number): void {
  if (numbers !== undefined) numbers[at] = (numbers[at] ?? 0) + more;
}

/** Two decimals say as much, take less room, and hide the last bits, which a machine may compute differently. */
function rounded(weight: number): number {
  return Math.round(weight * 100) / 100 || 0;
}
