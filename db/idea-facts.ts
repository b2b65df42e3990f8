import type { Fact } from '../src/recognition/decision.ts';
import type { IdeaFact } from '../src/recognition/idea-facts.ts';
import type { Statements } from './database.ts';
import { writeIdeasTold } from './digest-ideas.ts';
import { removeHand, writeHand } from './idea-hands.ts';
import { linkStory, unlinkStory } from './idea-stories.ts';
import { writeTerms } from './idea-terms.ts';
import { putForward, removeIdea, writeIdea, writeNews } from './ideas.ts';

/** Makes a fact about ideas true. */
export async function writeIdeaFact(
  handle: Statements,
  fact: Extract<Fact, { type: IdeaFact['type'] }>,
): Promise<void> {
  const { organization, at } = fact;
  switch (fact.type) {
    case 'idea-proposed':
    case 'idea-changed':
      await writeIdea(handle, organization, fact.idea);
      if (fact.terms) await writeTerms(handle, organization, fact.idea.id, fact.terms);
      return;
    case 'idea-withdrawn':
      return removeIdea(handle, fact.idea);
    case 'hand-lent':
      await writeHand(handle, organization, fact.idea, fact.by, at);
      return writeNews(handle, fact.idea, fact.told);
    case 'hand-taken-back':
      return removeHand(handle, fact.idea, fact.by);
    case 'idea-linked':
      return linkStory(handle, fact);
    case 'idea-unlinked':
      return unlinkStory(handle, fact.story);
    case 'idea-put-forward':
      await putForward(handle, fact.idea, at);
      return writeNews(handle, fact.idea, fact.told);
    case 'ideas-told':
      return writeIdeasTold(handle, fact);
    default:
      return fact satisfies never;
  }
}
