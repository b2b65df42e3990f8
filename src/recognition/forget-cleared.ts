import type { Announcement, Decision, Fact } from './decision.ts';
import { digestAgain, type TellingDigest } from './revise-digest.ts';

type Removed = Extract<Fact, { type: 'obstacle-removed' }>;

/** The obstacles that a decision removes altogether. */
export function removedBy({ facts }: Decision): readonly Removed[] {
  return facts.filter((fact) => fact.type === 'obstacle-removed');
}

/** A digest that told of them tells of them no more, nor of a story that goes with the same decision. */
export function forgetCleared(decision: Decision, tellings: readonly TellingDigest[]): Decision {
  const removed = new Set(removedBy(decision).map(({ obstacle }) => obstacle));
  const gone = new Set(
    decision.facts.flatMap((fact) => {
      if (fact.type === 'story-retracted') return [fact.story.id];
      return fact.type === 'story-moved' && fact.story.lane === 'recovery' ? [fact.story.id] : [];
    }),
  );
  const digests = new Map(tellings.map((telling) => [telling.id, telling]));
  const revised = [...digests.values()].flatMap((telling): readonly Announcement[] => {
    const cleared = (telling.below?.cleared ?? []).filter(({ id }) => !removed.has(id));
    const wins = telling.wins.filter(({ id }) => !gone.has(id));
    return digestAgain({ ...telling, wins, below: { ...telling.below, cleared } });
  });
  return revised.length === 0 ? decision : { ...decision, announce: [...decision.announce, ...revised] };
}
