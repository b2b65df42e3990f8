import type { Identity, ReturnMail } from '../commands.ts';
import type { Refusal } from '../views.ts';
import { answer } from './answer.ts';
import type { Decision } from './decision.ts';
import { mayNotForward } from './may-not-forward.ts';
import { isReached, type Organization, type Person } from './organization.ts';

type Known = {
  readonly command: ReturnMail;
  readonly organization: Organization;
  /** Who has the sender's address, and how each connection knows them. */
  readonly known: { readonly person: Person; readonly identities: readonly Identity[] } | null;
};

/** A listed sender hears in private that their mail could not be read, once. Whom no chat reaches cannot be told. */
export function returnMail({ command, organization, known }: Known): Decision {
  const { key, at, what, limit } = command;
  const mayNot = mayNotForward(organization.forwarders, command.email, known?.person ?? null);
  if (mayNot) return answer(mayNot);
  const view: Refusal = { type: 'refusal', reason: 'mail-not-read', at, what, limit };
  if (known === null || !isReached(organization, known.identities)) return answer(view);
  const to = { kind: 'person', person: known.person.id } as const;
  return { ...answer(view), announce: [{ to, about: { kind: 'trouble', id: key }, view }] };
}
