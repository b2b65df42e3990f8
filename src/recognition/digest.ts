import type { Week } from '../commands.ts';
import type { Digest, Win } from '../views.ts';

/** A public win that no digest has told yet. It stays out of every digest up to and including the week `heldUntil`. */
export type UntoldWin = { readonly win: Win; readonly heldUntil: Week | null };

/** How many stories a digest tells in full; the others stand in a line each. */
const STORIES_IN_FULL = 5;

const VOICE_RANK = { customer: 0, colleague: 10 } as const;

/**
 * Edits a week's digest. Every win that may be told is in it, once. Who stands in full is decided by fairness first
 * (a colleague, then a touchpoint, that stands there already yields to those that do not), then by voice (the
 * customer's own words before ours), then by teller, then by age. Within both parts the customers' words come first.
 */
export function editDigest(week: Week, untold: readonly UntoldWin[]): Digest {
  const wins = inOrder(once(untold.filter((story) => mayBeTold(story, week))));
  const chosen = chooseInFull(wins);
  return {
    week,
    inFull: wins.filter((win) => chosen.has(win)),
    inALine: wins.filter((win) => !chosen.has(win)),
  };
}

export function isHeld({ heldUntil }: UntoldWin, week: Week): boolean {
  return heldUntil !== null && heldUntil >= week;
}

function mayBeTold(story: UntoldWin, week: Week): boolean {
  return story.win.audience === 'everyone' && story.win.settled && !isHeld(story, week);
}

function once(untold: readonly UntoldWin[]): readonly Win[] {
  return [...new Map(untold.map(({ win }) => [win.id, win])).values()];
}

function inOrder(wins: readonly Win[]): readonly Win[] {
  return wins.toSorted((one, other) => {
    if (one.voice !== other.voice) return VOICE_RANK[one.voice] - VOICE_RANK[other.voice];
    if (one.at !== other.at) return one.at < other.at ? -1 : 1;
    return one.id < other.id ? -1 : 1;
  });
}

function chooseInFull(wins: readonly Win[]): ReadonlySet<Win> {
  const inFull = new Set<Win>();
  for (let place = 1; place <= STORIES_IN_FULL; place++) {
    const waiting = wins.filter((win) => !inFull.has(win));
    const next = leastRepeating(waiting, [...inFull]);
    if (next) inFull.add(next);
  }
  return inFull;
}

function leastRepeating(waiting: readonly Win[], inFull: readonly Win[]): Win | null {
  const rankOf = rankBeside(inFull);
  let least: { readonly win: Win; readonly rank: number } | null = null;
  for (const win of waiting) {
    const rank = rankOf(win);
    if (least === null || rank < least.rank) least = { win, rank };
    // It repeats nothing, and in their order none of a better voice follows.
    if (rank === VOICE_RANK[win.voice]) break;
  }
  return least?.win ?? null;
}

/** Each count is below ten: decimal places keep a weightier one ahead of all the lighter ones. */
function rankBeside(inFull: readonly Win[]): (win: Win) => number {
  const heroes = countEach(inFull.flatMap(heroesOf));
  const touchpoints = countEach(inFull.flatMap(touchpointsOf));
  const tellers = countEach(inFull.map((win) => win.teller.person));
  return (win) =>
    1000 * most(heroes, heroesOf(win)) +
    100 * most(touchpoints, touchpointsOf(win)) +
    VOICE_RANK[win.voice] +
    most(tellers, [win.teller.person]);
}

function heroesOf(win: Win): readonly string[] {
  return win.heroes.map((hero) => hero.person);
}

/** None or one: a story without a touchpoint shares it with no other. */
function touchpointsOf(win: Win): readonly string[] {
  return win.touchpoint ? [win.touchpoint.trim().toLowerCase()] : [];
}

function countEach(names: readonly string[]): ReadonlyMap<string, number> {
  return names.reduce((counts, name) => counts.set(name, (counts.get(name) ?? 0) + 1), new Map<string, number>());
}

function most(counts: ReadonlyMap<string, number>, names: readonly string[]): number {
  return names.reduce((highest, name) => Math.max(highest, counts.get(name) ?? 0), 0);
}
