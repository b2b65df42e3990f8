import { setTimeout as sleep } from 'node:timers/promises';
import { WebAPIRateLimitedError } from '@slack/web-api';
import { expect, it } from 'vitest';
import { DeliveryError } from '../../src/ports.ts';
import { createPace } from './pace.ts';

const EVERY = 60;
const start = () => {
  const { inTurn } = createPace({ now: () => Date.now(), everyMs: EVERY });
  const said: string[] = [];
  const say = (channel: string) => inTurn(channel, async () => void said.push(channel));
  return { inTurn, said, say };
};

it('one channel gets one message at a time, the others do not wait for it', async () => {
  const { said, say } = start();
  const begun = Date.now();
  const two = [say('a'), say('a')];
  await say('b');
  expect(said).toEqual(['a', 'b']);
  await Promise.all(two);
  expect(Date.now() - begun).toBeGreaterThanOrEqual(EVERY - 5);
});

it('a channel that Slack asks to leave alone is left alone, without another call', async () => {
  const { inTurn, said, say } = start();
  const begun = Date.now();
  const refused = inTurn('a', () => Promise.reject(new WebAPIRateLimitedError(30)));
  await expect(refused).rejects.toBeInstanceOf(WebAPIRateLimitedError);
  const error = await say('a').catch((thrown) => thrown);
  expect(error).toBeInstanceOf(DeliveryError);
  expect(Date.parse(error.retryAt)).toBeGreaterThanOrEqual(begun + 30_000);
  await say('b');
  expect(said).toEqual(['b']);
});

it('the answer to one call is heard before the next goes out, however late it comes', async () => {
  const { inTurn, said, say } = start();
  const begun = Date.now();
  const refused = inTurn('a', () => sleep(3 * EVERY).then(() => Promise.reject(new WebAPIRateLimitedError(30))));
  const next = say('a');
  await say('b');
  await expect(refused).rejects.toBeInstanceOf(WebAPIRateLimitedError);
  const error = await next.catch((thrown) => thrown);
  expect(error).toBeInstanceOf(DeliveryError);
  expect(Date.parse(error.retryAt)).toBeGreaterThanOrEqual(begun + 30_000);
  expect(said).toEqual(['b']);
});

it('after a standstill of the machine a channel’s messages do not go out together', async () => {
  const { inTurn } = start();
  const times: number[] = [];
  const say = () => inTurn('a', async () => void times.push(Date.now()));
  const two = [say(), say()];
  await sleep(EVERY / 2);
  const until = Date.now() + 2 * EVERY;
  while (Date.now() < until);
  const third = await say().catch((thrown) => thrown);
  await Promise.all(two);
  expect(third?.retryAt ?? null).not.toBeNull();
  expect(times).toHaveLength(2);
  expect(times[1]! - times[0]!).toBeGreaterThanOrEqual(EVERY);
});

it('whoever waits in vain for an answer is told to come again, and holds nothing up', async () => {
  const { inTurn, said, say } = start();
  const unheard = Promise.withResolvers<void>();
  const first = inTurn('a', () => unheard.promise);
  const error = await say('a').catch((thrown) => thrown);
  expect(error).toBeInstanceOf(DeliveryError);
  expect(error.retryAt).not.toBeNull();
  unheard.resolve();
  await first;
  await say('a');
  expect(said).toEqual(['a']);
});
