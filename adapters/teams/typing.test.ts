import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createBackground } from './background.ts';
import { TYPING_AFTER_MS } from './limits.ts';
import { createPace } from './pace.ts';
import { TeamsRefused } from './trouble.ts';
import { createTyping } from './typing.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const talk = { serviceUrl: 'https://teams.example.com/', conversation: 'a' };

test('a conversation that refuses "typing" and asks to wait hears nothing before its time', async () => {
  const pace = createPace({ now: Date.now });
  const faults: unknown[] = [];
  const refuse = () => Promise.reject(new TeamsRefused({ status: 429, code: 'Throttled', waitMs: 1000 }));
  const teams = { typing: refuse };
  const typing = createTyping({ teams, pace, background: createBackground((fault) => faults.push(fault)) });
  typing.whenSlow('a question', talk);
  await vi.advanceTimersByTimeAsync(TYPING_AFTER_MS);
  const asked = Date.now();
  const said = pace.inTurn(talk.conversation, async () => Date.now() - asked);
  await vi.advanceTimersByTimeAsync(1000);
  expect(await said).toBe(1000);
  expect(faults).toEqual([]);
});
