import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { askerOf } from './asker.ts';
import { createAwaited } from './awaited.ts';
import { AWAITED_MS, HURRIED_MS } from './limits.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const answer = { asker: askerOf('UANA'), view: { type: 'help' } } as const;

test('an answer that comes soon is shown to whoever waits, once', async () => {
  const awaited = createAwaited();
  const read: unknown[] = [];
  const { comes, end } = awaited.expect('k', performance.now(), async (given) => void read.push(given));
  expect(await awaited.give('another', answer)).toBe(false);
  expect(await awaited.give('k', answer)).toBe(true);
  expect(await awaited.give('k', answer)).toBe(false);
  end();
  vi.advanceTimersByTime(AWAITED_MS);
  expect(await comes()).toBe(true);
  expect(read).toEqual([answer]);
});

test('one that is still being shown when the time is over counts as shown', async () => {
  const awaited = createAwaited();
  const written = Promise.withResolvers<void>();
  const { comes } = awaited.expect('k', performance.now(), () => written.promise);
  const given = awaited.give('k', answer);
  vi.advanceTimersByTime(AWAITED_MS);
  written.resolve();
  expect([await given, await comes()]).toEqual([true, true]);
});

test('one that comes later, or could not be shown, finds its own way', async () => {
  const awaited = createAwaited();
  const late = awaited.expect('late', performance.now(), async () => undefined);
  vi.advanceTimersByTime(AWAITED_MS);
  expect([await late.comes(), await awaited.give('late', answer)]).toEqual([false, false]);
  const broken = awaited.expect('broken', performance.now(), () => Promise.reject(new Error('gone')));
  expect([await awaited.give('broken', answer), await broken.comes()]).toEqual([false, false]);
});

test('the same sent twice at once: the first is told to wait no longer, the second is shown it', async () => {
  const awaited = createAwaited();
  const first = awaited.expect('k', performance.now(), async () => undefined);
  const second = awaited.expect('k', performance.now(), async () => undefined);
  expect(await first.comes()).toBe(false);
  expect([await awaited.give('k', answer), await second.comes()]).toEqual([true, true]);
});

test('nobody waits for what Slack does not tell just now', async () => {
  const awaited = createAwaited();
  const { comes } = awaited.expect('k', performance.now(), async () => undefined);
  awaited.notSoon('k');
  expect(await comes()).toBe(false);
});

test('nobody waits where storing it took long already, unless the answer is on its way', async () => {
  const awaited = createAwaited();
  const since = performance.now();
  const { comes } = awaited.expect('k', since, async () => undefined);
  const written = Promise.withResolvers<void>();
  const begun = awaited.expect('begun', since, () => written.promise);
  const given = awaited.give('begun', answer);
  vi.advanceTimersByTime(HURRIED_MS + 1);
  expect(await comes()).toBe(false);
  expect(await awaited.give('k', answer)).toBe(false);
  written.resolve();
  expect([await begun.comes(), await given]).toEqual([true, true]);
});
