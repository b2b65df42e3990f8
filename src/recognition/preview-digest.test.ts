import { expect, test } from 'vitest';
import { sampleWin } from '../../test/samples/win.ts';
import type { UntoldWin } from './digest.ts';
import { planDigest } from './plan-digest.ts';
import { previewDigest } from './preview-digest.ts';

const organization = {
  id: 'o',
  schedule: { minute: 0, hour: 9, weekday: 1, timeZone: 'Europe/Berlin' },
  scheduledSince: '2026-01-01T00:00:00.000Z',
  connections: [
    {
      id: 'chat',
      platform: 'slack',
      digestChannel: 'general',
      digestChannelLost: null,
      digestHeroes: 'named',
      lost: null,
    },
  ],
} as const;
const told = sampleWin('told');
const held = sampleWin('held');
const heldBefore = sampleWin('held before');
const unsettled = sampleWin('unsettled', { settled: false });
const unsettledAndHeld = sampleWin('unsettled and held', { settled: false });
const untold: readonly UntoldWin[] = [
  { win: told, heldUntil: null },
  { win: held, heldUntil: '2026-W48' },
  { win: heldBefore, heldUntil: '2026-W47' },
  { win: unsettled, heldUntil: null },
  { win: unsettledAndHeld, heldUntil: '2026-W48' },
  { win: sampleWin('private', { audience: 'heroes' }), heldUntil: '2026-W48' },
];
const sunday = '2026-11-22T18:00:00.000Z';
const preview = (different: Partial<Parameters<typeof previewDigest>[0]> = {}) =>
  previewDigest({
    asker: { admin: true },
    organization,
    now: sunday,
    digestWeeks: ['2026-W47'],
    untold,
    ...different,
  });

test('shows what the coming digest tells, when, and what it leaves out; nothing private', () => {
  expect(preview()).toEqual({
    type: 'digest-preview',
    digest: { week: '2026-W48', inFull: [heldBefore, told], inALine: [] },
    due: '2026-11-23T08:00:00.000Z',
    held: [held],
    unsettled: [unsettled, unsettledAndHeld],
    mayHold: true,
  });
});

test('shows the very digest that is then planned', () => {
  const { digest } = preview();
  const command = { type: 'plan-digest', key: 'k', organization: 'o', at: sunday, week: digest.week } as const;
  const { announce } = planDigest({ command, id: 'd', organization, existing: null, last: null, untold });
  expect(announce.map(({ view }) => view)).toEqual([{ type: 'digest', digest }]);
});

test("shows an overdue digest as this week's", () => {
  expect(preview({ now: '2026-11-22T18:00:00.000Z', digestWeeks: [] })).toMatchObject({
    digest: { week: '2026-W47' },
    due: '2026-11-16T08:00:00.000Z',
  });
});

test('lets only an admin hold a story', () => {
  expect(preview({ asker: { admin: false } }).mayHold).toBe(false);
});
