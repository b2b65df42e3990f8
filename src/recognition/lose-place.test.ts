import { describe, expect, test } from 'vitest';
import { ben, eva, samplePerson } from '../../test/samples/people.ts';
import { losePlace } from './lose-place.ts';
import type { ConnectionFacts, Organization } from './organization.ts';

const at = '2026-11-18T09:00:00.000Z';
const chat = { id: 'c', platform: 'slack', digestChannel: 'C1', digestHeroes: 'named', lost: null } as const;
const lose = (channel: string, waiting = 0, digestChannelLost: ConnectionFacts['digestChannelLost'] = null) => {
  const organization: Organization = {
    id: 'o',
    name: 'Sample company',
    sample: false,
    schedule: { minute: 0, hour: 9, weekday: 1, timeZone: 'Europe/Berlin' },
    scheduledSince: at,
    announce: 'where-typed',
    nominationEmoji: 'firefly',
    forwarders: [],
    praiseDays: 90,
    connections: [{ ...chat, digestChannelLost }],
  };
  return losePlace({
    command: { type: 'place-lost', key: 'k', at, connection: 'c', channel, why: 'archived' },
    organization,
    waiting,
    people: [ben, eva, samplePerson('Gone', { admin: true, active: false })],
  });
};

describe('a channel that Herald can no longer speak in', () => {
  const told = (digest: boolean, channel: string) => [
    {
      to: { kind: 'person', person: 'eva' },
      about: { kind: 'trouble', id: 'k' },
      view: { type: 'place-lost', connection: 'c', channel, why: 'archived', digest },
    },
  ];

  test('is noted, and what waits for it is given up', () => {
    const place = { kind: 'channel', connection: 'c', channel: 'C9' };
    expect(lose('C9').facts).toEqual([{ type: 'place-lost', organization: 'o', at, place, why: 'archived' }]);
  });

  test('matters to admins when it is the digest’s, or when something waited for it', () => {
    expect(lose('C1').announce).toEqual(told(true, 'C1'));
    expect(lose('C9', 2).announce).toEqual(told(false, 'C9'));
    expect(lose('C9').announce).toEqual([]);
  });

  test('is told of once', () => {
    expect(lose('C1', 0, 'bot-removed').announce).toEqual([]);
  });
});
