import type { IdeaChange, IdeaView, KnownIdea, RewordIdea, WithdrawIdea } from '../ideas.ts';
import { answer, refuse } from './answer.ts';
import type { Decision, Fact } from './decision.ts';
import { ideaChoices, ideaShown } from './idea-choices.ts';
import { concernedWith, tellOfIdea, withdrawNews } from './idea-news.ts';
import type { Person } from './organization.ts';
import { faultInIdea } from './propose-idea.ts';
import { tidy } from './words.ts';
import { termsOf } from './words-in-common.ts';

type Known<Command> = { readonly command: Command; readonly person: Person; readonly idea: KnownIdea | null };

/** Its author says an idea in other words; who backs it and who lends a hand hear of that, since they helped the old ones. */
export function rewordIdea({ command, person, idea }: Known<RewordIdea>): Decision {
  if (idea === null) return refuse({ reason: 'idea-unknown' });
  if (!ideaChoices(idea, person).reword) return refuse({ reason: 'not-your-idea', author: idea.author });
  const words = tidy(command.words);
  const fault = faultInIdea(words);
  if (fault) return answer(fault);
  if (words === idea.words) return answer(changed('reworded', idea, person));
  const { idea: after, announce } = tellOfIdea({ ...idea, words }, person, 'reworded', concernedWith(idea));
  return {
    reply: changed('reworded', after, person),
    facts: [{ ...ideaChanged(after, person, command.at), terms: termsOf(words) }],
    announce,
  };
}

/** Its author takes an idea back, and nothing of its words stands any more; an admin may, for what should not stand. */
export function withdrawIdea({ command, person, idea }: Known<WithdrawIdea>): Decision {
  if (idea === null) return refuse({ reason: 'idea-unknown' });
  if (!ideaChoices(idea, person).withdraw) return refuse({ reason: 'not-your-idea', author: idea.author });
  const stamp = { organization: person.organization, at: command.at };
  return {
    reply: { type: 'idea-taken-back', words: idea.words },
    facts: [{ type: 'idea-withdrawn', ...stamp, idea: idea.id }],
    announce: withdrawNews(idea),
  };
}

export function changed(
  what: IdeaChange,
  idea: KnownIdea,
  person: Person,
): Extract<IdeaView, { type: 'idea-changed' }> {
  return { type: 'idea-changed', what, idea: ideaShown(idea), choices: ideaChoices(idea, person) };
}

export function ideaChanged(
  idea: KnownIdea,
  { organization }: Person,
  at: string,
): Extract<Fact, { type: 'idea-changed' }> {
  return { type: 'idea-changed', organization, at, idea, terms: null };
}
