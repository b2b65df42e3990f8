import type { Recovery, Story } from '../views.ts';
import type { Decision, Fact } from './decision.ts';

type StoryFact = Extract<Fact, { type: 'story-told' | 'story-moved' | 'story-retracted' }>;

/** What a decision does to a story's part in obstacles. */
export type Bearing =
  | { readonly bears: 'broke'; readonly story: Recovery; readonly at: string; readonly organization: string }
  | { readonly bears: 'gone'; readonly story: Story; readonly at: string; readonly organization: string };

/** How a decision bears on obstacles, for each story in it; not at all, as with nearly all. */
export function bearingsOf({ facts }: Decision): readonly Bearing[] {
  return facts.filter(isAboutStory).flatMap((fact): readonly Bearing[] => {
    const { story, at, organization } = fact;
    if (fact.type !== 'story-retracted' && story.lane === 'recovery')
      return [{ bears: 'broke', story, at, organization }];
    return fact.type === 'story-told' ? [] : [{ bears: 'gone', story, at, organization }];
  });
}

function isAboutStory(fact: Fact): fact is StoryFact {
  return fact.type === 'story-told' || fact.type === 'story-moved' || fact.type === 'story-retracted';
}
