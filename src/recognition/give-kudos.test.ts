import { describe, expect, test } from 'vitest';
import { ana, ben, chloe, identityOf, mentioned, robot } from '../../test/samples/people.ts';
import { sampleRecovery } from '../../test/samples/recovery.ts';
import { sampleWin } from '../../test/samples/win.ts';
import type { GiveKudos } from '../commands.ts';
import { giveKudos, sameStorySince } from './give-kudos.ts';
import type { Person } from './organization.ts';
import { named } from './story-heroes.ts';

const at = '2026-11-18T09:00:00.000Z';
const channel = { kind: 'channel', connection: 'c', channel: 'good-news' } as const;

const kudos = (differs: Partial<GiveKudos> = {}): GiveKudos => ({
  type: 'give-kudos',
  key: 'k',
  by: identityOf(ben),
  at,
  heroes: [],
  words: 'Drew a map for a customer who cannot read small print.',
  whatBroke: null,
  customer: null,
  touchpoint: null,
  audience: 'everyone',
  permalink: null,
  where: channel,
  ...differs,
});
const give = (
  differs: Partial<GiveKudos>,
  heroes: readonly Person[] = [ana],
  told: Parameters<typeof giveKudos>[0]['inTheseWords'] = [],
) =>
  giveKudos({
    command: kudos(differs),
    id: 's',
    teller: ben,
    heroes: mentioned(...heroes),
    inTheseWords: told,
    announce: 'where-typed',
  });

const story = (differs: object = {}) => ({
  id: 's',
  lane: 'win',
  settled: true,
  words: 'Drew a map for a customer who cannot read small print.',
  heroes: [named(ana)],
  teller: named(ben),
  voice: 'colleague',
  customer: null,
  touchpoint: null,
  audience: 'everyone',
  permalink: null,
  at,
  cheers: 0,
  ...differs,
});
const refused = (reason: string, fields: object = {}) => ({
  reply: { type: 'refusal', reason, ...fields },
  facts: [],
  announce: [],
});

describe('a kudos', () => {
  test('is a win, kept and told to its hero and the channel', () => {
    expect(give({})).toEqual({
      reply: { type: 'kudos-given', story: story() },
      facts: [{ type: 'story-told', organization: 'o', at, story: story(), praise: null }],
      announce: [
        {
          to: { kind: 'person', person: 'ana' },
          about: { kind: 'named', id: 's' },
          view: { type: 'you-were-named', story: story() },
        },
        { to: channel, about: { kind: 'story', id: 's' }, view: { type: 'story-told', story: story() } },
      ],
    });
  });

  test('keeps the customer and the touchpoint, tidied', () => {
    const { reply } = give({ customer: '  Garden Shop\nExample ', touchpoint: ' the phone ', words: '  Stayed.  ' });
    expect(reply).toMatchObject({
      story: { customer: 'Garden Shop Example', touchpoint: 'the phone', words: 'Stayed.' },
    });
    expect(give({ customer: ' ', touchpoint: '\u200b' }).reply).toMatchObject({
      story: { customer: null, touchpoint: null },
    });
  });

  test('for its heroes alone is told to them and to no channel', () => {
    const { announce } = give({ audience: 'heroes' }, [ana, chloe]);
    expect(announce.map(({ to }) => to)).toEqual([
      { kind: 'person', person: 'ana' },
      { kind: 'person', person: 'chloe' },
    ]);
  });

  test('typed where Herald may not speak is told to its heroes', () => {
    expect(give({ where: null }).announce.map(({ about }) => about.kind)).toEqual(['named']);
  });

  test('that says what broke is a recovery, and is not asked about', () => {
    expect(give({ whatBroke: ' The label printer ' }).reply).toEqual({
      type: 'kudos-given',
      story: (({ settled: _settled, ...facts }) => ({ ...facts, lane: 'recovery', whatBroke: 'The label printer' }))(
        story(),
      ),
    });
  });

  test('whose words carry a problem and a repair is stored and told, and its lane is asked about', () => {
    const { reply, facts, announce } = give({ words: 'The parcel was lost and Ana sent another the same day.' });
    expect(reply).toMatchObject({ type: 'kudos-given', story: { lane: 'win', settled: false } });
    expect(facts).toMatchObject([{ type: 'story-told', story: { settled: false } }]);
    expect(announce).toHaveLength(2);
  });

  test('leaves out the teller, bots and repetitions', () => {
    expect(give({}, [ben, ana, robot, ana]).reply).toMatchObject({ story: { heroes: [named(ana)] } });
  });
});

describe('a kudos is refused', () => {
  test.each([
    ['without a hero', {}, [], refused('no-hero-named')],
    ['for oneself', {}, [ben], refused('only-yourself')],
    ['for bots', {}, [robot], refused('only-bots')],
    ['without words', { words: ' \n\u200b ' }, [ana], refused('no-words')],
    [
      'with too many words',
      { words: 'x'.repeat(3001) },
      [ana],
      refused('too-long', { field: 'words', limit: 3000, length: 3001 }),
    ],
    ['when what broke is left blank', { whatBroke: '  ' }, [ana], refused('what-broke-missing')],
    [
      'when what broke is too long',
      { whatBroke: 'x'.repeat(501) },
      [ana],
      refused('too-long', { field: 'whatBroke', limit: 500, length: 501 }),
    ],
    [
      'when the customer’s name is too long',
      { customer: 'x'.repeat(151) },
      [ana],
      refused('too-long', { field: 'customer', limit: 150, length: 151 }),
    ],
    [
      'when the touchpoint is too long',
      { touchpoint: 'x'.repeat(152) },
      [ana],
      refused('too-long', { field: 'touchpoint', limit: 150, length: 152 }),
    ],
    ['first for what comes first', { words: '', customer: 'x'.repeat(151) }, [], refused('no-hero-named')],
  ] as const)('%s', (_what, differs, heroes, refusal) => expect(give(differs, heroes)).toEqual(refusal));

  test('not for spaces around what fits', () => {
    const around = (length: number) => `${' '.repeat(50)}${'x'.repeat(length)}${' '.repeat(50)}`;
    const { reply } = give({
      words: around(3000),
      whatBroke: around(500),
      customer: around(150),
      touchpoint: around(150),
    });
    expect(reply.type).toBe('kudos-given');
  });

  test('when the same words were told about the same people within a day', () => {
    const told = sampleWin('told', { at: '2026-11-18T08:00:00.000Z', heroes: [named(chloe), named(ana)] });
    expect(give({}, [ana, chloe], [told])).toEqual(refused('already-told', { story: 'told', at: told.at }));
    const recovery = sampleRecovery('recovery', { heroes: [named(ana)] });
    expect(give({}, [ana], [recovery])).toEqual(refused('already-told', { story: 'recovery', at: recovery.at }));
  });

  test('not when those words were about others', () => {
    const told = sampleWin('told', { heroes: [named(chloe)] });
    expect(give({}, [ana], [told]).reply.type).toBe('kudos-given');
  });
});

test('the same words count for a day', () => {
  expect(sameStorySince('2026-03-29T10:00:00.000Z')).toBe('2026-03-28T10:00:00.000Z');
});
