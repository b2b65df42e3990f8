import { describe, expect, test } from 'vitest';
import { ana, ben, chloe, dana, eva, samplePerson } from '../../test/samples/people.ts';
import type { ForwardPraise } from '../commands.ts';
import { forwardPraise } from './forward-praise.ts';
import { mayNotForward } from './may-not-forward.ts';
import type { Organization, Person } from './organization.ts';

const at = '2026-11-19T13:05:00.000Z';
const command: ForwardPraise = {
  type: 'forward-praise',
  key: 'k',
  at,
  connection: 'mail',
  from: { name: 'Mia', email: 'Mia@Example.com' },
  mail: {
    words: 'Ana called me back on a Sunday.',
    note: '',
    customer: { name: 'Grete Holm', email: 'grete@example.net' },
    subject: 'Thank you',
    wroteAt: null,
    messageIds: [],
    unsure: [],
  },
};
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
type Known = Parameters<typeof forwardPraise>[0]['known'];
const forward = (known: Known, everybody: readonly Person[] = [], forwarders = organization.forwarders) =>
  forwardPraise({
    command,
    organization: { ...organization, forwarders },
    known,
    everybody,
    newId: 'new',
    id: 'praise',
    earlier: null,
    fingerprints: ['print'],
    guessedHeroes: [],
  });
const asked = (decision: ReturnType<typeof forward>) =>
  decision.announce.map(({ to }) => (to !== 'wherever-it-stands' && to.kind === 'person' ? to.person : to));

describe('mail is taken in from', () => {
  test.each([
    ['mia@example.com', true],
    ['MIA@example.com', true],
    ['anybody@house.example', true],
    ['anybody@xn--bcher-kva.example', true],
    ['anybody@bücher.example', true],
    ['ANYBODY@House.example', true],
    ['anybody@sub.house.example', false],
    ['anybody@notthehouse.example', false],
    ['other@example.com', false],
    ['@house.example', true],
    ['mia@example.com@evil.example', false],
    ['', false],
  ])('%s: %s', (address, taken) => {
    expect(mayNotForward(['mia@example.com', '@house.example', '@bücher.example'], address, null) === null).toBe(taken);
  });

  test('nobody, while nobody is listed', () => {
    expect(mayNotForward([], 'mia@example.com', mia)).toEqual({ type: 'refusal', reason: 'not-a-forwarder' });
  });

  test('nobody who has left, and no bot', () => {
    const left = samplePerson('Mia', { active: false });
    expect(mayNotForward(['mia@example.com'], 'mia@example.com', left)).toMatchObject({ reason: 'person-deactivated' });
    const bot = samplePerson('Mia', { kind: 'bot' });
    expect(mayNotForward(['mia@example.com'], 'mia@example.com', bot)).toMatchObject({ reason: 'not-a-forwarder' });
  });
});

describe('praise forwarded by mail', () => {
  test('waits for a known person where a chat reaches them, and for nobody else', () => {
    const decision = forward({ person: mia, identities: [{ connection: 'chat', user: 'U1' }] }, [mia, dana, eva]);
    expect(decision.reply).toMatchObject({ type: 'praise-waiting', praise: { forwarder: { person: 'mia' } } });
    expect(decision.facts.map(({ type }) => type)).toEqual(['person-met', 'praise-captured']);
    expect(asked(decision)).toEqual(['mia']);
  });

  test('makes a listed sender known by name and address, without any role', () => {
    const [met] = forward(null).facts;
    expect(met).toMatchObject({
      type: 'person-met',
      person: { id: 'new', name: 'Mia', email: 'mia@example.com', manager: false, admin: false, active: true },
      identity: { connection: 'mail', user: 'mia@example.com' },
    });
  });

  test('of somebody known by mail alone is shown to those who manage too; without any, to the admins', () => {
    const byMail = { person: mia, identities: [{ connection: 'mail', user: 'mia@example.com' }] };
    expect(asked(forward(byMail, [ana, ben, mia, dana, eva]))).toEqual(['mia', 'dana']);
    expect(asked(forward(byMail, [ana, mia, eva]))).toEqual(['mia', 'eva']);
    expect(asked(forward(null, [samplePerson('Gone', { manager: true, active: false }), chloe]))).toEqual(['new']);
  });

  test('of anybody else leaves nothing', () => {
    const refused = forward({ person: mia, identities: [] }, [dana], ['someone@example.com']);
    expect(refused).toEqual({ reply: { type: 'refusal', reason: 'not-a-forwarder' }, facts: [], announce: [] });
  });
});
