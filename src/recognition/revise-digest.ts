import type { Digest, Win } from '../views.ts';
import type { Announcement } from './decision.ts';
import type { PlannedDigest } from './organization.ts';

/** The digest that tells a story, with all that it tells now. */
export type TellingDigest = { readonly planned: PlannedDigest; readonly digest: Digest };

/**
 * Edits the posted digest that tells a story: the win as it is now stands in the same place; null takes it out, and
 * nobody moves up, so that the others stay where people read them. Without such a digest there is nothing to edit.
 */
export function reviseDigest(telling: TellingDigest | null, story: string, now: Win | null): readonly Announcement[] {
  if (telling === null) return [];
  const { week, inFull, inALine } = telling.digest;
  if (![...inFull, ...inALine].some((win) => win.id === story)) return [];
  const revised = (wins: readonly Win[]) => wins.flatMap((win) => (win.id === story ? (now ?? []) : win));
  const digest = { week, inFull: revised(inFull), inALine: revised(inALine) };
  const about = { kind: 'digest', id: telling.planned.id } as const;
  return [{ to: 'wherever-it-stands', about, view: { type: 'digest', digest } }];
}
