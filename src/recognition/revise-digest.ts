import type { Digest, Win } from '../views.ts';
import type { Announcement } from './decision.ts';
import type { PlannedDigest } from './organization.ts';

/** Edits a posted digest so that it no longer tells this story. Nobody moves up: the others stay where people read them. */
export function digestWithout(planned: PlannedDigest, digest: Digest, story: string): readonly Announcement[] {
  return replaceStory(planned, digest, story, []);
}

/** Edits a posted digest so that it tells this win, in its place, as the win is now. */
export function digestWith(planned: PlannedDigest, digest: Digest, win: Win): readonly Announcement[] {
  return replaceStory(planned, digest, win.id, [win]);
}

function replaceStory(
  { id }: PlannedDigest,
  { week, inFull, inALine }: Digest,
  story: string,
  by: readonly Win[],
): readonly Announcement[] {
  if (![...inFull, ...inALine].some((win) => win.id === story)) return [];
  const replaced = (wins: readonly Win[]) => wins.flatMap((win) => (win.id === story ? by : [win]));
  const digest = { week, inFull: replaced(inFull), inALine: replaced(inALine) };
  return [{ to: 'wherever-it-stands', about: { kind: 'digest', id }, view: { type: 'digest', digest } }];
}
