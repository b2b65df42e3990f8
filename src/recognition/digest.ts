import type { Week } from '../commands.ts';
import type { Digest, Win } from '../views.ts';

/** A public win that no digest has told yet. It stays out of every digest up to and including the week `heldUntil`. */
export type UntoldWin = { readonly win: Win; readonly heldUntil: Week | null };

/** How many stories a digest tells in full; the others stand in a line each. */
export const STORIES_IN_FULL = 5;

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

function once(untold: readonly UntoldWin[]): Win[] {
  return [...new Map(untold.map(({ win }) => [win.id, win])).values()];
}

function inOrder(wins: readonly Win[]): readonly Win[] {
  return wins.toSorted((one, other) => {
    if (one.voice !== other.voice) return one.voice === 'customer' ? -1 : 1;
    if (one.at !== other.at) return one.at < other.at ? -1 : 1;
    return one.id < other.id ? -1 : 1;
  });
}

function chooseInFull(wins: readonly Win[]): ReadonlySet<Win> {
  const chosen = new Set<Win>();
  while (chosen.size < Math.min(STORIES_IN_FULL, wins.length)) {
    chosen.add(
      leastRepeating(
        [...chosen],
        wins.filter((win) => !chosen.has(win)),
      ),
    );
  }
  return chosen;
}

function leastRepeating(inFull: readonly Win[], waiting: readonly Win[]): Win {
  const heroes = countEach(inFull.flatMap((win) => win.heroes.map((hero) => hero.person)));
  const touchpoints = countEach(inFull.flatMap(touchpointOf));
  const tellers = countEach(inFull.map((win) => win.teller.person));
  const repeats = (win: Win) => [
    most(
      heroes,
      win.heroes.map((hero) => hero.person),
    ),
    most(touchpoints, touchpointOf(win)),
    win.voice === 'customer' ? 0 : 1,
    most(tellers, [win.teller.person]),
  ];
  return waiting
    .map((win) => ({ win, repeats: repeats(win) }))
    .reduce((best, next) => (isLess(next.repeats, best.repeats) ? next : best)).win;
}

/** A story without a touchpoint shares it with no other. */
function touchpointOf(win: Win): readonly string[] {
  return win.touchpoint ? [win.touchpoint.trim().toLowerCase()] : [];
}

function countEach(names: readonly string[]): ReadonlyMap<string, number> {
  return names.reduce((counts, name) => counts.set(name, (counts.get(name) ?? 0) + 1), new Map<string, number>());
}

function most(counts: ReadonlyMap<string, number>, names: readonly string[]): number {
  return Math.max(0, ...names.map((name) => counts.get(name) ?? 0));
}

function isLess(one: readonly number[], other: readonly number[]): boolean {
  const differs = one.findIndex((number, place) => number !== other[place]);
  return differs >= 0 && Number(one[differs]) < Number(other[differs]);
}
