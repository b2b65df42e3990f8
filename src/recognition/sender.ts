import type { Identity, Instant } from '../commands.ts';
import type { Fact } from './decision.ts';
import type { Person } from './organization.ts';
import { tidyName } from './words.ts';

// Who forwards mail, as their mail shows them: an address that is proven, and perhaps a name.

/** Who has the sender's address, and how each connection knows them. */
export type KnownSender = { readonly person: Person; readonly identities: readonly Identity[] };

type From = { readonly name: string | null; readonly email: string };

/** How the mailbox knows whoever has this address. */
export function senderIdentity(connection: string, email: string): Identity {
  return { connection, user: email.toLowerCase() };
}

/** Somebody known by their address alone. */
export function newSender(organization: string, id: string, from: From): Person {
  const email = from.email.toLowerCase();
  const name = tidyName(from.name) ?? email;
  return { id, organization, name, email, kind: 'human', manager: false, admin: false, active: true, guest: false };
}

/** Makes them known to the mailbox, unless they are. */
export function meetSender(
  person: Person,
  known: KnownSender | null,
  identity: Identity,
  at: Instant,
): readonly Fact[] {
  if (known?.identities.some(({ connection }) => connection === identity.connection)) return [];
  return [
    {
      type: 'person-met',
      organization: person.organization,
      at,
      person,
      identity,
      adminThere: false,
      activeThere: true,
    },
  ];
}
