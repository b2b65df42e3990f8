import type { Week } from '../commands.ts';
import type { DigestBelow } from '../digest-below.ts';
import type { Win } from '../views.ts';
import type { Announcement } from './decision.ts';
import { withStory } from './digest-below.ts';

/** A digest that tells a story or told it once. */
export type TellingDigest = {
  readonly id: string;
  readonly week: Week;
  /** Every win it was planned with, in its order; a win since moved or taken back keeps its slot. */
  readonly slots: readonly { readonly win: string; readonly form: 'full' | 'line' }[];
  /** The wins that it tells now. */
  readonly wins: readonly Win[];
  /** What it says below them now. */
  readonly below?: DigestBelow;
  /** What it asked. */
  readonly question?: number;
};

/**
 * Edits a posted digest, wherever it stands: the story shows as `now` in its slot, or not at all when that is null.
 * Nobody moves up: the others stay where people read them.
 */
export function reviseDigest(telling: TellingDigest | null, story: string, now: Win | null): readonly Announcement[] {
  if (telling === null || !telling.slots.some((slot) => slot.win === story)) return [];
  const others = telling.wins.filter((win) => win.id !== story);
  const wins = now === null ? others : [...others, now];
  return digestAgain({ ...telling, wins, ...(telling.below && { below: withStory(telling.below, story, now) }) });
}

/** The digest as it is now, wherever it stands. */
export function digestAgain(telling: TellingDigest): readonly Announcement[] {
  const wins = new Map(telling.wins.map((win) => [win.id, win]));
  const inForm = (form: 'full' | 'line') =>
    telling.slots.flatMap((slot) => (slot.form === form ? (wins.get(slot.win) ?? []) : []));
  const { week, below, question } = telling;
  const digest = {
    week,
    inFull: inForm('full'),
    inALine: inForm('line'),
    ...(below === undefined ? {} : { below }),
    ...(question === undefined ? {} : { question }),
  };
  return [{ to: 'wherever-it-stands', about: { kind: 'digest', id: telling.id }, view: { type: 'digest', digest } }];
}
