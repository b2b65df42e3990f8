import type { Idea, KnownIdea, ProposeIdea } from '../ideas.ts';
import type { Refusal } from '../views.ts';
import { answer, refuse } from './answer.ts';
import type { Decision } from './decision.ts';
import { ideaShown } from './idea-choices.ts';
import type { Person } from './organization.ts';
import { named } from './story-heroes.ts';
import { isBlank, tidy, tooLong } from './words.ts';
import { areAlike, inCommon, termsOf } from './words-in-common.ts';

/** Longest idea, in UTF-16 units: it stands whole in every list, and travels in a button while its author decides. */
const IDEA_LIMIT = 1000;
/** As many alike as an author is shown. */
const ALIKE_SHOWN = 3;

type Known = {
  readonly command: ProposeIdea;
  readonly id: string;
  readonly author: Person;
  /** The author's own idea in exactly these words. */
  readonly inTheseWords: Idea | null;
  /** Those with words in common; nobody has looked yet how close they are. */
  readonly sharing: readonly Idea[];
};

/** Keeps an idea. Where others proposed something close, its author sees that first, and nothing is kept yet. */
export function proposeIdea({ command, id, author, inTheseWords, sharing }: Known): Decision {
  const words = tidy(command.words);
  const fault = faultInIdea(words);
  if (fault) return answer(fault);
  if (inTheseWords) return refuse({ reason: 'already-proposed', idea: inTheseWords.id, at: inTheseWords.at });
  const ideas = command.anyway
    ? []
    : alikeTo(
        words,
        sharing.filter((idea) => idea.author.person !== author.id),
      );
  if (ideas.length > 0) return answer({ type: 'ideas-alike', words, ideas });
  const { at } = command;
  const idea: KnownIdea = {
    id,
    words,
    author: named(author),
    hands: [],
    now: { state: 'proposed', since: at },
    at,
    told: 0,
    stories: [],
  };
  const stamp = { organization: author.organization, at };
  return {
    reply: { type: 'idea-proposed', idea: ideaShown(idea) },
    facts: [{ type: 'idea-proposed', ...stamp, idea, terms: termsOf(words) }],
    announce: [],
  };
}

export function faultInIdea(words: string): Refusal | null {
  if (isBlank(words)) return { type: 'refusal', reason: 'idea-without-words' };
  return tooLong('idea', words, IDEA_LIMIT);
}

/** The closest first. */
function alikeTo(words: string, sharing: readonly Idea[]): readonly Idea[] {
  const terms = termsOf(words);
  const close = sharing
    .map((idea) => ({ idea, its: termsOf(idea.words) }))
    .filter(({ its }) => areAlike(terms, its))
    .map(({ idea, its }) => ({ idea, common: inCommon(terms, its) }));
  return close
    .toSorted((one, other) => other.common - one.common || (one.idea.at < other.idea.at ? -1 : 1))
    .slice(0, ALIKE_SHOWN)
    .map(({ idea }) => idea);
}
