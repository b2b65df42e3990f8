import { randomUUIDv7 } from 'node:crypto';
import { broughtPraise } from './brought-praise.ts';
import type { CapturePraise, CompletePraise, ReopenPraise, SettlePraise } from './commands.ts';
import { mentioned } from './mentioned.ts';
import type { Reading } from './ports.ts';
import { capturePraise } from './recognition/capture-praise.ts';
import { completePraise } from './recognition/complete-praise.ts';
import type { Decision } from './recognition/decision.ts';
import { guessHeroes } from './recognition/guess-heroes.ts';
import type { Person } from './recognition/organization.ts';
import { digestChannels } from './recognition/plan-digest.ts';
import { reopenPraise } from './recognition/reopen-praise.ts';
import { settlePraise } from './recognition/settle-praise.ts';

type PraiseCommand = CapturePraise | CompletePraise | ReopenPraise | SettlePraise;

/** Loads what the rule of a customer's words in somebody's inbox needs, and runs it. */
export async function decidePraise(read: Reading, person: Person, command: PraiseCommand): Promise<Decision> {
  switch (command.type) {
    case 'capture-praise':
      return decideCapturePraise(read, person, command);
    case 'settle-praise':
      return decideSettlePraise(read, person, command);
    case 'reopen-praise':
      return decideReopenPraise(read, person, command);
    case 'complete-praise':
      return decideCompletePraise(read, person, command);
    default:
      return command satisfies never;
  }
}

async function decideCapturePraise(read: Reading, forwarder: Person, command: CapturePraise): Promise<Decision> {
  const { mail, ...brought } = await broughtPraise(read, forwarder.organization, command.mail);
  return capturePraise({ ...brought, command: { ...command, mail }, id: randomUUIDv7(), forwarder });
}

async function decideSettlePraise(read: Reading, settler: Person, command: SettlePraise): Promise<Decision> {
  const { settlement } = command;
  const heroes = settlement.as === 'not-praise' ? [] : await mentioned(read, settlement.heroes);
  const praise = await read.praise(settler.organization, command.praise);
  const organization = await read.organization(settler.organization);
  const channels = organization === null ? [] : digestChannels(organization);
  return settlePraise({ command, id: randomUUIDv7(), settler, praise, heroes, channels });
}

async function decideReopenPraise(read: Reading, person: Person, command: ReopenPraise): Promise<Decision> {
  const praise = await read.praise(person.organization, command.praise);
  const guessedHeroes = praise === null ? [] : guessHeroes(praise, await read.peopleOf(person.organization));
  return reopenPraise({ command, person, praise, guessedHeroes });
}

async function decideCompletePraise(read: Reading, person: Person, command: CompletePraise): Promise<Decision> {
  const praise = await read.praise(person.organization, command.praise);
  return completePraise({ command, person, praise, colleagues: await read.peopleOf(person.organization) });
}
