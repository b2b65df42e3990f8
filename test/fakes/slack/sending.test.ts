// What Slack sends over HTTP: signed, retried, given up.

import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkSsl, verifyUrl } from './handshake.ts';
import type { HttpDoor } from './http-door.ts';
import { quiet, type Running, sampleManifest, startOverHttp, startSampleSlack } from './sample-app.ts';
import type { Slack } from './slack.ts';

describe('to real Bolt', () => {
  let slack: Slack;
  let running: Running;
  let door: HttpDoor;
  let rang = 0;

  beforeEach(async () => {
    rang = 0;
    slack = await startSampleSlack();
    running = await startOverHttp(
      slack,
      (app) => {
        app.command('/ring', async ({ ack }) => {
          rang += 1;
          await ack();
        });
      },
      quiet,
    );
    door = slack.sendsTo(running.url);
  });
  afterEach(async () => {
    await running.stop();
    await slack.stop();
  });

  const body = new URLSearchParams({ command: '/ring', text: '', user_id: 'U1', team_id: 'T0000TEAM' }).toString();

  it('verifies the address and looks in on it', async () => {
    expect(await verifyUrl(door)).toBe(true);
    expect(await checkSsl(door)).toBe(true);
  });

  it.each([
    { name: 'right', signing: {}, status: 200 },
    { name: 'by another secret', signing: { signature: 'wrong' }, status: 401 },
    { name: 'garbled', signing: { signature: 'garbled' }, status: 401 },
    { name: 'missing', signing: { signature: 'missing' }, status: 401 },
    { name: 'six minutes old', signing: { timestampOff: -360 }, status: 401 },
    { name: 'without a time', signing: { timestamp: 'missing' }, status: 401 },
    // Bolt 5.1 takes these two; an app has to guard itself.
    { name: 'an hour ahead', signing: { timestampOff: 3600 }, status: 200 },
    { name: 'with a word for a time', signing: { timestamp: 'not a number' }, status: 401 },
  ] as const)('a signature that is $name gets $status', async ({ signing, status }) => {
    expect((await door.post({ body, signing })).status).toBe(status);
    expect(rang).toBe(status === 200 ? 1 : 0);
  });

  it('says that a command timed out when nobody acknowledges it', async () => {
    const exchange = await slack.user('U1').types('C1', '/plain hello');
    expect(exchange.trouble).toBe('/plain failed with the error "operation_timeout"');
    expect(exchange.heard.milliseconds).toBeGreaterThan(2900);
  });
});

describe('events', () => {
  type Got = { readonly headers: IncomingMessage['headers']; readonly id: string; readonly at: number };
  let slack: Slack;
  const got: Got[] = [];
  let answers: { status: number; headers?: Record<string, string> }[] = [];

  const app = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(chunks).toString());
      got.push({ headers: request.headers, id: body.event_id, at: slack.clock.now() });
      const { status, headers = {} } = answers.shift() ?? { status: 200 };
      response.writeHead(status, headers).end();
    });
  });

  beforeEach(async () => {
    got.length = 0;
    answers = [];
    slack = await startSampleSlack(sampleManifest);
    await new Promise<void>((listening) => app.listen(0, '127.0.0.1', listening));
    slack.sendsTo(`http://127.0.0.1:${(app.address() as AddressInfo).port}/slack/events`);
  });
  afterEach(async () => {
    await slack.stop();
    app.closeAllConnections();
    await new Promise((closed) => app.close(closed));
  });

  const until = (count: number) => expect.poll(() => got.length).toBe(count);

  it('come again at once, after a minute and after five, with the same id, and then no more', async () => {
    answers = [{ status: 500 }, { status: 404 }, { status: 500 }, { status: 500 }];
    slack.user('U1').directMessages('hello');
    await until(2);
    slack.clock.skip(59_000);
    await new Promise((later) => setTimeout(later, 50));
    expect(got).toHaveLength(2);
    slack.clock.skip(1_000);
    await until(3);
    slack.clock.skip(300_000);
    await until(4);
    await slack.events.settled();
    expect(new Set(got.map((one) => one.id)).size).toBe(1);
    expect(got.map((one) => one.headers['x-slack-retry-num'])).toEqual([undefined, '1', '2', '3']);
    expect(got[1]?.headers['x-slack-retry-reason']).toBe('http_error');
    expect(slack.events.deliveries[0]?.tries.map((one) => one.status)).toEqual([500, 404, 500, 500]);
  });

  it('come once when they are taken, or when the app asks not to be told again', async () => {
    slack.user('U1').directMessages('taken');
    await slack.events.settled();
    answers = [{ status: 500, headers: { 'x-slack-no-retry': '1' } }];
    slack.user('U1').directMessages('declined');
    await slack.events.settled();
    expect(got).toHaveLength(2);
  });

  it('are told with who it was, where, and for whom the app is installed', async () => {
    slack.user('U1').directMessages('hello');
    await slack.events.settled();
    expect(slack.events.deliveries[0]?.event).toMatchObject({
      type: 'message',
      channel_type: 'im',
      user: 'U1',
      text: 'hello',
    });
  });

  it('tell of edits and deletions as hidden messages, the app’s own too', async () => {
    const ana = slack.user('U1');
    const said = ana.directMessages('hello');
    ana.edits(said, 'hello there');
    ana.deletes(said);
    const { channel, ts } = slack.call('chat.postMessage', { channel: 'U1', text: 'x' });
    slack.call('chat.update', { channel, ts, text: 'y' });
    await slack.events.settled();
    expect(slack.events.deliveries.map(({ event }) => event)).toMatchObject([
      { text: 'hello', user: 'U1' },
      { subtype: 'message_changed', message: { text: 'hello there' }, previous_message: { text: 'hello' } },
      { subtype: 'message_deleted', deleted_ts: said.ts, previous_message: { text: 'hello there' } },
      { text: 'x', bot_id: 'B0000BOT' },
      { subtype: 'message_changed', hidden: true, message: { text: 'y', bot_id: 'B0000BOT' } },
    ]);
  });

  it('of an app being removed come in either order, and its token ends', async () => {
    const both = ['app_uninstalled', 'tokens_revoked'] as const;
    const manifest = { ...sampleManifest, settings: { event_subscriptions: { bot_events: both } } };
    for (const first of both) {
      const other = await startSampleSlack(manifest, 1, { send: async () => taken });
      const [one] = other.uninstalls(first);
      expect(one?.event.type).toBe(first);
      expect(other.call('auth.test', {}).error).toBe('account_inactive');
      await other.stop();
    }
  });

  it('of a mail lack its words, which files.info has', async () => {
    slack.tokens.grant('channels:history', 'files:read');
    const mail = { subject: 'Thank you', from: 'guest@example.com', text: 'You saved our trip.' };
    const { file } = slack.receivesMail('C1', mail);
    await slack.events.settled();
    const event = slack.events.deliveries[0]?.event;
    expect(event).toMatchObject({
      user: 'USLACKBOT',
      bot_id: expect.any(String),
      files: [{ mode: 'email', subject: 'Thank you' }],
    });
    expect(JSON.stringify(event)).not.toContain('saved our trip');
    expect(slack.call('files.info', { file: file.id }).file).toMatchObject({ plain_text: 'You saved our trip.' });
  });
});

const taken = { acknowledged: true, answer: null, failure: null, status: 200, milliseconds: 0, noRetry: false };
