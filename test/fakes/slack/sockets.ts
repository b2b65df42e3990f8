// Socket Mode: the WebSockets that the app keeps open to Slack, and the envelopes that go through them.

import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Heard, Sent } from './door.ts';
import { newSecret } from './ids.ts';
import { isThing, parsed, text } from './json.ts';
import type { State } from './state.ts';

/** Slack keeps at most this many open for an app. */
const mostSockets = 10;
const pingEvery = 5000;
const ticketLifetime = 30_000;

type Connection = { readonly id: number; readonly socket: WebSocket; readonly openedAt: number; silent: boolean };

export function createSockets(state: State) {
  const server = new WebSocketServer({ noServer: true, autoPong: false });
  const tickets = new Map<string, number>();
  const connections: Connection[] = [];
  const awaited = new Map<string, (answer: unknown) => void>();
  const strays: string[] = [];
  let opened = 0;
  let turn = 0;

  function upgrade(request: IncomingMessage, socket: Socket, head: Buffer) {
    const ticket = new URL(request.url ?? '/', 'http://slack').searchParams.get('ticket') ?? '';
    const issued = tickets.get(ticket);
    tickets.delete(ticket);
    if (issued === undefined || state.clock.now() - issued > ticketLifetime) {
      socket.end('HTTP/1.1 408 Request Timeout\r\nconnection: close\r\n\r\n');
      return;
    }
    linger(socket);
    server.handleUpgrade(request, socket, head, welcome);
  }

  function welcome(socket: WebSocket) {
    if (connections.length >= mostSockets) return dismiss(socket, 'too_many_websockets');
    opened += 1;
    const connection: Connection = { id: opened, socket, openedAt: Date.now(), silent: false };
    connections.push(connection);
    // Each envelope that waits for its acknowledgement listens for the end: there may be any number.
    socket.setMaxListeners(0);
    const pinging = setInterval(() => connection.silent || socket.ping(`Ping from Slack ${Date.now()}`), pingEvery);
    socket.on('ping', (data) => connection.silent || socket.pong(data));
    socket.on('message', (data) => connection.silent || hear(data.toString()));
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      clearInterval(pinging);
      connections.splice(connections.indexOf(connection), 1);
    });
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: connections.length,
        connection_info: { app_id: 'A0000APP' },
        debug_info: { host: `applink-${connection.id}`, build_number: 1, approximate_connection_time: 18_060 },
      }),
    );
  }

  function dismiss(socket: WebSocket, reason: string) {
    socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'applink' } }));
    socket.close(1000);
  }

  function hear(message: string) {
    const acknowledgement = parsed(message);
    const id = isThing(acknowledgement) ? text(acknowledgement.envelope_id) : '';
    const resolve = awaited.get(id);
    if (resolve === undefined) strays.push(message);
    awaited.delete(id);
    resolve?.(isThing(acknowledgement) ? acknowledgement.payload : undefined);
  }

  /** Slack spreads envelopes over the connections; one that went silent gets its share too. */
  async function send(sent: Sent): Promise<Heard> {
    const begun = performance.now();
    const since = () => performance.now() - begun;
    const open = connections.filter(({ socket }) => socket.readyState === socket.OPEN);
    const connection = open[turn++ % Math.max(1, open.length)];
    const nothing = { acknowledged: false, answer: null, status: null, noRetry: false };
    if (connection === undefined) return { ...nothing, failure: 'no_connection', milliseconds: since() };
    const id = randomUUID();
    const acknowledged = new Promise<unknown>((resolve) => awaited.set(id, resolve));
    const lost = Symbol('lost');
    const { promise: gone, resolve: hungUp } = Promise.withResolvers<symbol>();
    const lose = () => hungUp(lost);
    const timer = setTimeout(lose, state.patience);
    connection.socket.once('close', lose);
    if (!connection.silent) connection.socket.send(JSON.stringify(envelope(id, sent)));
    const heard = await Promise.race([acknowledged, gone]);
    clearTimeout(timer);
    connection.socket.off('close', lose);
    awaited.delete(id);
    if (heard === lost) return { ...nothing, failure: 'http_timeout', milliseconds: since() };
    const answer = heard ?? null;
    return { acknowledged: true, answer, failure: null, status: null, noRetry: false, milliseconds: since() };
  }

  return {
    send,
    upgrade,
    connections: connections as readonly Connection[],
    /** How many were ever opened. */
    openedSoFar: () => opened,
    /** Acknowledgements that came too late, twice, or for nothing. */
    strays: strays as readonly string[],
    makeAddress(): string {
      const ticket = newSecret();
      tickets.set(ticket, state.clock.now());
      return `${state.base().replace('http', 'ws')}/link/?ticket=${ticket}&app_id=A0000APP`;
    },
    /** Slack renews a connection: it says so, and hangs up a little later. */
    refresh(
      connection: Connection,
      reason: 'warning' | 'refresh_requested' = 'refresh_requested',
      hangUpAfter = 10_000,
    ) {
      const message = { type: 'disconnect', reason, debug_info: { host: `applink-${connection.id}` } };
      connection.socket.send(JSON.stringify(message));
      setTimeout(() => connection.socket.close(1000), hangUpAfter).unref();
    },
    /** A connection that looks open and carries nothing any more. */
    silence(connection: Connection) {
      connection.silent = true;
    },
    /** The connection breaks without a word. */
    cut(connection: Connection) {
      connection.socket.terminate();
    },
    /** Tells every connection that Socket Mode was switched off, or that there are too many. */
    dismissAll(reason: 'link_disabled' | 'too_many_websockets') {
      for (const { socket } of [...connections]) dismiss(socket, reason);
    },
    /** Lets handshakes under way finish, then cuts what is left. */
    async close() {
      await new Promise((later) => setTimeout(later, 20));
      for (const { socket } of [...connections]) socket.terminate();
      server.close();
    },
  };
}

/** As Slack does, leaves it to the client to end the TCP connection once both have said goodbye. */
function linger(socket: Socket) {
  const end = socket.end.bind(socket);
  socket.end = () => socket;
  socket.once('end', () => end());
}

function envelope(id: string, { kind, payload, retry, takesAnswer }: Sent) {
  const attempt = { retry_attempt: retry?.number ?? 0, retry_reason: retry?.reason ?? '' };
  const event = kind === 'events_api' ? attempt : {};
  return { envelope_id: id, type: kind, accepts_response_payload: takesAnswer, payload, ...event };
}
