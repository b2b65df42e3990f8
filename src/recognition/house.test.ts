import { describe, expect, test } from 'vitest';
import { identityOf, samplePerson } from '../../test/samples/people.ts';
import type { MeetPeople, MoveClock, OpenConnection } from '../commands.ts';
import { meetPeople, moveClock, openConnection } from './house.ts';
import type { Organization, Person } from './organization.ts';

const at = '2026-11-18T09:00:00.000Z';
const schedule = { minute: 0, hour: 9, weekday: 1, timeZone: 'Europe/Berlin' };
const chat = { id: 'c', platform: 'web', digestChannel: 'good-news' } as const;
const organization: Organization = {
  id: 'o',
  name: 'Sample company',
  sample: true,
  schedule: { ...schedule, hour: 16 },
  scheduledSince: at,
  announce: 'where-typed',
  nominationEmoji: 'firefly',
  forwarders: [],
  praiseDays: 90,
  connections: [{ ...chat, digestChannelLost: null, digestHeroes: 'named', lost: null }],
};

describe('a connection', () => {
  const command: OpenConnection = {
    type: 'open-connection',
    key: 'k',
    at,
    organization: { id: 'o', name: 'Sample company', sample: true },
    connection: chat,
    schedule,
  };
  const open = (known: Organization | null) => openConnection({ command, known, people: [], parked: 0 });
  const opened = { type: 'connection-opened', organization: 'o', at, connection: chat };

  test('of an organization not seen before founds it with its settings', () => {
    expect(open(null)).toEqual({
      reply: { type: 'connection-open', organization: 'o', again: null },
      facts: [
        { type: 'organization-founded', organization: 'o', at, name: 'Sample company', sample: true, schedule },
        opened,
      ],
      announce: [],
    });
  });

  test('beside another joins the organization, which keeps its settings', () => {
    expect(open({ ...organization, connections: [] }).facts).toEqual([opened]);
  });

  test('that is open already changes nothing', () => {
    expect(open(organization)).toMatchObject({ facts: [], announce: [] });
  });
});

type Met = MeetPeople['people'][number];
type Known = {
  readonly byIdentity?: Person;
  readonly byEmail?: Person;
  readonly adminElsewhere?: boolean;
  readonly activeElsewhere?: boolean;
};

/** What each is kept as, with the id that a new person gets: new0, new1, … */
function meet(...all: readonly (readonly [Partial<Met>, Known?])[]): readonly Person[] {
  const people = all.map(([differs], index) => ({
    user: `u${index}`,
    name: `Name ${index}`,
    email: null,
    kind: 'human' as const,
    manager: false,
    admin: false,
    active: true,
    guest: false,
    ...differs,
  }));
  const known = all.map(
    ([, { byIdentity = null, byEmail = null, adminElsewhere = false, activeElsewhere = false } = {}], index) => ({
      byIdentity,
      byEmail,
      adminElsewhere,
      activeElsewhere,
      newId: `new${index}`,
    }),
  );
  const { facts } = meetPeople({
    command: { type: 'meet-people', key: 'k', at, connection: 'c', people },
    organization: 'o',
    known,
  });
  return facts.map((fact, index) => {
    if (fact.type !== 'person-met') throw new Error(`Not met: ${fact.type}`);
    expect(fact.identity).toEqual({ connection: 'c', user: people[index]?.user });
    return fact.person;
  });
}

describe('people', () => {
  const ana = samplePerson('Ana', { email: 'ana@example.com', manager: true, admin: true });

  test('not seen before are met as the platform has them', () => {
    expect(meet([{ name: ' Ana\nDuarte ', email: 'Ana@Example.com', manager: true }], [{ kind: 'bot' }])).toEqual([
      samplePerson('x', { id: 'new0', name: 'Ana Duarte', email: 'ana@example.com', manager: true }),
      samplePerson('x', { id: 'new1', name: 'Name 1', kind: 'bot' }),
    ]);
  });

  test('met again take a new name and address, and manage as before', () => {
    const again = meet([{ name: 'Ana Costa', email: 'costa@example.com', admin: true }, { byIdentity: ana }]);
    expect(again).toEqual([{ ...ana, name: 'Ana Costa', email: 'costa@example.com' }]);
  });

  test('of whom the platform says nothing new stay as they are', () => {
    expect(meet([{ name: ' ', email: null, admin: true }, { byIdentity: ana }])).toEqual([ana]);
    expect(meet([{ name: '' }])).toEqual([samplePerson('x', { id: 'new0', name: 'u0' })]);
  });

  test('known on another connection are joined by their address', () => {
    expect(
      meet([
        { name: 'Ana', email: 'ANA@example.com' },
        { byEmail: ana, adminElsewhere: true },
      ]),
    ).toEqual([ana]);
  });

  test('are admins for as long as a platform says so', () => {
    expect(meet([{ name: 'Ana' }, { byIdentity: ana }])).toEqual([{ ...ana, admin: false }]);
    expect(meet([{ name: 'Ana' }, { byIdentity: ana, adminElsewhere: true }])).toEqual([ana]);
  });

  test('are here for as long as any of their chats has them', () => {
    expect(meet([{ name: 'Ana', active: false, admin: true }, { byIdentity: ana }])).toEqual([
      { ...ana, active: false },
    ]);
    const left = { name: 'Ana', active: false, admin: true };
    expect(meet([left, { byIdentity: ana, activeElsewhere: true }])).toEqual([ana]);
    const twice = { email: 'ana@example.com', name: 'Ana' };
    expect(meet([twice], [{ ...twice, active: false }]).at(-1)).toMatchObject({ active: true });
  });

  test('never take another person’s address', () => {
    const ben = samplePerson('Ben', { email: 'ben@example.com' });
    expect(
      meet([
        { name: 'Ben', email: 'ana@example.com' },
        { byIdentity: ben, byEmail: ana },
      ]),
    ).toEqual([ben]);
  });

  test('who come twice in one list with one address are one person', () => {
    const [first, second] = meet(
      [{ email: 'team@example.com', manager: true }],
      [{ email: 'Team@example.com', name: 'The team' }],
    );
    expect(second).toEqual({ ...first, name: 'The team' });
  });

  test('are answered with whom Herald knows now', () => {
    const command = { type: 'meet-people', key: 'k', at, connection: 'c', people: [] } as const;
    expect(meetPeople({ command, organization: 'o', known: [] }).reply).toEqual({ type: 'people-met', people: [] });
  });
});

describe('a sample company’s clock', () => {
  const move = (to: string, sample = true) => {
    const command: MoveClock = { type: 'move-clock', key: 'k', by: identityOf(samplePerson('Ana')), at, to };
    return moveClock({ command, organization: { ...organization, sample }, aheadMs: 60_000 });
  };
  const refused = (reason: string) => ({ reply: { type: 'refusal', reason }, facts: [], announce: [] });

  test('moves forward, on top of what it was ahead', () => {
    expect(move('2026-11-18T10:00:00.000Z')).toEqual({
      reply: { type: 'clock-moved', at: '2026-11-18T10:00:00.000Z' },
      facts: [{ type: 'clock-moved', organization: 'o', at, aheadMs: 3_660_000 }],
      announce: [],
    });
  });

  test('never moves back, nor to what is no moment', () => {
    expect(move('2026-11-18T08:59:59.999Z')).toEqual(refused('clock-backwards'));
    expect(move('Monday')).toEqual(refused('clock-backwards'));
  });

  test('alone can be moved', () => {
    expect(move('2026-11-18T10:00:00.000Z', false)).toEqual(refused('not-a-sample'));
  });
});
