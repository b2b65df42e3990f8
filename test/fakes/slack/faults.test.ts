// Slack in trouble, as a real WebClient meets it.

import { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Trouble } from './faults.ts';
import { quiet, startSampleSlack } from './sample-app.ts';
import type { Slack } from './slack.ts';

let slack: Slack;
let client: WebClient;
/** For what is never answered. */
let hasty: WebClient;

beforeEach(async () => {
  slack = await startSampleSlack();
  client = clientThatWaits(10_000);
  hasty = clientThatWaits(150);
});
afterEach(() => slack.stop());

const clientThatWaits = (timeout: number) =>
  new WebClient(slack.botToken, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout,
    logger: quiet,
  });

const post = (channel = 'C1', by = client) => by.chat.postMessage({ channel, text: 'x' });
const posted = () => slack.shows('C1').length;

const silence = { message: expect.stringContaining('timeout') };

it.each<[Trouble, object, number]>([
  [{ kind: 'error', error: 'fatal_error' }, { data: { error: 'fatal_error' } }, 0],
  [{ kind: 'ratelimited', retryAfter: 7 }, { retryAfter: 7 }, 0],
  [{ kind: 'status', status: 503 }, { statusCode: 503 }, 0],
  [{ kind: 'black-hole' }, silence, 0],
  [{ kind: 'reset' }, { message: expect.stringContaining('fetch failed') }, 0],
  [{ kind: 'done-unanswered' }, silence, 1],
  [{ kind: 'done-reset' }, { message: expect.stringContaining('fetch failed') }, 1],
  [{ kind: 'slow', milliseconds: 400 }, silence, 1],
])('%o', async (trouble, error, done) => {
  const planted = slack.faults.plant({ trouble, method: 'chat.postMessage', times: 1 });
  await expect(post('C1', error === silence ? hasty : client)).rejects.toMatchObject(error);
  await expect.poll(() => [posted(), planted.met()], { timeout: 10_000 }).toEqual([done, 1]);
  await post();
  expect(posted()).toBe(done + 1);
});

it('meets the channel, the method and every nth call that it was planted for', async () => {
  const trouble = { kind: 'error', error: 'fatal_error' } as const;
  const planted = slack.faults.plant({ trouble, method: 'chat.postMessage', channel: 'C1', every: 2 });
  await post();
  await post('U1');
  await client.auth.test();
  await expect(post()).rejects.toThrow('fatal_error');
  await post();
  expect(planted.met()).toBe(1);
  planted.lift();
  await post();
  expect(posted()).toBe(3);
});

it('is told apart in the record of calls', async () => {
  slack.faults.plant({ trouble: { kind: 'black-hole' }, times: 1 });
  await post('C1', hasty).catch(() => null);
  await post();
  await client.apiCall('chat.postMessage', { channel: 'C99', text: 'x' }).catch(() => null);
  expect(slack.calls.of('chat.postMessage').map((call) => call.outcome)).toEqual([
    'unanswered',
    'ok',
    'channel_not_found',
  ]);
  expect(slack.calls.all[1]?.args).toEqual({ channel: 'C1', text: 'x' });
});

it('keeps one unlucky channel from the others: the record shows when each call came', async () => {
  slack.faults.plant({ trouble: { kind: 'ratelimited', retryAfter: 30 }, channel: 'C1' });
  await Promise.allSettled([post('C1'), post('U1')]);
  expect(slack.user('U1').readsDirect()).toHaveLength(1);
  expect(posted()).toBe(0);
});
