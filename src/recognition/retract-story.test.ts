import { describe, expect, test } from 'vitest';
import { ana, ben, chloe, dana, eva, identityOf } from '../../test/samples/people.ts';
import { samplePraise } from '../../test/samples/praise.ts';
import { sampleRecovery } from '../../test/samples/recovery.ts';
import { sampleWin } from '../../test/samples/win.ts';
import type { RetractStory } from '../commands.ts';
import type { Story } from '../views.ts';
import { retractStory } from './retract-story.ts';
import { named } from './story-heroes.ts';

const at = '2026-11-24T08:00:00.000Z';
const people = { teller: named(ben), heroes: [named(ana), named(chloe)] };
const win = sampleWin('s', people);
const retract = (
  story: Story | null,
  known: Partial<Parameters<typeof retractStory>[0]> = {},
  which: RetractStory['which'] = { story: 's' },
) =>
  retractStory({
    command: { type: 'retract-story', key: 'k', by: identityOf(ben), at, which },
    person: ben,
    story,
    telling: null,
    praise: null,
    ...known,
  });
const withdrawn = (['story', 'named'] as const).map((kind) => ({
  to: 'wherever-it-stands',
  about: { kind, id: 's' },
  view: { type: 'story-withdrawn' },
}));
const refused = (reason: string, fields: object = {}) => ({
  reply: { type: 'refusal', reason, ...fields },
  facts: [],
  announce: [],
});

describe('a story taken back', () => {
  test.each([
    ['a win', win],
    ['a recovery', sampleRecovery('s', people)],
  ])('is gone wherever it stands, and its words are given back: %s', (_lane, story) => {
    expect(retract(story)).toEqual({
      reply: { type: 'story-retracted', words: 'The story s.', heroes: people.heroes, waitsAgain: false },
      facts: [{ type: 'story-retracted', organization: 'o', at, story, by: 'ben' }],
      announce: withdrawn,
    });
  });

  test('is gone from the digest that told it', () => {
    const other = sampleWin('other');
    const slots = [{ win: 's', form: 'full' } as const, { win: 'other', form: 'full' } as const];
    const telling = { id: 'd', week: '2026-W48', slots, wins: [win, other] };
    expect(retract(win, { telling }).announce).toEqual([
      ...withdrawn,
      {
        to: 'wherever-it-stands',
        about: { kind: 'digest', id: 'd' },
        view: { type: 'digest', digest: { week: '2026-W48', inFull: [other], inALine: [] } },
      },
    ]);
  });

  test('leaves the customer’s words waiting again', () => {
    const praise = samplePraise({ state: { status: 'settled', as: 'win', by: named(ben), at, story: 's' } });
    expect(retract(win, { praise }).facts[1]).toEqual({
      type: 'praise-reopened',
      organization: 'o',
      at,
      praise: samplePraise(),
    });
    expect(retract(win, { praise }).reply).toMatchObject({ waitsAgain: true });
    expect(retract(win, { praise }).announce).toEqual([
      ...withdrawn,
      {
        to: 'wherever-it-stands',
        about: { kind: 'praise', id: 'praise' },
        view: { type: 'praise-waiting', praise: samplePraise() },
      },
    ]);
  });
});

describe('it is taken back', () => {
  const praise = samplePraise({ state: { status: 'settled', as: 'win', by: named(dana), at, story: 's' } });
  test.each([
    ['by its teller', ben, null],
    ['by an admin', eva, null],
    ['by the manager who settled the customer’s words', dana, praise],
  ])('%s', (_who, person, from) => {
    expect(retract(win, { person, praise: from }).facts[0]).toMatchObject({ type: 'story-retracted', by: person.id });
  });

  test.each([
    ['by a hero', ana, null],
    ['by a manager who did not settle it', dana, null],
    ['by a colleague', chloe, praise],
  ])('not %s', (_who, person, from) => {
    expect(retract(win, { person, praise: from })).toEqual(refused('not-yours-to-change', { teller: named(ben) }));
  });

  test('not when it is not there', () => {
    expect(retract(null)).toEqual(refused('story-unknown'));
    expect(retract(null, {}, 'my-last')).toEqual(refused('nothing-to-undo'));
  });
});
