import type { EraseByOperator, ErasePerson } from '../commands.ts';
import type { Footprint, View } from '../views.ts';
import { answer, refuse } from './answer.ts';
import type { Decision } from './decision.ts';
import type { Person } from './organization.ts';
import { named } from './story-heroes.ts';

/** Whom an erasure would concern, and what there is of them. */
export type Erasable = {
  readonly whom: Person | null;
  readonly footprint: Footprint;
  /** The others who are admins. */
  readonly otherAdmins: number;
};

type Known = Erasable & {
  readonly command: ErasePerson | EraseByOperator;
  readonly organization: string;
  /** Who asks; null when it is whoever runs Herald. */
  readonly asker: Person | null;
  /** The id for whoever stands in their place, should there be nobody yet. */
  readonly nobody: string;
};

/**
 * Forgets somebody: stories stay, without them. The last admin cannot erase themselves, since nobody would be left to
 * look after Herald in chat; whoever runs it can.
 */
export function erasePerson(known: Known): Decision {
  const { command, organization, nobody, whom, footprint } = known;
  const refused = mayNotErase(known);
  if (refused !== null || whom === null) return answer(refused ?? refuse({ reason: 'person-unknown', name: '' }).reply);
  return {
    reply: { type: 'person-erased', footprint },
    facts: [{ type: 'person-erased', organization, at: command.at, person: whom.id, nobody }],
    announce: [],
  };
}

/** What erasing somebody would do, or why it cannot be. */
export function lookAtErasing(asker: Person, erasable: Erasable): View {
  const refused = mayNotErase({ ...erasable, asker });
  if (refused !== null || erasable.whom === null)
    return refused ?? refuse({ reason: 'person-unknown', name: '' }).reply;
  const { whom, footprint } = erasable;
  return { type: 'erasing', whom: named(whom), footprint, yourself: whom.id === asker.id };
}

function mayNotErase({ asker, whom, otherAdmins }: Erasable & Pick<Known, 'asker'>): View | null {
  if (asker !== null && !asker.admin) return refuse({ reason: 'admins-only' }).reply;
  if (whom === null) return refuse({ reason: 'person-unknown', name: '' }).reply;
  if (whom.kind === 'bot') return refuse({ reason: 'bot-not-erased', name: whom.name }).reply;
  if (asker?.id === whom.id && otherAdmins === 0) return refuse({ reason: 'last-admin' }).reply;
  return null;
}
