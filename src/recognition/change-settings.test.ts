import { describe, expect, test } from 'vitest';
import { ana, ben, dana, eva, identityOf } from '../../test/samples/people.ts';
import type { ChangeSettings } from '../commands.ts';
import { changeSettings, keepPraiseFor } from './change-settings.ts';
import type { Organization, Person } from './organization.ts';

const at = '2026-11-18T09:00:00.000Z';
const since = '2026-01-01T00:00:00.000Z';
const schedule = { minute: 0, hour: 9, weekday: 1, timeZone: 'Europe/Berlin' };
const organization: Organization = {
  id: 'o',
  name: 'Sample company',
  sample: false,
  schedule,
  scheduledSince: since,
  announce: 'where-typed',
  nominationEmoji: 'firefly',
  forwarders: [],
  praiseDays: 90,
  connections: [
    { id: 'c', platform: 'slack', digestChannel: 'C1', digestChannelLost: null, digestHeroes: 'named', lost: null },
    { id: 'other', platform: 'teams', digestChannel: 'T1', digestChannelLost: null, digestHeroes: 'named', lost: null },
  ],
};
const people = [ana, ben, dana, eva].map((person) => ({ ...person, user: identityOf(person).user }));
const now = {
  digestChannel: 'C1',
  digestHeroes: 'named',
  schedule,
  announce: 'where-typed',
  nominationEmoji: 'firefly',
  forwarders: [],
  praiseDays: 90,
};

const change = (changes: ChangeSettings['changes'], person: Person = eva) =>
  changeSettings({
    command: { type: 'change-settings', key: 'k', by: identityOf(person), at, changes },
    person,
    organization,
    people,
  });
const written = (changes: ChangeSettings['changes']) => change(changes).facts[0];

describe('settings', () => {
  test('change as an admin says, and no others', () => {
    const { reply, facts, announce } = change({ announce: 'digest-only', digestChannel: ' C2 ' });
    const settings = { ...now, announce: 'digest-only', digestChannel: 'C2' };
    expect(facts).toEqual([
      {
        type: 'settings-changed',
        organization: 'o',
        at,
        settings,
        scheduledSince: since,
        connection: 'c',
        channelNamed: true,
      },
    ]);
    expect(reply).toEqual({
      type: 'settings-changed',
      settings: { ...settings, managers: [{ person: 'dana', name: 'Dana', user: 'user of dana' }] },
    });
    expect(announce).toEqual([]);
  });

  test('are for admins alone, not for managers', () => {
    for (const person of [ben, dana]) {
      expect(change({ announce: 'digest-only' }, person)).toEqual({
        reply: { type: 'refusal', reason: 'admins-only' },
        facts: [],
        announce: [],
      });
    }
  });

  test('with a new schedule hold from now on; its earlier moments are not made up for', () => {
    expect(written({ schedule: { ...schedule, weekday: 5 } })).toMatchObject({ scheduledSince: at });
    expect(written({ schedule: { ...schedule } })).toMatchObject({ scheduledSince: since });
  });

  test('are kept tidy', () => {
    expect(
      written({ nominationEmoji: ' :Star2: ', forwarders: [' Ana@Example.com', '', 'ana@example.com'] }),
    ).toMatchObject({ settings: { nominationEmoji: 'star2', forwarders: ['ana@example.com'] } });
    expect(written({ digestChannel: ' ' })).toMatchObject({ settings: { digestChannel: null } });
    expect(written({})).toMatchObject({ channelNamed: false });
  });

  test.each([
    ['schedule', { schedule: { ...schedule, hour: 24 } }],
    ['schedule', { schedule: { ...schedule, minute: 0.5 } }],
    ['schedule', { schedule: { ...schedule, weekday: 0 } }],
    ['timeZone', { schedule: { ...schedule, timeZone: 'Mars/Olympus' } }],
    ['nominationEmoji', { nominationEmoji: 'two words' }],
    ['nominationEmoji', { nominationEmoji: '::' }],
    ['forwarders', { forwarders: ['ana@example.com', 'example.com'] }],
    ['forwarders', { forwarders: ['@example'] }],
  ] as const)('that cannot be used (%s %j) change nothing', (setting, changes) => {
    expect(change(changes)).toMatchObject({ reply: { reason: 'setting-unusable', setting }, facts: [] });
  });

  test('take addresses and whole companies as forwarders', () => {
    const forwarders = ['ana@example.com', '@shop.example.com'];
    expect(written({ forwarders })).toMatchObject({ settings: { forwarders } });
  });
});

describe('managers', () => {
  const named = (...people: readonly Person[]) =>
    change({ managers: people.map(identityOf) })
      .facts.slice(1)
      .map((fact) => fact.type === 'manager-named' && [fact.person, fact.manager]);

  test('are exactly those whom the admin names', () => {
    expect(named(ben, eva)).toEqual([
      ['ben', true],
      ['dana', false],
      ['eva', true],
    ]);
    expect(named(dana)).toEqual([]);
    expect(named()).toEqual([['dana', false]]);
  });

  test('have to be people whom Herald knows', () => {
    expect(change({ managers: [{ connection: 'c', user: 'nobody' }] })).toMatchObject({
      reply: { reason: 'person-unknown', name: 'nobody' },
      facts: [],
    });
  });
});

describe('for how long customers’ words are kept', () => {
  const keep = (days: number) =>
    keepPraiseFor({ type: 'keep-praise-for', key: 'k', at, organization: organization.id, days }, organization);

  test('may be said by whoever runs Herald, and changes nothing else', () => {
    expect(keep(30)).toMatchObject({
      reply: { type: 'settings-changed', settings: { praiseDays: 30 } },
      facts: [{ type: 'settings-changed', channelNamed: false, scheduledSince: organization.scheduledSince }],
    });
  });

  test.each([0, 3651, 1.5])('is no number such as %d', (days) => {
    expect(keep(days)).toMatchObject({ reply: { reason: 'setting-unusable', setting: 'praiseDays' }, facts: [] });
  });
});
