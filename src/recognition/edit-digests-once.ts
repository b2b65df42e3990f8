import type { Announcement, Decision, Fact } from './decision.ts';
import { below } from './digest-below.ts';
import { digestAgain, type TellingDigest } from './revise-digest.ts';

/** The digests that a decision edits. */
export function digestsEdited({ announce }: Decision): ReadonlySet<string> {
  return new Set(announce.filter(editsDigest).map(({ about }) => about.id));
}

/**
 * Stories, ideas and obstacles may go out of one digest with one decision: each of these `digests`, as it stands now, is
 * edited once, with all of them gone, so that no edit brings back what another took away.
 */
export function editDigestsOnce(decision: Decision, digests: readonly TellingDigest[]): Decision {
  const gone = new Set(decision.facts.flatMap(removes));
  const others = decision.announce.filter((one) => !editsDigest(one));
  return { ...decision, announce: [...others, ...digests.flatMap((digest) => digestAgain(without(digest, gone)))] };
}

function editsDigest({ about }: Announcement): boolean {
  return about.kind === 'digest';
}

function removes(fact: Fact): readonly string[] {
  switch (fact.type) {
    case 'story-retracted':
      return [fact.story.id];
    case 'idea-withdrawn':
      return [fact.idea];
    case 'obstacle-removed':
      return [fact.obstacle];
    default:
      return [];
  }
}

function without({ below: said, ...telling }: TellingDigest, gone: ReadonlySet<string>): TellingDigest {
  const stays = ({ id }: { readonly id: string }) => !gone.has(id);
  const { ideas, cleared = [] } = said ?? {};
  const alive = (ideas?.alive ?? [])
    .filter(({ idea }) => stays(idea))
    .map((one) => (one.noticed && gone.has(one.noticed.story) ? { ...one, noticed: null } : one));
  return {
    ...telling,
    wins: telling.wins.filter(stays),
    ...below({ ideas: { alive, looking: (ideas?.looking ?? []).filter(stays) }, cleared: cleared.filter(stays) }),
  };
}
