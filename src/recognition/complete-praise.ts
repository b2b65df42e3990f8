import type { CompletePraise } from '../commands.ts';
import type { Praise } from '../views.ts';
import { answer, refuse } from './answer.ts';
import { tidyCustomer, tidyPraise } from './capture-praise.ts';
import type { Decision } from './decision.ts';
import { guessHeroes } from './guess-heroes.ts';
import type { Person } from './organization.ts';
import { redact } from './redact.ts';
import { settlingRefused } from './settle-praise.ts';
import { suggestLane } from './suggest-lane.ts';
import { isBlank } from './words.ts';

type Known = {
  readonly command: CompletePraise;
  readonly person: Person;
  readonly praise: Praise | null;
  readonly colleagues: readonly Person[];
};

/** Somebody who may settle it fills in what the mail did not say. What the mail did say is the customer's, and stays. */
export function completePraise({ command, person, praise, colleagues }: Known): Decision {
  if (praise === null) return refuse({ reason: 'praise-unknown' });
  const mayNot = settlingRefused(praise, person);
  if (mayNot) return answer(mayNot);
  const words = wordsGiven(command, praise);
  const name = praise.unsure.includes('name') ? tidyCustomer(command.name) : null;
  if (isBlank(words ?? praise.words)) return refuse({ reason: 'praise-without-words' });
  const told = { words: words ?? praise.words, customer: { ...praise.customer, name: name ?? praise.customer.name } };
  const completed: Praise = {
    ...praise,
    ...told,
    unsure: praise.unsure.filter(
      (field) => !(field === 'words' && words !== null) && !(field === 'name' && name !== null),
    ),
    suggestion: suggestLane(told.words),
    guessedHeroes: guessHeroes(told, colleagues).filter((hero) => hero.person !== praise.forwarder.person),
  };
  const view = { type: 'praise-waiting', praise: completed } as const;
  return {
    reply: view,
    facts: [{ type: 'praise-completed', organization: person.organization, at: command.at, praise: completed }],
    announce: [{ to: 'wherever-it-stands', about: { kind: 'praise', id: praise.id }, view }],
  };
}

function wordsGiven({ words }: CompletePraise, { unsure }: Praise): string | null {
  return words === null || isBlank(words) || !unsure.includes('words') ? null : tidyPraise(redact(words));
}
