import type { PostAgain } from '../commands.ts';
import type { View } from '../views.ts';
import { refuse } from './answer.ts';
import type { Decision } from './decision.ts';
import type { Person } from './organization.ts';

/** A message of which nobody knows whether it was posted. */
export type UnconfirmedDelivery = { readonly id: string; readonly what: View['type'] };

type Known = {
  readonly command: PostAgain;
  readonly person: Person;
  readonly delivery: UnconfirmedDelivery | null;
};

/** Posts a message that an admin has looked for and not found; the other admins' question goes. */
export function postAgain({ command, person, delivery }: Known): Decision {
  if (!person.admin) return refuse({ reason: 'admins-only' });
  if (delivery === null) return refuse({ reason: 'delivery-unknown' });
  const view = { type: 'posted-again', what: delivery.what } as const;
  return {
    reply: view,
    facts: [{ type: 'posting-again', organization: person.organization, at: command.at, delivery: delivery.id }],
    announce: [{ to: 'wherever-it-stands', about: { kind: 'trouble', id: delivery.id }, view }],
  };
}
