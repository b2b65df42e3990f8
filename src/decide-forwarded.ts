import { randomUUIDv7 } from 'node:crypto';
import { broughtPraise } from './brought-praise.ts';
import type { ForwardPraise, ReturnMail } from './commands.ts';
import type { Reading } from './ports.ts';
import { refuse } from './recognition/answer.ts';
import type { Decision } from './recognition/decision.ts';
import { forwardPraise } from './recognition/forward-praise.ts';
import { returnMail } from './recognition/return-mail.ts';
import type { KnownSender } from './recognition/sender.ts';

/** Loads what the rule of mail needs that came in by a door of its own, and runs it. */
export async function decideForwarded(
  read: Reading,
  id: string,
  command: ForwardPraise | ReturnMail,
): Promise<Decision> {
  const organization = await read.organization(id);
  if (organization === null) return refuse({ reason: 'not-a-forwarder' });
  if (command.type === 'return-mail') {
    const known = await whoHas(read, id, command.email);
    return returnMail({ command, organization, known, newId: randomUUIDv7() });
  }
  const { mail, ...brought } = await broughtPraise(read, id, command.mail);
  return forwardPraise({
    ...brought,
    command: { ...command, mail },
    organization,
    known: await whoHas(read, id, command.from.email),
    newId: randomUUIDv7(),
    id: randomUUIDv7(),
  });
}

async function whoHas(read: Reading, organization: string, email: string): Promise<KnownSender | null> {
  const person = await read.personByEmail(organization, email);
  return person && { person, identities: await read.reachableAs(person.id) };
}
