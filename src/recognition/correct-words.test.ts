import { describe, expect, test } from 'vitest';
import { ana, ben, dana, eva, identityOf } from '../../test/samples/people.ts';
import { sampleRecovery } from '../../test/samples/recovery.ts';
import { sampleWin } from '../../test/samples/win.ts';
import type { Story } from '../views.ts';
import { correctWords } from './correct-words.ts';
import { named } from './story-heroes.ts';

const at = '2026-11-24T08:00:00.000Z';
const win = sampleWin('s', { teller: named(ben), heroes: [named(ana)] });
const correct = (story: Story | null, words: string, known: Partial<Parameters<typeof correctWords>[0]> = {}) =>
  correctWords({
    command: { type: 'correct-words', key: 'k', by: identityOf(ben), at, story: 's', words },
    person: ben,
    story,
    telling: null,
    ...known,
  });
const refused = (reason: string, fields: object = {}) => ({
  reply: { type: 'refusal', reason, ...fields },
  facts: [],
  announce: [],
});

describe('words are corrected', () => {
  test.each([
    ['of a win', win],
    ['of a recovery', sampleRecovery('s', { teller: named(ben) })],
  ])('wherever they stand, tidied: %s', (_lane, story) => {
    const mended = { ...story, words: 'Told better.' };
    expect(correct(story, '  Told better.\r\n')).toEqual({
      reply: { type: 'words-corrected', story: mended },
      facts: [{ type: 'words-corrected', organization: 'o', at, story: mended, by: 'ben' }],
      announce: [
        { to: 'wherever-it-stands', about: { kind: 'story', id: 's' }, view: { type: 'story-told', story: mended } },
        {
          to: 'wherever-it-stands',
          about: { kind: 'named', id: 's' },
          view: { type: 'you-were-named', story: mended },
        },
      ],
    });
  });

  test('in the digest that told them', () => {
    const telling = { id: 'd', week: '2026-W48', slots: [{ win: 's', form: 'full' } as const], wins: [win] };
    const mended = { ...win, words: 'Told better.' };
    expect(correct(win, 'Told better.', { telling }).announce.at(-1)?.view).toEqual({
      type: 'digest',
      digest: { week: '2026-W48', inFull: [mended], inALine: [] },
    });
  });

  test('without asking about the lane again', () => {
    expect(correct(win, 'The box was lost and Ana sent another.').reply).toMatchObject({ story: { settled: true } });
  });

  test('by an admin, for a name that should not stand there', () => {
    expect(correct(win, 'Told better.', { person: eva }).facts).toMatchObject([{ by: 'eva' }]);
  });

  test('of a customer’s long mail, which need not become as short as a typed story', () => {
    const long = { ...win, words: 'x'.repeat(5000) };
    expect(correct(long, 'x'.repeat(5000)).reply.type).toBe('words-corrected');
    expect(correct(long, 'x'.repeat(5001))).toEqual(refused('too-long', { field: 'words', limit: 5000, length: 5001 }));
  });
});

describe('correcting is refused', () => {
  test.each([
    ['to a hero', win, 'Better.', ana, refused('not-yours-to-change', { teller: named(ben) })],
    ['to a manager', win, 'Better.', dana, refused('not-yours-to-change', { teller: named(ben) })],
    ['of a story that is not there', null, 'Better.', ben, refused('story-unknown')],
    ['to nothing', win, ' \u200b ', ben, refused('no-words')],
    ['to too much', win, 'x'.repeat(3001), ben, refused('too-long', { field: 'words', limit: 3000, length: 3001 })],
  ])('%s', (_what, story, words, person, refusal) => expect(correct(story, words, { person })).toEqual(refusal));
});
