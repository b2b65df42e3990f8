import type { Idea, IdeaChoices, KnownIdea } from '../ideas.ts';
import type { View } from '../views.ts';
import type { Person } from './organization.ts';

/** Ideas are answered by those who manage; an admin stands in where nobody does. */
export function mayAnswerIdeas(person: Person): boolean {
  return person.manager || person.admin;
}

/** What this person can do about an idea as it stands now. */
export function ideaChoices(idea: Idea, person: Person): IdeaChoices {
  const { now } = idea;
  const own = idea.author.person === person.id;
  const helps = idea.hands.some((hand) => hand.person === person.id);
  const mayAnswer = mayAnswerIdeas(person);
  const carries = own || carriesIt(idea, person);
  return {
    hand: helps ? 'take-back' : own || now.state === 'resting' ? null : 'lend',
    reword: own,
    withdraw: own || person.admin,
    back: mayAnswer && (now.state === 'proposed' || now.state === 'resting'),
    rest: now.state === 'proposed' ? own || mayAnswer : now.state !== 'resting' && (carries || person.admin),
    wake: now.state === 'resting' && (own || mayAnswer),
    bringAlive: now.state !== 'alive' && now.state !== 'resting' && (carries || person.admin),
  };
}

/** Whether this person is the one who backs it. */
export function carriesIt({ now }: Idea, person: Person): boolean {
  const backing = now.state === 'backed' || now.state === 'alive' ? now.backing : null;
  return backing?.by.person === person.id;
}

/** One idea for somebody who wants to see it, with what they can do about it. */
export function lookAtIdea(idea: KnownIdea | null, person: Person): View {
  if (idea === null) return { type: 'refusal', reason: 'idea-unknown' };
  return { type: 'idea', idea: ideaShown(idea), choices: ideaChoices(idea, person) };
}

/** An idea without what only the house needs. */
export function ideaShown({ told: _told, stories: _stories, ...idea }: KnownIdea): Idea {
  return idea;
}
