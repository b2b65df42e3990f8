import { expect, test } from 'vitest';
import { openMailbox } from './open-mailbox.ts';
import type { Organization } from './organization.ts';

const at = '2026-11-19T13:05:00.000Z';
const organization: Organization = {
  id: 'o',
  name: 'Example',
  sample: false,
  schedule: { minute: 0, hour: 9, weekday: 1, timeZone: 'Europe/Berlin' },
  scheduledSince: '2026-01-01T00:00:00.000Z',
  announce: 'digest-only',
  nominationEmoji: 'star',
  forwarders: [],
  praiseDays: 90,
  connections: [],
};
const open = (known: Partial<Organization>, forwarders: readonly string[]) =>
  openMailbox({
    command: { type: 'open-mailbox', key: 'k', at, organization: 'o', connection: 'mail', forwarders },
    organization: { ...organization, ...known },
  });
const mailbox = {
  id: 'mail',
  platform: 'email',
  digestChannel: null,
  digestChannelLost: null,
  digestHeroes: 'named',
  lost: null,
} as const;

test('a new mailbox becomes known, with the first list of forwarders and all else as it was', () => {
  expect(open({}, ['Mia@Example.com ', '@house.example']).facts).toEqual([
    {
      type: 'connection-opened',
      organization: 'o',
      at,
      connection: { id: 'mail', platform: 'email', digestChannel: null },
    },
    {
      type: 'settings-changed',
      organization: 'o',
      at,
      settings: {
        digestChannel: null,
        schedule: organization.schedule,
        announce: 'digest-only',
        digestHeroes: 'named',
        nominationEmoji: 'star',
        forwarders: ['mia@example.com', '@house.example'],
        praiseDays: 90,
      },
      scheduledSince: organization.scheduledSince,
      connection: 'mail',
      channelNamed: false,
    },
  ]);
});

test('a list that there is stays, and a mailbox is opened once', () => {
  expect(open({ forwarders: ['ana@example.com'], connections: [mailbox] }, ['mia@example.com']).facts).toEqual([]);
});
