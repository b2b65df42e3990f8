// The HTTP server that the app takes for Slack.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { placeAnswer } from './answers.ts';
import { argumentsIn, callMethod, type Reply, rateLimited } from './api.ts';
import type { Call } from './calls.ts';
import type { Trouble } from './faults.ts';
import { isThing, parsed, type Thing, text } from './json.ts';
import { SlackRefusal } from './refusal.ts';
import type { State } from './state.ts';

type Upgrade = (request: IncomingMessage, socket: Socket, head: Buffer) => void;

export type SlackServer = { readonly url: string; stop(): Promise<void> };

/** Listens on a port of its own choosing, unless given one. */
export async function startServer(state: State, upgrade: Upgrade, port: number): Promise<SlackServer> {
  const open = new Set<Socket>();
  const server = createServer((request, response) => {
    serve(request, response, state).catch((error: unknown) => {
      console.error('The Slack double failed:', error);
      response.writeHead(500).end();
    });
  });
  server.keepAliveTimeout = 60_000;
  server.on('connection', (socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  });
  server.on('upgrade', upgrade);
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      const stopped = new Promise((closed) => server.close(closed));
      server.closeIdleConnections();
      // Answers under way may still go out; what was black-holed never will.
      await new Promise((later) => setTimeout(later, 20));
      for (const socket of open) socket.destroy();
      await stopped;
    },
  };
}

async function serve(request: IncomingMessage, response: ServerResponse, state: State) {
  const { pathname } = new URL(request.url ?? '/', 'http://slack');
  const [, door = '', name = ''] = pathname.split('/');
  if (door === 'upload') return takeUpload(name, request, response, state);
  const body = await read(request);
  if (door === 'api') return serveApi(name, body, request, response, state);
  if (door === 'response') return serveResponseUrl(name, body, response, state);
  if (door === 'files') return serveFile(name, request, response, state);
  response
    .writeHead(door === 'login' ? 200 : 404, { 'content-type': 'text/html' })
    .end('<!DOCTYPE html><p>Sign in to Slack</p>');
}

async function serveApi(name: string, body: string, request: IncomingMessage, response: ServerResponse, state: State) {
  const args = argumentsIn(body, request.headers['content-type'] ?? '');
  const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? null;
  const call = state.calls.record(name, legible(args));
  const trouble = state.faults.meet(name, text(args.channel));
  await answer(response, call, trouble, () => callMethod(name, args, token, state));
}

async function serveResponseUrl(key: string, body: string, response: ServerResponse, state: State) {
  const given = parsed(body);
  const call = state.calls.record('response_url', isThing(given) ? given : {});
  await answer(response, call, state.faults.meet('response_url', ''), () => {
    try {
      if (!isThing(given)) throw new SlackRefusal('invalid_payload');
      placeAnswer(given, state.responseUrls.use(key), state);
      return { status: 200, headers: {}, body: { ok: true } };
    } catch (error) {
      if (!(error instanceof SlackRefusal)) throw error;
      const gone = error.error === 'expired_url' || error.error === 'used_url';
      return { status: gone ? 404 : 400, headers: {}, body: { ok: false, error: error.error, ...error.details } };
    }
  });
}

/** A file's bytes for those who may read it; anyone else is led to a page to sign in, which is no error to HTTP. */
async function serveFile(id: string, request: IncomingMessage, response: ServerResponse, state: State) {
  const call = state.calls.record('file', { file: id });
  const trouble = state.faults.meet('file', '');
  if (trouble !== null) return answer(response, call, trouble, () => ({ status: 200, headers: {}, body: {} }));
  const allowed =
    request.headers.authorization === `Bearer ${state.tokens.bot}` && state.tokens.scopes.has('files:read');
  const file = state.files.find(id);
  call.outcome = allowed && file !== null ? 'ok' : 'http 302';
  if (!allowed) return response.writeHead(302, { location: '/login' }).end();
  if (file === null) return response.writeHead(404).end();
  return response.writeHead(200, { 'content-type': file.mimetype, 'content-length': file.body.length }).end(file.body);
}

/** The bytes of what was announced. */
async function takeUpload(id: string, request: IncomingMessage, response: ServerResponse, state: State) {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const upload = state.uploads.get(id);
  if (upload === undefined || request.method !== 'POST') return response.writeHead(404).end();
  upload.body = Buffer.concat(parts);
  return response.writeHead(200, { 'content-type': 'text/plain' }).end(`OK - ${upload.body.length}`);
}

/** Answers, or fails in the way that was planted; what was done is done either way. */
async function answer(response: ServerResponse, call: Call, trouble: Trouble | null, act: () => Reply) {
  const kind = trouble?.kind;
  if (kind === 'reset') return response.destroy();
  if (kind === 'black-hole') return;
  const reply = trouble === null ? act() : (troubled(trouble) ?? act());
  if (kind === 'done-reset') return response.destroy();
  if (kind === 'done-unanswered') return;
  if (trouble?.kind === 'slow') await new Promise((later) => setTimeout(later, trouble.milliseconds).unref());
  call.outcome = reply.status === 200 ? text(reply.body.error) || 'ok' : `http ${reply.status}`;
  response.writeHead(reply.status, { 'content-type': 'application/json; charset=utf-8', ...reply.headers });
  response.end(JSON.stringify(reply.body));
}

function troubled(trouble: Trouble): Reply | null {
  if (trouble.kind === 'ratelimited') return rateLimited(trouble.retryAfter);
  if (trouble.kind === 'status')
    return { status: trouble.status, headers: {}, body: { ok: false, error: 'internal_error' } };
  if (trouble.kind === 'error') return { status: 200, headers: {}, body: { ok: false, error: trouble.error } };
  return null;
}

/** Arguments as a test wants to see them: what a form carries as JSON taken out of it, the token left out. */
function legible({ token: _, ...args }: Thing): Thing {
  const open = (value: unknown) =>
    typeof value === 'string' && /^[[{]/.test(value) ? (parsed(value) ?? value) : value;
  return Object.fromEntries(Object.entries(args).map(([key, value]) => [key, open(value)]));
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
