import type { Idea, KnownIdea, LinkIdea, UnlinkIdea } from '../ideas.ts';
import type { Praise, Story } from '../views.ts';
import { answer, refuse } from './answer.ts';
import { changed } from './change-idea.ts';
import type { Announcement, Decision } from './decision.ts';
import { tellNoticed } from './idea-news.ts';
import { changeRefused, maySayLane } from './may-change.ts';
import type { Person } from './organization.ts';
import { inCommon, speaksOf, termsOf } from './words-in-common.ts';

type Known = {
  readonly command: LinkIdea | UnlinkIdea;
  readonly person: Person;
  readonly idea: KnownIdea | null;
  readonly story: Story | null;
  /** The praise that the story was settled from, if it was. */
  readonly praise: Praise | null;
  /** The idea that the story is linked to. */
  readonly linked: Idea | null;
};

/**
 * Whoever told a story, settled it or may say its lane says which idea it is about; one, so that its author and hands
 * hear of it once. What is kept between those in it is linked to nothing.
 */
export function linkIdea({ command, person, idea, story, praise, linked }: Known): Decision {
  if (idea === null) return refuse({ reason: 'idea-unknown' });
  const settledIt = praise?.state.status === 'settled' && praise.state.by.person === person.id;
  const refused = changeRefused(story, person, settledIt ? () => true : maySayLane);
  if (refused || story === null) return answer(refused ?? { type: 'refusal', reason: 'story-unknown' });
  const stamp = { organization: person.organization, at: command.at, story: story.id };
  if (command.type === 'unlink-idea') {
    const facts = linked?.id === idea.id ? [{ type: 'idea-unlinked', ...stamp } as const] : [];
    return { reply: changed('unlinked', idea, person), facts, announce: facts.length > 0 ? unlinkNews(story.id) : [] };
  }
  if (story.audience === 'heroes') return refuse({ reason: 'story-kept-between', story: story.id });
  const reply = { ...changed('linked', idea, person), story: story.id };
  if (linked?.id === idea.id) return answer(reply);
  return {
    reply,
    facts: [{ type: 'idea-linked', ...stamp, idea: idea.id, by: person.id }],
    announce: [...(linked ? unlinkNews(story.id) : []), ...tellNoticed(idea, story, person)],
  };
}

/** Takes away what stands of a story with those whose idea it was said to be about. */
export function unlinkNews(story: string): readonly Announcement[] {
  return [{ to: 'wherever-it-stands', about: { kind: 'noticed', id: story }, view: { type: 'story-withdrawn' } }];
}

/** The idea that a story may be about, by its words; a person says whether it is. */
export function ideaSpokenOf(story: Story, sharing: readonly Idea[]): Idea | null {
  if (story.audience === 'heroes') return null;
  const told = termsOf(story.words);
  const about = sharing
    .map((idea) => ({ idea, terms: termsOf(idea.words) }))
    .filter(({ terms }) => speaksOf(told, terms))
    .toSorted((one, other) => inCommon(told, other.terms) - inCommon(told, one.terms));
  return about[0]?.idea ?? null;
}
