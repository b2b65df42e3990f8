import type { ReturnMail } from '../commands.ts';
import type { Refusal } from '../views.ts';
import { answer } from './answer.ts';
import type { Decision } from './decision.ts';
import { mayNotForward } from './may-not-forward.ts';
import { isReached, type Organization } from './organization.ts';
import { type KnownSender, meetSender, newSender, senderIdentity } from './sender.ts';

type Known = {
  readonly command: ReturnMail;
  readonly organization: Organization;
  readonly known: KnownSender | null;
  /** For the sender, if it is nobody yet. */
  readonly newId: string;
};

/**
 * A listed sender hears in private that their mail could not be read, once. For whom no chat reaches, the latest such word
 * waits until one does.
 */
export function returnMail({ command, organization, known, newId }: Known): Decision {
  const { key, at, connection, email, what, limit } = command;
  const mayNot = mayNotForward(organization.forwarders, email, known?.person ?? null);
  if (mayNot) return answer(mayNot);
  const view: Refusal = { type: 'refusal', reason: 'mail-not-read', at, what, limit };
  const sender = known?.person ?? newSender(organization.id, newId, { name: null, email });
  const id = isReached(organization, known?.identities ?? []) ? key : sender.id;
  return {
    reply: view,
    facts: meetSender(sender, known, senderIdentity(connection, email), at),
    announce: [{ to: { kind: 'person', person: sender.id }, about: { kind: 'trouble', id }, view }],
  };
}
