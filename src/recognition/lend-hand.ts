import type { KnownIdea, LendHand, TakeHandBack } from '../ideas.ts';
import { answer, refuse } from './answer.ts';
import { changed } from './change-idea.ts';
import type { Decision } from './decision.ts';
import { tellOfIdea } from './idea-news.ts';
import type { Person } from './organization.ts';
import { named } from './story-heroes.ts';

type Known = {
  readonly command: LendHand | TakeHandBack;
  readonly person: Person;
  readonly idea: KnownIdea | null;
};

/** An offer to help, once however often pressed; it may be taken back. Its author hears of it, and nobody counts. */
export function lendHand({ command, person, idea }: Known): Decision {
  if (idea === null) return refuse({ reason: 'idea-unknown' });
  const stamp = { organization: person.organization, at: command.at, idea: idea.id, by: person.id };
  const others = idea.hands.filter((hand) => hand.person !== person.id);
  if (command.type === 'take-hand-back') {
    const facts = others.length === idea.hands.length ? [] : [{ type: 'hand-taken-back', ...stamp } as const];
    return { reply: changed('hand-taken-back', { ...idea, hands: others }, person), facts, announce: [] };
  }
  if (idea.author.person === person.id) return refuse({ reason: 'your-own-idea' });
  if (idea.now.state === 'resting') return refuse({ reason: 'idea-stands-so', state: 'resting' });
  if (others.length < idea.hands.length) return answer(changed('hand-lent', idea, person));
  const helped = { ...idea, hands: [...others, named(person)] };
  const { idea: after, announce } = tellOfIdea(helped, person, 'hand-lent', [idea.author]);
  return {
    reply: changed('hand-lent', after, person),
    facts: [{ type: 'hand-lent', ...stamp, told: after.told }],
    announce,
  };
}
