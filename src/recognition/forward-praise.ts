import type { CapturePraise, ForwardPraise } from '../commands.ts';
import type { GuessedHero, Praise } from '../views.ts';
import { answer } from './answer.ts';
import { capturePraise } from './capture-praise.ts';
import type { Announcement, Decision } from './decision.ts';
import { mayNotForward } from './may-not-forward.ts';
import { isReached, type Organization, type Person } from './organization.ts';
import { type KnownSender, meetSender, newSender, senderIdentity } from './sender.ts';

type Known = {
  readonly command: ForwardPraise;
  readonly organization: Organization;
  readonly known: KnownSender | null;
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
  const forwarder = known.known?.person ?? newSender(organization.id, known.newId, command.from);
  const captured = capturePraise({ ...known, command: asCapture(command), forwarder });
  if (captured.facts.length === 0) return captured;
  const instead = isReached(organization, known.known?.identities ?? [])
    ? []
    : askInstead(captured.announce, known.everybody, forwarder);
  return {
    ...captured,
    facts: [...meetSender(forwarder, known.known, identityIn(command), command.at), ...captured.facts],
    announce: [...captured.announce, ...instead],
  };
}

function identityIn({ connection, from }: ForwardPraise) {
  return senderIdentity(connection, from.email);
}

function asCapture(command: ForwardPraise): CapturePraise {
  const { key, at, mail } = command;
  return { type: 'capture-praise', key, at, mail, by: identityIn(command) };
}

function askInstead(asked: readonly Announcement[], everybody: readonly Person[], forwarder: Person) {
  const here = everybody.filter((one) => one.kind === 'human' && one.active && one.id !== forwarder.id);
  const managers = here.filter((one) => one.manager);
  const instead = managers.length > 0 ? managers : here.filter((one) => one.admin);
  return asked.flatMap(({ about, view }) =>
    instead.map((one): Announcement => ({ to: { kind: 'person', person: one.id }, about, view })),
  );
}
