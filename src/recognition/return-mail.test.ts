import { expect, test } from 'vitest';
import { samplePerson } from '../../test/samples/people.ts';
import type { Organization } from './organization.ts';
import { returnMail } from './return-mail.ts';

const at = '2026-11-19T13:05:00.000Z';
const command = {
  type: 'return-mail',
  key: 'k',
  at,
  connection: 'mail',
  email: 'mia@example.com',
  what: 'encrypted',
  limit: null,
} as const;
const connection = (id: string, platform: 'slack' | 'email') =>
  ({ id, platform, digestChannel: null, digestChannelLost: null, digestHeroes: 'named', lost: null }) as const;
const organization: Organization = {
  id: 'o',
  name: 'Example',
  sample: false,
  schedule: { minute: 0, hour: 9, weekday: 1, timeZone: 'Europe/Berlin' },
  scheduledSince: at,
  announce: 'where-typed',
  nominationEmoji: 'firefly',
  forwarders: ['@example.com'],
  praiseDays: 90,
  connections: [connection('chat', 'slack'), connection('mail', 'email')],
};
const mia = samplePerson('Mia', { email: 'mia@example.com' });
const byMail = { connection: 'mail', user: 'mia@example.com' };
const inChat = { person: mia, identities: [{ connection: 'chat', user: 'UMIA' }, byMail] };
const view = { type: 'refusal', reason: 'mail-not-read', at, what: 'encrypted', limit: null };

test('a listed sender hears in private why their mail could not be read', () => {
  expect(returnMail({ command, organization, known: inChat, newId: 'new' })).toEqual({
    reply: view,
    facts: [],
    announce: [{ to: { kind: 'person', person: 'mia' }, about: { kind: 'trouble', id: 'k' }, view }],
  });
});

test('for whom no chat reaches yet the latest such word waits, and they are known from then on', () => {
  const waiting = (person: string) => [
    { to: { kind: 'person', person }, about: { kind: 'trouble', id: person }, view },
  ];
  const byMailAlone = { person: mia, identities: [byMail] };
  expect(returnMail({ command, organization, known: byMailAlone, newId: 'new' })).toEqual({
    reply: view,
    facts: [],
    announce: waiting('mia'),
  });
  const unknown = returnMail({ command, organization, known: null, newId: 'new' });
  expect(unknown.announce).toEqual(waiting('new'));
  expect(unknown.facts).toMatchObject([
    { type: 'person-met', person: { id: 'new', name: 'mia@example.com', manager: false }, identity: byMail },
  ]);
});

test('nobody is told who is not listed, or has left', () => {
  const unlisted = { ...organization, forwarders: [] };
  const gone = { ...inChat, person: { ...mia, active: false } };
  const decisions = [
    returnMail({ command, organization: unlisted, known: inChat, newId: 'new' }),
    returnMail({ command, organization, known: gone, newId: 'new' }),
  ];
  expect(decisions).toMatchObject([
    { reply: { reason: 'not-a-forwarder' }, announce: [] },
    { reply: { reason: 'person-deactivated' }, announce: [] },
  ]);
});
