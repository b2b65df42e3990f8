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
  expect(Date.now() - begun).toBeLessThan(EVERY);
  expect(said).toEqual(['a', 'b']);
  await Promise.all(two);
  expect(Date.now() - begun).toBeGreaterThanOrEqual(EVERY - 5);
});

it('a channel that Slack asks to leave alone is left alone, without another call', async () => {
  const { inTurn, said, say } = start();
  const refused = inTurn('a', () => Promise.reject(new WebAPIRateLimitedError(30)));
  await expect(refused).rejects.toBeInstanceOf(WebAPIRateLimitedError);
  const error = await say('a').catch((thrown) => thrown);
  expect(error).toBeInstanceOf(DeliveryError);
  expect(Date.parse(error.retryAt) - Date.now()).toBeGreaterThan(28_000);
  await say('b');
  expect(said).toEqual(['b']);
});
