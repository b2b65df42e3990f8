import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DeliveryError } from '../../src/ports.ts';
import { createPace } from './pace.ts';
import { TeamsRefused } from './trouble.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function start() {
  const began = Date.now();
  const { inTurn } = createPace({ now: Date.now });
  const said: { readonly talk: string; readonly at: number }[] = [];
  return {
    inTurn,
    said,
    at: () => Date.now() - began,
    began,
    say: (talk: string) => inTurn(talk, async () => void said.push({ talk, at: Date.now() - began })),
  };
}

const wait = (ms: number) => new Promise<void>((over) => setTimeout(over, ms));
const busy = (waitMs: number | null) => Promise.reject(new TeamsRefused({ status: 429, code: 'Throttled', waitMs }));

test('seven messages go into a conversation within a second, the eighth with the next; others do not wait for it', async () => {
  const { said, say } = start();
  const many = Array.from({ length: 8 }, () => say('a'));
  await vi.advanceTimersByTimeAsync(999);
  await say('b');
  expect(said.map(({ talk }) => talk).join('')).toBe('aaaaaaab');
  await vi.advanceTimersByTimeAsync(1);
  await Promise.all(many);
  expect(said.at(-1)).toEqual({ talk: 'a', at: 1000 });
});

test('the sixty-first within half a minute is left to the outbox, with its time', async () => {
  const { said, say, began } = start();
  for (let number = 0; number < 60; number += 1) {
    await say('a');
    await vi.advanceTimersByTimeAsync(200);
  }
  const error = await say('a').catch((thrown) => thrown);
  expect(error).toBeInstanceOf(DeliveryError);
  expect(error).toMatchObject({ retryAt: new Date(began + 30_000).toISOString(), mayBeThere: false });
  expect(said).toHaveLength(60);
});

test('a conversation that Teams asks to leave alone is left alone, without another call', async () => {
  const { inTurn, said, say, began } = start();
  await expect(inTurn('a', () => busy(20_000))).rejects.toBeInstanceOf(TeamsRefused);
  await expect(say('a')).rejects.toMatchObject({ retryAt: new Date(began + 20_000).toISOString() });
  await say('b');
  await vi.advanceTimersByTimeAsync(20_000);
  await say('a');
  expect(said).toEqual([
    { talk: 'b', at: 0 },
    { talk: 'a', at: 20_000 },
  ]);
});

test('the answer to one call is heard before the next goes out: what had its turn is held back, too', async () => {
  const { inTurn, said, say } = start();
  const refused = inTurn('a', () => wait(400).then(() => busy(1500)));
  refused.catch(() => null);
  const next = [say('a'), say('a')];
  await vi.advanceTimersByTimeAsync(1899);
  expect(said).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  await Promise.all(next);
  expect(said.map(({ at }) => at)).toEqual([1900, 1900]);
});

test('behind a call that hangs the outbox waits, and nothing overtakes it', async () => {
  const { inTurn, said, say } = start();
  const hanging = inTurn('a', () => wait(8000));
  const first = say('a').catch((thrown) => thrown);
  await vi.advanceTimersByTimeAsync(3000);
  expect(await first).toBeInstanceOf(DeliveryError);
  const second = say('a').catch((thrown) => thrown);
  await vi.advanceTimersByTimeAsync(3000);
  expect(await second).toBeInstanceOf(DeliveryError);
  expect(said).toEqual([]);
  await vi.advanceTimersByTimeAsync(2000);
  await hanging;
  await say('a');
  expect(said).toEqual([{ talk: 'a', at: 8000 }]);
});

test('a conversation that Teams asked to leave alone is not free, nor is one that has not answered', async () => {
  const { inTurn, isFree } = createPace({ now: Date.now });
  expect(isFree('a')).toBe(true);
  const refused = inTurn('a', () => busy(20_000));
  expect(isFree('a')).toBe(false);
  await expect(refused).rejects.toBeInstanceOf(TeamsRefused);
  expect(isFree('a')).toBe(false);
  expect(isFree('b')).toBe(true);
});
