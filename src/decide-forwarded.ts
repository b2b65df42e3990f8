import { randomUUIDv7 } from 'node:crypto';
import { broughtPraise } from './brought-praise.ts';
import type { ForwardPraise } from './commands.ts';
import type { Reading } from './ports.ts';
import { refuse } from './recognition/answer.ts';
import type { Decision } from './recognition/decision.ts';
import { forwardPraise } from './recognition/forward-praise.ts';

/** Loads what the rule of mail needs that came in by a door of its own, and runs it. */
export async function decideForwarded(read: Reading, id: string, command: ForwardPraise): Promise<Decision> {
  const organization = await read.organization(id);
  if (organization === null) return refuse({ reason: 'not-a-forwarder' });
  const person = await read.personByEmail(id, command.from.email);
  const { mail, ...brought } = await broughtPraise(read, id, command.mail);
  return forwardPraise({
    ...brought,
    command: { ...command, mail },
    organization,
    known: person && { person, identities: await read.identitiesOf(person.id) },
    newId: randomUUIDv7(),
    id: randomUUIDv7(),
  });
}
