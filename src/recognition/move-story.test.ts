import { describe, expect, test } from 'vitest';
import { ana, ben, chloe, dana, identityOf } from '../../test/samples/people.ts';
import { samplePraise } from '../../test/samples/praise.ts';
import { sampleRecovery } from '../../test/samples/recovery.ts';
import { sampleWin } from '../../test/samples/win.ts';
import type { Lane } from '../commands.ts';
import type { Story } from '../views.ts';
import { moveStory } from './move-story.ts';
import type { TellingDigest } from './revise-digest.ts';
import { named } from './story-heroes.ts';

const at = '2026-11-24T08:00:00.000Z';
const people = { teller: named(ben), heroes: [named(ana)], cheers: 3 };
const win = sampleWin('s', people);
const recovery = sampleRecovery('s', people);
const toRecovery: Lane = { lane: 'recovery', whatBroke: ' The label printer ' };
const toWin: Lane = { lane: 'win' };
const telling: TellingDigest = {
  id: 'd',
  week: '2026-W48',
  slots: [
    { win: 's', form: 'full' },
    { win: 'other', form: 'line' },
  ],
  wins: [win, sampleWin('other')],
};
const move = (story: Story | null, to: Lane, known: Partial<Parameters<typeof moveStory>[0]> = {}) =>
  moveStory({
    command: { type: 'move-story', key: 'k', by: identityOf(ben), at, story: 's', to },
    mover: ben,
    story,
    telling: null,
    praise: null,
    ...known,
  });
const refused = (reason: string, fields: object = {}) => ({
  reply: { type: 'refusal', reason, ...fields },
  facts: [],
  announce: [],
});

describe('a story moves', () => {
  test.each([
    ['from the wins to the recoveries', win, toRecovery, recovery],
    ['from the recoveries to the wins, where its lane is settled', recovery, toWin, win],
    ['from the wins whose lane is being asked', { ...win, settled: false }, toRecovery, recovery],
  ])('%s with its id, its words and its cheers, wherever it stands', (_what, story, to, moved) => {
    expect(move(story, to)).toEqual({
      reply: { type: 'story-moved', story: moved },
      facts: [{ type: 'story-moved', organization: 'o', at, story: moved, by: 'ben' }],
      announce: [
        { to: 'wherever-it-stands', about: { kind: 'story', id: 's' }, view: { type: 'story-told', story: moved } },
        { to: 'wherever-it-stands', about: { kind: 'named', id: 's' }, view: { type: 'you-were-named', story: moved } },
      ],
    });
  });

  test('out of the digest that told it, and back into its place', () => {
    const digest = (story: Story, to: Lane, wins: TellingDigest['wins']) =>
      move(story, to, { telling: { ...telling, wins } }).announce.at(-1)?.view;
    expect(digest(win, toRecovery, telling.wins)).toEqual({
      type: 'digest',
      digest: { week: '2026-W48', inFull: [], inALine: [sampleWin('other')] },
    });
    expect(digest(recovery, toWin, [sampleWin('other')])).toEqual({
      type: 'digest',
      digest: { week: '2026-W48', inFull: [win], inALine: [sampleWin('other')] },
    });
  });

  test('and takes along what the customer’s words were settled as', () => {
    const state = { status: 'settled', as: 'win', by: named(dana), at, story: 's' } as const;
    const praise = samplePraise({ state });
    expect(move(win, toRecovery, { praise }).announce.at(-1)).toEqual({
      to: 'wherever-it-stands',
      about: { kind: 'praise', id: 'praise' },
      view: {
        type: 'praise-settled',
        praise: { ...praise, state: { ...state, as: 'recovery' } },
        story: recovery,
        channelMissing: false,
      },
    });
  });

  test.each([
    ['its teller', ben],
    ['a hero', ana],
    ['a manager', dana],
  ])('when %s says so', (_who, mover) => {
    expect(move(win, toRecovery, { mover }).facts).toMatchObject([{ type: 'story-moved', by: mover.id }]);
  });
});

describe('moving is refused', () => {
  test.each([
    ['of a story that is not there', null, toWin, ben, refused('story-unknown')],
    ['to whom it does not concern', win, toRecovery, chloe, refused('not-yours-to-change', { teller: named(ben) })],
    ['to where it is', win, toWin, ben, refused('already-in-this-lane', { lane: 'win' })],
    ['to where it is', recovery, toRecovery, ben, refused('already-in-this-lane', { lane: 'recovery' })],
    ['without what broke', win, { ...toRecovery, whatBroke: '\u200b' }, ben, refused('what-broke-missing')],
    [
      'when what broke is too long',
      win,
      { ...toRecovery, whatBroke: 'x'.repeat(501) },
      ben,
      refused('too-long', { field: 'whatBroke', limit: 500, length: 501 }),
    ],
  ])('%s', (_what, story, to, mover, refusal) => expect(move(story, to, { mover, telling })).toEqual(refusal));
});
