import type { KeepAddress, MeetPeople, MoveClock, OpenConnection } from '../commands.ts';
import { refuse } from './answer.ts';
import type { Decision } from './decision.ts';
import type { Organization, Person } from './organization.ts';
import { tellAdmins } from './tell-admins.ts';
import { tidyName } from './words.ts';

type KnownHouse = {
  readonly command: OpenConnection;
  readonly known: Organization | null;
  readonly people: readonly Person[];
  /** How many messages wait for a lost connection. */
  readonly parked: number;
};

/**
 * Makes a connection known, and its organization with it when that is new; one already known keeps its settings, and
 * is open again if it was lost: then admins hear what waited.
 */
export function openConnection({ command, known, people, parked }: KnownHouse): Decision {
  const { connection, schedule } = command;
  const stamp = { organization: command.organization.id, at: command.at };
  const { name, sample } = command.organization;
  const founded = { type: 'organization-founded', ...stamp, name, sample, schedule } as const;
  const existing = known?.connections.find(({ id }) => id === connection.id);
  const why = existing?.lost ?? null;
  const again = why === null ? null : { platform: connection.platform, why, waited: parked };
  const reply = { type: 'connection-open', organization: stamp.organization, again } as const;
  return {
    reply,
    facts: [
      ...(known ? [] : [founded]),
      ...(existing ? [] : [{ type: 'connection-opened', ...stamp, connection } as const]),
      ...(again ? [{ type: 'connection-reopened', ...stamp, connection: connection.id } as const] : []),
    ],
    announce: again ? tellAdmins(people, command.key, reply) : [],
  };
}

type KnownPeople = {
  readonly command: MeetPeople;
  readonly organization: string;
  /** For each of the command's people: who has this identity, who has this address, and an id if it is nobody. */
  readonly known: readonly {
    readonly byIdentity: Person | null;
    readonly byEmail: Person | null;
    /** Whether another identity makes whoever it is an admin. */
    readonly adminElsewhere: boolean;
    /** Whether they have another account in a chat that is not deactivated. */
    readonly activeElsewhere: boolean;
    readonly newId: string;
  }[];
};

/**
 * Makes people known by what their platform says of them now. Who manages is named in Herald, and no platform takes that
 * away; who is an admin, and whose account is deactivated, is each platform's own to say: who is left somewhere is here.
 * An address joins a new identity to the person who has it; it never moves from one person to another.
 */
export function meetPeople({ command, organization, known }: KnownPeople): Decision {
  const { connection } = command;
  const byEmail = new Map<string, Person>();
  const met = command.people.map((one, index) => {
    const email = one.email?.toLowerCase() ?? null;
    const listed = email === null ? null : (byEmail.get(email) ?? null);
    const holder = known[index]?.byEmail ?? listed;
    const before = known[index]?.byIdentity ?? holder;
    const id = before?.id ?? known[index]?.newId ?? '';
    const person: Person = {
      id,
      organization,
      name: tidyName(one.name) ?? before?.name ?? one.user,
      email: holder === null || holder.id === id ? (email ?? before?.email ?? null) : (before?.email ?? null),
      kind: one.kind,
      manager: one.manager || (before?.manager ?? false),
      admin: one.admin || (known[index]?.adminElsewhere ?? false) || (listed?.admin ?? false),
      active: one.active || (known[index]?.activeElsewhere ?? false) || (listed?.active ?? false),
      guest: one.guest,
    };
    if (email !== null && person.email === email) byEmail.set(email, person);
    return { person, identity: { connection, user: one.user }, adminThere: one.admin, activeThere: one.active };
  });
  return {
    reply: { type: 'people-met', people: met.map(({ person }) => ({ person: person.id, name: person.name })) },
    facts: met.map((one) => ({ type: 'person-met', organization, at: command.at, ...one })),
    announce: [],
  };
}

/** Keeps what an adapter wants to remember of how something is reached. */
export function keepAddress(command: KeepAddress, organization: string): Decision {
  const { connection, of, address, at } = command;
  return {
    reply: { type: 'addresses', addresses: [{ of, address }] },
    facts: [{ type: 'address-kept', organization, at, connection, of, address }],
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
