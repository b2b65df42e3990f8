import { describe, expect, test } from 'vitest';
import { ana, ben, chloe, dana, eva, identityOf, mentioned, robot } from '../../test/samples/people.ts';
import { samplePraise } from '../../test/samples/praise.ts';
import type { Place, Settlement } from '../commands.ts';
import type { Praise } from '../views.ts';
import type { Person } from './organization.ts';
import { lookAtPraise, settlePraise } from './settle-praise.ts';
import { named } from './story-heroes.ts';

const at = '2026-11-20T08:00:00.000Z';
const win = { as: 'win', heroes: [], audience: 'everyone', customer: 'full-name' } as const;
const recovery = {
  as: 'recovery',
  heroes: [],
  audience: 'everyone',
  customer: 'full-name',
  whatBroke: ' The label printer ',
} as const;
const channel = { kind: 'channel', connection: 'c', channel: 'wins' } as const;
const thanks = { as: 'thanks', heroes: [], audience: 'heroes', customer: 'full-name' } as const;
const notPraise = { as: 'not-praise' } as const;

type Differs = {
  readonly settler?: Person;
  readonly praise?: Praise | null;
  readonly heroes?: readonly Person[];
  readonly channels?: readonly Place[];
};
const settle = (settlement: Settlement, differs: Differs = {}) => {
  const { settler = dana, praise = samplePraise(), heroes = [ana], channels = [channel] } = differs;
  return settlePraise({
    command: { type: 'settle-praise', key: 'k', by: identityOf(settler), at, praise: 'praise', settlement },
    id: 's',
    settler,
    praise,
    heroes: mentioned(...heroes),
    channels,
  });
};
const settled = (as: Settlement['as'], story: string | null = null, by = dana) =>
  samplePraise({ state: { status: 'settled', as, by: named(by), at, story } });
const refused = (reason: string, fields: object = {}) => ({
  reply: { type: 'refusal', reason, ...fields },
  facts: [],
  announce: [],
});
const story = {
  id: 's',
  words: 'Ana called me back on a Sunday.',
  heroes: [named(ana)],
  teller: named(ben),
  voice: 'customer',
  customer: 'Grete Holm',
  touchpoint: null,
  audience: 'everyone',
  permalink: null,
  at,
  cheers: 0,
};
const toAna = { kind: 'person', person: 'ana' };

describe('a customer’s words become', () => {
  test('a win in the customer’s own words, told to its hero; the inbox shows how it was settled', () => {
    const told = { ...story, lane: 'win', settled: true };
    const praise = settled('win', 's');
    expect(settle(win)).toEqual({
      reply: { type: 'praise-settled', praise, story: told, channelMissing: false },
      facts: [
        { type: 'praise-settled', organization: 'o', at, praise },
        { type: 'story-told', organization: 'o', at, story: told, praise: 'praise' },
      ],
      announce: [
        {
          to: 'wherever-it-stands',
          about: { kind: 'praise', id: 'praise' },
          view: { type: 'praise-settled', praise, story: told, channelMissing: false },
        },
        { to: toAna, about: { kind: 'named', id: 's' }, view: { type: 'you-were-named', story: told } },
      ],
    });
  });

  test('a win that is not asked about again, whatever its words: a person has said it', () => {
    const praise = samplePraise({ words: 'The wrong shoes came, and Ana replaced them.' });
    expect(settle(win, { praise }).reply).toMatchObject({ story: { lane: 'win', settled: true } });
  });

  test('a recovery that says what broke', () => {
    expect(settle(recovery).reply).toEqual({
      type: 'praise-settled',
      praise: settled('recovery', 's'),
      channelMissing: false,
      story: { ...story, lane: 'recovery', whatBroke: 'The label printer' },
    });
  });

  test('a story for its heroes alone', () => {
    expect(settle({ ...win, audience: 'heroes' }).reply).toMatchObject({ story: { audience: 'heroes' } });
  });

  test('thanks, which each named colleague hears of in private, and no story', () => {
    const praise = settled('thanks');
    expect(settle(thanks, { heroes: [ana, chloe] })).toEqual({
      reply: { type: 'praise-settled', praise, story: null, channelMissing: false },
      facts: [{ type: 'praise-settled', organization: 'o', at, praise }],
      announce: [
        {
          to: 'wherever-it-stands',
          about: { kind: 'praise', id: 'praise' },
          view: { type: 'praise-settled', praise, story: null, channelMissing: false },
        },
        ...[ana, chloe].map(({ id }) => ({
          to: { kind: 'person', person: id },
          about: { kind: 'thanks', id: 'praise' },
          view: { type: 'customer-thanks-you', words: story.words, customer: 'Grete Holm' },
        })),
      ],
    });
  });

  test('thanks for everybody where no channel is: they go to those named, and the settler is told that', () => {
    const { reply, announce } = settle({ ...thanks, audience: 'everyone' }, { heroes: [ana], channels: [] });
    expect(reply).toMatchObject({ type: 'praise-settled', channelMissing: true });
    expect(announce.map(({ to }) => to)).toEqual(['wherever-it-stands', toAna]);
    expect(settle({ ...thanks, audience: 'everyone' }).reply).toMatchObject({ channelMissing: false });
    expect(settle(thanks, { channels: [] }).reply).toMatchObject({ channelMissing: false });
  });

  test('thanks that name nobody', () => {
    expect(settle(thanks, { heroes: [] }).announce).toHaveLength(1);
    const toEverybody = { ...thanks, audience: 'everyone' } as const;
    expect(settle(toEverybody, { heroes: [] })).toEqual(refused('no-hero-named'));
  });

  test('thanks that everybody hears of at once, for its heroes', () => {
    const { announce } = settle({ ...thanks, audience: 'everyone' }, { heroes: [ana, chloe] });
    expect(announce.slice(2)).toMatchObject([
      { to: { person: 'chloe' } },
      {
        to: channel,
        about: { kind: 'thanks', id: 'praise' },
        view: { type: 'customer-thanks', customer: 'Grete Holm', heroes: [named(ana), named(chloe)] },
      },
    ]);
  });

  test.each([
    ['full-name', 'Grete Holm', 'Ana rang. Grete Holm'],
    ['first-name', 'Grete', 'Ana rang. Grete'],
    ['no-name', null, 'Ana rang. [name removed]'],
  ] as const)('what others read, with the customer’s name as chosen: %s', (customer, name, words) => {
    const praise = samplePraise({ words: 'Ana rang. Grete Holm' });
    const said = { words, customer: name };
    expect(settle({ ...win, customer }, { praise })).toMatchObject({
      reply: { story: said, praise: { words: 'Ana rang. Grete Holm', customer: { name: 'Grete Holm' } } },
      announce: [{}, { view: { story: said } }],
    });
    expect(settle({ ...thanks, customer }, { praise }).announce[1]).toMatchObject({ view: said });
  });

  test('no praise, which leaves nothing on anyone', () => {
    const praise = samplePraise({ guessedHeroes: [{ ...named(ana), said: null }] });
    const { reply, facts, announce } = settle(notPraise, { praise, heroes: [] });
    expect(reply).toEqual({
      type: 'praise-settled',
      praise: settled('not-praise'),
      story: null,
      channelMissing: false,
    });
    expect(facts.map(({ type }) => type)).toEqual(['praise-settled']);
    expect(announce.map(({ to }) => to)).toEqual(['wherever-it-stands']);
  });
});

describe('it is settled', () => {
  test.each([
    ['by whoever brought it', ben],
    ['by a manager', dana],
    ['by an admin', eva],
  ])('%s', (_who, settler) => {
    expect(settle(win, { settler }).reply).toMatchObject({
      type: 'praise-settled',
      praise: { state: { by: named(settler) } },
    });
  });

  test('by nobody else', () => {
    expect(settle(win, { settler: chloe })).toEqual(refused('not-yours-to-settle', { forwarder: named(ben) }));
  });

  test.each([win, recovery, thanks, notPraise])(
    'once: whoever comes second with %o is told who and how',
    (settlement) => {
      expect(settle(settlement, { praise: settled('recovery', 's', eva) })).toEqual(
        refused('already-settled', { by: named(eva), as: 'recovery', at, yours: null }),
      );
    },
  );

  test('with the settler among the heroes when the customer praised others too', () => {
    expect(settle(win, { settler: dana, heroes: [dana, ana] }).reply).toMatchObject({
      story: { heroes: [named(dana), named(ana)] },
    });
  });

  test('with who brought it as the only hero, when somebody else settles it', () => {
    expect(settle(win, { settler: dana, heroes: [ben] }).reply).toMatchObject({ story: { heroes: [named(ben)] } });
  });
});

describe('looking at one praise', () => {
  test.each([ben, dana, eva])('shows it while it waits to who brought it, manages or is an admin: %o', (person) => {
    const praise = samplePraise();
    expect(lookAtPraise(praise, person)).toEqual({ type: 'praise-waiting', praise });
  });

  test.each(['win', 'recovery', 'thanks', 'not-praise'] as const)('says by whom it was settled as %s', (as) => {
    const told = { type: 'refusal', reason: 'already-settled', by: named(eva), as, at, yours: null };
    for (const person of [ben, dana]) expect(lookAtPraise(settled(as, null, eva), person)).toEqual(told);
    const mine = { ...told, by: named(dana), yours: { praise: 'praise', story: null } };
    expect(lookAtPraise(settled(as, null, dana), dana)).toEqual(mine);
  });

  test('tells others whom to ask, waiting or settled, and nobody of what is not there', () => {
    const notTheirs = { type: 'refusal', reason: 'not-yours-to-settle', forwarder: named(ben) };
    for (const praise of [samplePraise(), settled('win', 's')]) {
      expect(lookAtPraise(praise, chloe)).toEqual(notTheirs);
    }
    expect(lookAtPraise(null, dana)).toEqual({ type: 'refusal', reason: 'praise-unknown' });
  });
});

describe('settling is refused', () => {
  test.each([
    ['of words that are not there', win, { praise: null }, refused('praise-unknown')],
    ['without a hero', win, { heroes: [] }, refused('no-hero-named')],
    ['for oneself alone', win, { heroes: [dana] }, refused('only-yourself')],
    ['for bots', recovery, { heroes: [robot] }, refused('only-bots')],
    ['for bots, as thanks too', thanks, { heroes: [robot] }, refused('only-bots')],
    ['without what broke', { ...recovery, whatBroke: ' ' }, {}, refused('what-broke-missing')],
    [
      'when what broke is too long',
      { ...recovery, whatBroke: 'x'.repeat(501) },
      {},
      refused('too-long', { field: 'whatBroke', limit: 500, length: 501 }),
    ],
  ] as const)('%s', (_what, settlement, differs, refusal) => expect(settle(settlement, differs)).toEqual(refusal));
});
