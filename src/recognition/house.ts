import type { MeetPeople, MoveClock, OpenConnection } from '../commands.ts';
import { refuse } from './answer.ts';
import type { Decision } from './decision.ts';
import type { Organization, Person } from './organization.ts';
import { tidyName } from './words.ts';

/**
 * Makes a connection known, and its organization with it when that is new; one already known keeps its settings, and
 * is open again if it was lost.
 */
export function openConnection(command: OpenConnection, known: Organization | null): Decision {
  const stamp = { organization: command.organization.id, at: command.at };
  const { name, sample } = command.organization;
  const founded = { type: 'organization-founded', ...stamp, name, sample, schedule: command.schedule } as const;
  const existing = known?.connections.find((connection) => connection.id === command.connection.id);
  const reopened = { type: 'connection-reopened', ...stamp, connection: command.connection.id } as const;
  return {
    reply: { type: 'connection-open', organization: stamp.organization },
    facts: [
      ...(known ? [] : [founded]),
      ...(existing ? [] : [{ type: 'connection-opened', ...stamp, connection: command.connection } as const]),
      ...(existing && existing.lost !== null ? [reopened] : []),
    ],
    announce: [],
  };
}

type KnownPeople = {
  readonly command: MeetPeople;
  readonly organization: string;
  /** For each of the command's people: who they are already, by this identity or by their email; and an id if nobody. */
  readonly known: readonly { readonly person: Person | null; readonly newId: string }[];
};

/** Makes people known by what their platform says of them now. A role once given in Herald is not taken by a platform. */
export function meetPeople({ command, organization, known }: KnownPeople): Decision {
  const met = command.people.map((one, index) => {
    const { person = null, newId = '' } = known[index] ?? {};
    const { kind, manager, admin, active, guest } = one;
    const name = tidyName(one.name) ?? person?.name ?? one.user;
    const id = person?.id ?? newId;
    return {
      person: {
        id,
        organization,
        name,
        email: one.email?.toLowerCase() ?? person?.email ?? null,
        kind,
        manager: manager || (person?.manager ?? false),
        admin: admin || (person?.admin ?? false),
        active,
        guest,
      },
      identity: { connection: command.connection, user: one.user },
    };
  });
  return {
    reply: { type: 'people-met', people: met.map(({ person }) => ({ person: person.id, name: person.name })) },
    facts: met.map((one) => ({ type: 'person-met', organization, at: command.at, ...one })),
    announce: [],
  };
}

type KnownClock = {
  readonly command: MoveClock;
  readonly organization: Organization;
  /** How far the sample's clock is ahead of real time already, in milliseconds. */
  readonly aheadMs: number;
};

/** Moves a sample organization's clock forward, so that a newcomer can see Monday. */
export function moveClock({ command, organization, aheadMs }: KnownClock): Decision {
  if (!organization.sample) return refuse({ reason: 'not-a-sample' });
  const forward = Date.parse(command.to) - Date.parse(command.at);
  if (!(forward >= 0)) return refuse({ reason: 'clock-backwards' });
  return {
    reply: { type: 'clock-moved', at: command.to },
    facts: [{ type: 'clock-moved', organization: organization.id, at: command.at, aheadMs: aheadMs + forward }],
    announce: [],
  };
}
