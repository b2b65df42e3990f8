import type { Recovery, Story } from '../views.ts';
import type { Decision, Fact } from './decision.ts';

type StoryFact = Extract<Fact, { type: 'story-told' | 'story-moved' | 'story-retracted' }>;

/** What a decision does to a story's part in obstacles. */
export type Bearing =
  | { readonly bears: 'broke'; readonly story: Recovery; readonly at: string; readonly organization: string }
  | { readonly bears: 'gone'; readonly story: Story; readonly at: string; readonly organization: string };

/** How a decision bears on obstacles; null when it does not, as with nearly all. */
export function bearingOf({ facts }: Decision): Bearing | null {
  for (const fact of facts) {
    if (!isAboutStory(fact)) continue;
    const { story, at, organization } = fact;
    if (fact.type !== 'story-retracted' && story.lane === 'recovery')
      return { bears: 'broke', story, at, organization };
    if (fact.type !== 'story-told') return { bears: 'gone', story, at, organization };
  }
  return null;
}

function isAboutStory(fact: Fact): fact is StoryFact {
  return fact.type === 'story-told' || fact.type === 'story-moved' || fact.type === 'story-retracted';
}
