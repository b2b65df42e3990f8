import { expect, test } from 'vitest';
import { ben, eva } from '../../test/samples/people.ts';
import { openConnection } from './house.ts';
import { loseConnection } from './lose-connection.ts';
import type { ConnectionFacts, Organization } from './organization.ts';

const at = '2026-11-18T09:00:00.000Z';
const chat: ConnectionFacts = {
  id: 'c',
  platform: 'slack',
  digestChannel: 'C1',
  digestChannelLost: null,
  digestHeroes: 'named',
  lost: null,
};
const organization = (connection: ConnectionFacts): Organization => ({
  id: 'o',
  name: 'Sample company',
  sample: false,
  schedule: { minute: 0, hour: 9, weekday: 1, timeZone: 'Europe/Berlin' },
  scheduledSince: at,
  announce: 'where-typed',
  nominationEmoji: 'firefly',
  forwarders: [],
  praiseDays: 90,
  connections: [connection],
});
const lose = (connection: ConnectionFacts, why: 'uninstalled' | 'token-revoked' = 'uninstalled') =>
  loseConnection({
    command: { type: 'connection-lost', key: 'k', at, connection: 'c', why },
    organization: organization(connection),
    reached: [ben, eva],
  });

test('a connection that is lost is noted, and the admins who can be reached hear of it', () => {
  const view = { type: 'connection-lost', platform: 'slack', why: 'uninstalled' };
  expect(lose(chat)).toEqual({
    reply: view,
    facts: [{ type: 'connection-lost', organization: 'o', at, connection: 'c', why: 'uninstalled' }],
    announce: [{ to: { kind: 'person', person: 'eva' }, about: { kind: 'trouble', id: 'k' }, view }],
  });
});

test('hearing of it a second time, for another reason, changes nothing', () => {
  expect(lose({ ...chat, lost: 'token-revoked' }, 'uninstalled')).toEqual({
    reply: { type: 'connection-lost', platform: 'slack', why: 'token-revoked' },
    facts: [],
    announce: [],
  });
});

test('opening it again is noted, keeps its settings, and tells the admins what waited', () => {
  const open = (connection: ConnectionFacts) =>
    openConnection({
      command: {
        type: 'open-connection',
        key: 'k2',
        at,
        organization: { id: 'o', name: 'Sample company', sample: false },
        connection: { id: 'c', platform: 'slack', digestChannel: 'another' },
        schedule: { minute: 30, hour: 8, weekday: 5, timeZone: 'UTC' },
      },
      known: organization(connection),
      people: [ben, eva],
      parked: 3,
    });
  const again = { platform: 'slack', why: 'uninstalled', waited: 3 };
  const view = { type: 'connection-open', organization: 'o', again };
  expect(open({ ...chat, lost: 'uninstalled' })).toEqual({
    reply: view,
    facts: [{ type: 'connection-reopened', organization: 'o', at, connection: 'c' }],
    announce: [{ to: { kind: 'person', person: 'eva' }, about: { kind: 'trouble', id: 'k2' }, view }],
  });
  expect(open(chat)).toMatchObject({ reply: { again: null }, facts: [], announce: [] });
});
