import type { Idea, KnownIdea } from '../ideas.ts';
import type { Story } from '../views.ts';
import type { Announcement } from './decision.ts';
import { withIdea, withStory } from './digest-below.ts';
import { ideaShown } from './idea-choices.ts';
import { unlinkNews } from './link-idea.ts';
import { digestAgain, type TellingDigest } from './revise-digest.ts';

/** Edits the digests that tell an idea, wherever they stand: it shows as `now`, or not at all when that is null. */
export function reviseIdea(telling: readonly TellingDigest[], idea: string, now: Idea | null): readonly Announcement[] {
  return telling.flatMap((digest) => digestAgain({ ...digest, below: withIdea(digest.below, idea, now) }));
}

/**
 * Brings what stands of a story with the idea it is linked to up to date: with those who heard that the idea was
 * noticed, and in the digests that tell the idea. A digest that tells the story itself says so by itself.
 */
export function reviseNoticed(
  idea: KnownIdea,
  telling: readonly TellingDigest[],
  story: string,
  now: Story | null,
): readonly Announcement[] {
  const others = telling.filter(({ slots }) => !slots.some(({ win }) => win === story));
  const digests = others.flatMap((digest) => digestAgain({ ...digest, below: withStory(digest.below, story, now) }));
  if (now === null) return [...unlinkNews(story), ...digests];
  const view = { type: 'idea-noticed', idea: ideaShown(idea), story: now } as const;
  return [{ to: 'wherever-it-stands', about: { kind: 'noticed', id: story }, view }, ...digests];
}
