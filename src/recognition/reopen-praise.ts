import type { ReopenPraise } from '../commands.ts';
import type { GuessedHero, Praise } from '../views.ts';
import { answer, refuse } from './answer.ts';
import type { Decision } from './decision.ts';
import type { Person } from './organization.ts';
import { notYoursToSettle, settledAlready } from './settle-praise.ts';

type Known = {
  readonly command: ReopenPraise;
  readonly person: Person;
  readonly praise: Praise | null;
  /** Looked for anew: a complaint keeps nobody's name. */
  readonly guessedHeroes: readonly GuessedHero[];
};

/** Lets praise that was settled by a slip wait again; thanks that went out for it are taken away. */
export function reopenPraise({ command, person, praise, guessedHeroes }: Known): Decision {
  if (praise === null || praise.state.status === 'expired') return refuse({ reason: 'praise-unknown' });
  const mayNot = notYoursToSettle(praise, person);
  if (mayNot) return answer(mayNot);
  const { state } = praise;
  if (state.status === 'waiting') return answer({ type: 'praise-waiting', praise });
  if (state.story !== null) return answer(settledAlready(praise.id, state, person));
  const heroes = guessedHeroes.filter((hero) => hero.person !== praise.forwarder.person);
  const waiting: Praise = { ...praise, guessedHeroes: heroes, state: { status: 'waiting' } };
  const to = 'wherever-it-stands';
  return {
    reply: { type: 'praise-waiting', praise: waiting },
    facts: [{ type: 'praise-reopened', organization: person.organization, at: command.at, praise: waiting }],
    announce: [
      { to, about: { kind: 'praise', id: praise.id }, view: { type: 'praise-waiting', praise: waiting } },
      { to, about: { kind: 'thanks', id: praise.id }, view: { type: 'story-withdrawn' } },
    ],
  };
}
