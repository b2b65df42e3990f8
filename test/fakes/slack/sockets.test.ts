// Socket Mode, as a real SocketModeClient and a bare WebSocket meet it.

import { SocketModeClient } from '@slack/socket-mode';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { quiet, startSampleSlack } from './sample-app.ts';
import type { Slack } from './slack.ts';

let slack: Slack;
const clients: SocketModeClient[] = [];
const bare: WebSocket[] = [];

beforeEach(async () => {
  slack = await startSampleSlack();
});
afterEach(async () => {
  for (const client of clients.splice(0)) void client.disconnect();
  for (const socket of bare.splice(0)) socket.terminate();
  await slack.stop();
});

type Acking = (ack: (payload?: object) => Promise<void>, body: Record<string, unknown>) => void;

async function connect(acking: Acking, pingTimeout = 300) {
  const client = new SocketModeClient({
    appToken: slack.appToken,
    clientPingTimeout: pingTimeout,
    logger: quiet,
    clientOptions: { slackApiUrl: slack.apiUrl },
  });
  client.on('slack_event', ({ ack, body }) => acking(ack, body));
  clients.push(client);
  await client.start();
  return client;
}

/** Ended between its reconnecting and Slack's hello, the library rejects what nobody catches: so tests wait for it. */
function comesBack(client: SocketModeClient): Promise<unknown> {
  return new Promise((again) => client.once('connected', again));
}

/** The messages that a bare socket gets, as they come. */
async function connectBare() {
  const { url } = slack.call('apps.connections.open', {}, slack.appToken);
  const socket = new WebSocket(String(url));
  bare.push(socket);
  const got: Record<string, unknown>[] = [];
  socket.on('message', (data) => got.push(JSON.parse(data.toString())));
  await new Promise((opened) => socket.once('open', opened));
  return { socket, got, url: String(url) };
}

it('welcomes each connection, and lets no ticket in twice', async () => {
  const { got, url } = await connectBare();
  await expect
    .poll(() => got[0])
    .toMatchObject({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A0000APP' } });
  const again = new WebSocket(url);
  const [refusal] = await new Promise<unknown[]>((failed) => again.once('error', (...error) => failed(error)));
  expect(String(refusal)).toContain('408');
});

it('spreads what it sends over all connections, each thing to one of them', async () => {
  const heard: string[] = [];
  await connect((ack, body) => void ack().then(() => heard.push(`one ${body.text}`)));
  await connect((ack, body) => void ack().then(() => heard.push(`two ${body.text}`)));
  for (const text of ['a', 'b', 'c', 'd']) await slack.user('U1').types('C1', `/ring ${text}`);
  expect(heard.toSorted()).toEqual(['one a', 'one c', 'two b', 'two d']);
  expect(slack.sockets.openedSoFar()).toBe(2);
});

it('shows what an acknowledgement brings, and the line of failure when none comes in three seconds', async () => {
  let late: (() => Promise<void>) | null = null;
  await connect((ack, body) => {
    if (body.text === 'late') late = () => ack();
    else void ack({ text: 'Answered in the acknowledgement' });
  });
  const prompt = await slack.user('U1').types('C1', '/ring now');
  expect((await prompt.message()).text).toBe('Answered in the acknowledgement');
  const missed = await slack.user('U1').types('C1', '/ring late');
  expect(missed.trouble).toBe('/ring failed with the error "operation_timeout"');
  await late!();
  await expect.poll(() => slack.sockets.strays.length).toBe(1);
});

it('says that nobody is there when no connection is open', async () => {
  const exchange = await slack.user('U1').types('C1', '/ring');
  expect(exchange).toMatchObject({
    trouble: '/ring failed with the error "dispatch_failed"',
    heard: { failure: 'no_connection' },
  });
});

it('keeps at most ten', async () => {
  for (let index = 0; index < 10; index += 1) await connectBare();
  const { got, socket } = await connectBare();
  await expect.poll(() => got[0]).toMatchObject({ type: 'disconnect', reason: 'too_many_websockets' });
  await expect.poll(() => socket.readyState).toBe(WebSocket.CLOSED);
  expect(slack.sockets.connections).toHaveLength(10);
});

it('renews a connection: the client leaves it and comes back on another', async () => {
  const back = comesBack(await connect((ack) => void ack()));
  slack.sockets.refresh(slack.sockets.connections[0]!);
  await back;
  expect(slack.sockets.openedSoFar()).toBe(2);
  await expect.poll(async () => (await slack.user('U1').types('C1', '/ring')).trouble).toBeNull();
});

it('can go silent without closing: what is sent is lost, and the client notices by its pings', async () => {
  const back = comesBack(await connect((ack) => void ack()));
  slack.sockets.silence(slack.sockets.connections[0]!);
  const exchange = await slack.user('U1').types('C1', '/ring');
  expect(exchange.heard).toMatchObject({ acknowledged: false, failure: 'http_timeout' });
  await back;
  expect(slack.sockets.openedSoFar()).toBe(2);
});

it('sends an event again through another connection when the first breaks before it is acknowledged', async () => {
  const heard: unknown[] = [];
  await connect((_ack, body) => void heard.push(body.event_id));
  await connect((ack, body) => void ack().then(() => heard.push(body.event_id)));
  slack.user('U1').directMessages('hello');
  await expect.poll(() => heard.length).toBe(1);
  slack.sockets.cut(slack.sockets.connections[0]!);
  await slack.events.settled();
  expect(heard).toHaveLength(2);
  expect(heard[0]).toBe(heard[1]);
});

it('opens no sockets for an app whose manifest has Socket Mode off, or whose token ended', async () => {
  slack.tokens.revoke('app', 'invalid_auth');
  expect(slack.call('apps.connections.open', {}, slack.appToken).error).toBe('invalid_auth');
  const off = await startSampleSlack({ settings: { socket_mode_enabled: false } });
  expect(off.call('apps.connections.open', {}, off.appToken).error).toBe('socket_mode_not_enabled');
  await off.stop();
});
