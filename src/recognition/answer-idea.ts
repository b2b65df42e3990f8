import type { BackIdea, Backing, BringIdeaAlive, Idea, KnownIdea, RestIdea, WakeIdea } from '../ideas.ts';
import type { Refusal } from '../views.ts';
import { answer, refuse } from './answer.ts';
import { changed, ideaChanged } from './change-idea.ts';
import type { Decision } from './decision.ts';
import { carriesIt, ideaChoices, mayAnswerIdeas } from './idea-choices.ts';
import { concernedWith, tellOfIdea } from './idea-news.ts';
import type { Person } from './organization.ts';
import { named } from './story-heroes.ts';
import { isBlank, tidy, tooLong, WHAT_BROKE_LIMIT } from './words.ts';

type IdeaAnswer = 'backed' | 'rested' | 'woken' | 'came-alive';

type Known<Command> = { readonly command: Command; readonly person: Person; readonly idea: KnownIdea | null };

/** Whether whoever backs it has left: then somebody else may. */
type KnownBacker = { readonly backerLeft: boolean };

/** A manager takes an idea on: one at a time, so that its author knows whom to turn to. */
export function backIdea({ command, person, idea, backerLeft }: Known<BackIdea> & KnownBacker): Decision {
  if (idea === null) return refuse({ reason: 'idea-unknown' });
  if (!mayAnswerIdeas(person)) return refuse({ reason: 'not-yours-to-answer' });
  const { now } = idea;
  if (now.state === 'alive') return refuse({ reason: 'idea-stands-so', state: 'alive' });
  if (now.state === 'backed' && !carriesIt(idea, person) && !backerLeft) return answer(taken(now.backing));
  const clearing = tidy(command.clearing);
  if (isBlank(clearing)) return refuse({ reason: 'clearing-missing' });
  const long = tooLong('clearing', clearing, WHAT_BROKE_LIMIT);
  if (long) return answer(long);
  const backing = { by: named(person), clearing, at: command.at };
  return answered(idea, { state: 'backed', backing }, person, 'backed');
}

/** No idea ends in silence: whoever lays it to rest says why, and its author can wake it. */
export function restIdea({ command, person, idea }: Known<RestIdea>): Decision {
  if (idea === null) return refuse({ reason: 'idea-unknown' });
  const { now } = idea;
  if (now.state === 'resting') return refuse({ reason: 'idea-stands-so', state: 'resting' });
  if (!ideaChoices(idea, person).rest) {
    const another = now.state === 'backed' && mayAnswerIdeas(person);
    return another ? answer(taken(now.backing)) : refuse({ reason: 'not-yours-to-answer' });
  }
  const reason = tidy(command.reason);
  if (isBlank(reason)) return refuse({ reason: 'rest-reason-missing' });
  const long = tooLong('restReason', reason, WHAT_BROKE_LIMIT);
  if (long) return answer(long);
  const after: Idea['now'] = { state: 'resting', by: named(person), at: command.at, reason };
  return answered(idea, after, person, 'rested');
}

export function wakeIdea({ command, person, idea }: Known<WakeIdea>): Decision {
  if (idea === null) return refuse({ reason: 'idea-unknown' });
  if (idea.now.state !== 'resting') return refuse({ reason: 'idea-stands-so', state: idea.now.state });
  if (!ideaChoices(idea, person).wake) return refuse({ reason: 'not-your-idea', author: idea.author });
  return answered(idea, { state: 'proposed', since: command.at }, person, 'woken');
}

/** Customers meet it by now, says its author or whoever backs it. */
export function bringIdeaAlive({ command, person, idea }: Known<BringIdeaAlive>): Decision {
  if (idea === null) return refuse({ reason: 'idea-unknown' });
  const { now } = idea;
  if (now.state === 'alive' || now.state === 'resting') return refuse({ reason: 'idea-stands-so', state: now.state });
  if (!ideaChoices(idea, person).bringAlive) return refuse({ reason: 'not-your-idea', author: idea.author });
  const backing = now.state === 'backed' ? now.backing : null;
  const after: Idea['now'] = { state: 'alive', by: named(person), at: command.at, backing };
  return answered(idea, after, person, 'came-alive');
}

/** Whoever was or is concerned with it hears of it. */
function answered(before: KnownIdea, now: Idea['now'], person: Person, what: IdeaAnswer): Decision {
  const after = { ...before, now };
  const concerned = [...concernedWith(before), ...concernedWith(after)];
  const { idea, announce } = tellOfIdea(after, person, what, concerned);
  const at = now.state === 'proposed' ? now.since : now.state === 'backed' ? now.backing.at : now.at;
  return { reply: changed(what, idea, person), facts: [ideaChanged(idea, person, at)], announce };
}

function taken({ by, clearing, at }: Backing): Refusal {
  return { type: 'refusal', reason: 'already-backed', by, clearing, at };
}
