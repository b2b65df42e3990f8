import type { CapturePraise, ForwardPraise, Identity } from '../commands.ts';
import type { GuessedHero, Praise } from '../views.ts';
import { answer } from './answer.ts';
import { capturePraise } from './capture-praise.ts';
import type { Announcement, Decision, Fact } from './decision.ts';
import { mayNotForward } from './may-not-forward.ts';
import { isReached, type Organization, type Person } from './organization.ts';
import { tidyName } from './words.ts';

type Known = {
  readonly command: ForwardPraise;
  readonly organization: Organization;
  /** Who has the sender's address, and how each connection knows them. */
  readonly known: { readonly person: Person; readonly identities: readonly Identity[] } | null;
  /** Everybody of the organization who could be asked instead, should no chat reach the sender. */
  readonly everybody: readonly Person[];
  /** For the sender, if it is nobody yet; and for the praise. */
  readonly newId: string;
  readonly id: string;
  readonly earlier: Praise | null;
  readonly fingerprints: readonly string[];
  readonly guessedHeroes: readonly GuessedHero[];
};

/**
 * Takes in what a listed sender forwards, and makes them known. Who is known by mail alone cannot be asked anything
 * yet, so those who manage are asked too.
 */
export function forwardPraise(known: Known): Decision {
  const { command, organization } = known;
  const mayNot = mayNotForward(organization.forwarders, command.from.email, known.known?.person ?? null);
  if (mayNot) return answer(mayNot);
  const forwarder = known.known?.person ?? newcomer(known);
  const captured = capturePraise({ ...known, command: asCapture(command), forwarder });
  if (captured.facts.length === 0) return captured;
  const instead = isReached(organization, known.known?.identities ?? [])
    ? []
    : askInstead(captured.announce, known.everybody, forwarder);
  return {
    ...captured,
    facts: [...meeting(known, forwarder), ...captured.facts],
    announce: [...captured.announce, ...instead],
  };
}

function identityIn({ connection, from }: ForwardPraise): Identity {
  return { connection, user: from.email.toLowerCase() };
}

function asCapture(command: ForwardPraise): CapturePraise {
  const { key, at, mail } = command;
  return { type: 'capture-praise', key, at, mail, by: identityIn(command) };
}

function newcomer({ command, organization, newId }: Known): Person {
  const email = command.from.email.toLowerCase();
  const name = tidyName(command.from.name) ?? email;
  const role = { kind: 'human', manager: false, admin: false, active: true, guest: false } as const;
  return { id: newId, organization: organization.id, name, email, ...role };
}

function meeting({ command, organization, known }: Known, person: Person): readonly Fact[] {
  const identity = identityIn(command);
  if (known?.identities.some((one) => one.connection === identity.connection)) return [];
  return [{ type: 'person-met', organization: organization.id, at: command.at, person, identity, adminThere: false }];
}

function askInstead(asked: readonly Announcement[], everybody: readonly Person[], forwarder: Person) {
  const here = everybody.filter((one) => one.kind === 'human' && one.active && one.id !== forwarder.id);
  const managers = here.filter((one) => one.manager);
  const instead = managers.length > 0 ? managers : here.filter((one) => one.admin);
  return asked.flatMap(({ about, view }) =>
    instead.map((one): Announcement => ({ to: { kind: 'person', person: one.id }, about, view })),
  );
}
