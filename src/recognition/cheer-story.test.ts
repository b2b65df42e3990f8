import { describe, expect, test } from 'vitest';
import { ana, ben, chloe, eva, identityOf } from '../../test/samples/people.ts';
import { sampleRecovery } from '../../test/samples/recovery.ts';
import { sampleWin } from '../../test/samples/win.ts';
import type { Story } from '../views.ts';
import { cheerStory } from './cheer-story.ts';
import { named } from './story-heroes.ts';

const at = '2026-11-24T08:00:00.000Z';
const win = sampleWin('s', { teller: named(ben), heroes: [named(ana)], cheers: 2 });
type Known = Partial<Parameters<typeof cheerStory>[0]>;
const press = (type: 'cheer-story' | 'take-cheer-back', story: Story | null, known: Known = {}) =>
  cheerStory({
    command: { type, key: 'k', by: identityOf(chloe), at, story: 's' },
    person: chloe,
    story,
    cheered: type === 'take-cheer-back',
    telling: null,
    ...known,
  });
const standing = (story: Story) => [
  { to: 'wherever-it-stands', about: { kind: 'story', id: 's' }, view: { type: 'story-told', story } },
  { to: 'wherever-it-stands', about: { kind: 'named', id: 's' }, view: { type: 'you-were-named', story } },
];
const only = (reply: object) => ({ reply, facts: [], announce: [] });

describe('a cheer', () => {
  test('counts, wherever the story stands', () => {
    expect(press('cheer-story', win)).toEqual({
      reply: { type: 'cheered', story: 's', cheers: 3, byMe: true },
      facts: [{ type: 'story-cheered', organization: 'o', at, story: 's', by: 'chloe' }],
      announce: standing({ ...win, cheers: 3 }),
    });
  });

  test('may be taken back', () => {
    expect(press('take-cheer-back', win)).toEqual({
      reply: { type: 'cheered', story: 's', cheers: 1, byMe: false },
      facts: [{ type: 'cheer-taken-back', organization: 'o', at, story: 's', by: 'chloe' }],
      announce: standing({ ...win, cheers: 1 }),
    });
  });

  test('counts once, however often pressed', () => {
    expect(press('cheer-story', win, { cheered: true })).toEqual(
      only({ type: 'cheered', story: 's', cheers: 2, byMe: true }),
    );
    expect(press('take-cheer-back', win, { cheered: false })).toEqual(
      only({ type: 'cheered', story: 's', cheers: 2, byMe: false }),
    );
  });

  test('counts in the digest that tells the story', () => {
    const telling = { id: 'd', week: '2026-W48', slots: [{ win: 's', form: 'line' } as const], wins: [win] };
    expect(press('cheer-story', win, { telling }).announce.at(-1)?.view).toEqual({
      type: 'digest',
      digest: { week: '2026-W48', inFull: [], inALine: [{ ...win, cheers: 3 }] },
    });
  });

  test('of a recovery that was a told win stays out of the digest', () => {
    const recovery = sampleRecovery('s', { cheers: 2 });
    const telling = { id: 'd', week: '2026-W48', slots: [{ win: 's', form: 'full' } as const], wins: [] };
    expect(press('cheer-story', recovery, { telling }).announce).toEqual(standing({ ...recovery, cheers: 3 }));
  });

  test('is for those who see the story', () => {
    const between = { ...win, audience: 'heroes' } as const;
    const unknown = only({ type: 'refusal', reason: 'story-unknown' });
    expect(press('cheer-story', between)).toEqual(unknown);
    expect(press('cheer-story', between, { person: eva })).toEqual(unknown);
    expect(press('cheer-story', null)).toEqual(unknown);
    expect(press('cheer-story', between, { person: ana }).reply.type).toBe('cheered');
  });
});
