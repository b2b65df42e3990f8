import { describe, expect, test } from 'vitest';
import { ben, dana, eva, identityOf } from '../../test/samples/people.ts';
import { sampleRecovery } from '../../test/samples/recovery.ts';
import { sampleWin } from '../../test/samples/win.ts';
import { holdWin } from './hold-win.ts';

const at = '2026-11-20T08:00:00.000Z';
const win = sampleWin('s');
type Known = Partial<Parameters<typeof holdWin>[0]>;
const ask = (type: 'hold-win' | 'release-win', known: Known = {}) =>
  holdWin({
    command: { type, key: 'k', by: identityOf(eva), at, story: 's' },
    person: eva,
    story: win,
    told: false,
    week: '2026-W48',
    ...known,
  });
const refused = (reason: string) => ({ reply: { type: 'refusal', reason }, facts: [], announce: [] });

describe('an admin', () => {
  test('keeps a win out of the coming digest', () => {
    expect(ask('hold-win')).toEqual({
      reply: { type: 'win-held', story: win, until: '2026-W48' },
      facts: [{ type: 'win-held', organization: 'o', at, story: 's', by: 'eva', until: '2026-W48' }],
      announce: [],
    });
  });

  test('lets it in after all', () => {
    expect(ask('release-win')).toEqual({
      reply: { type: 'win-released', story: win },
      facts: [{ type: 'win-released', organization: 'o', at, story: 's', by: 'eva' }],
      announce: [],
    });
  });
});

describe.each(['hold-win', 'release-win'] as const)('%s is refused', (type) => {
  test.each([
    ['to its teller', { person: ben }, 'admins-only'],
    ['to a manager who is no admin', { person: dana }, 'admins-only'],
    ['of a story that is not there', { story: null }, 'story-unknown'],
    ['of a recovery', { story: sampleRecovery('s') }, 'not-in-the-digest-queue'],
    ['of a story between a few', { story: sampleWin('s', { audience: 'heroes' }) }, 'not-in-the-digest-queue'],
    ['of a win that a digest told', { told: true }, 'not-in-the-digest-queue'],
  ] as const)('%s', (_what, known, reason) => expect(ask(type, known)).toEqual(refused(reason)));
});
