import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { deliveryErrorOf, troubleOf } from './trouble.ts';
import { createWebApi } from './web-api.ts';

let behave: (response: ServerResponse) => void;
let heard = '';
const server = createServer((request, response) => {
  heard = '';
  request.on('data', (part) => {
    heard += String(part);
  });
  request.on('end', () => behave(response));
});
beforeAll(() => new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening)));
afterAll(() => void server.close());

const api = () =>
  createWebApi('xoxb-of-a-test', `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`, 300);
const post = () => api().chat.postMessage({ channel: 'C1', text: 'Grüße & <mehr>', blocks: [{ type: 'divider' }] });
const trouble = () => post().then(() => null, troubleOf);

it('sends what is no plain value as JSON, once, and reads the whole answer', async () => {
  behave = (response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'x-oauth-scopes': 'chat:write,im:history' });
    response.write('{"ok":true,"channel":"C1",');
    setTimeout(() => response.end('"ts":"1.2"}'), 5);
  };
  const posted = await post();
  expect([posted.ts, posted.response_metadata?.scopes]).toEqual(['1.2', ['chat:write', 'im:history']]);
  const fields = new URLSearchParams(heard);
  expect([fields.get('text'), fields.get('blocks')]).toEqual(['Grüße & <mehr>', '[{"type":"divider"}]']);
});

it.each<[string, (response: ServerResponse) => void, object]>([
  ['hangs up before an answer', (response) => response.destroy(), { kind: 'unheard' }],
  ['never answers', () => undefined, { kind: 'unheard' }],
  ['hangs up within an answer', (response) => cutOff(response), { kind: 'unheard' }],
  ['stops within an answer', (response) => response.writeHead(200).write('{"ok":'), { kind: 'unheard' }],
  ['answers what is no JSON', (response) => response.end('<html>'), { kind: 'unheard' }],
  [
    'answers with a number that is no status',
    (response) => raw(response, 'HTTP/1.1 999 What\r\n'),
    { kind: 'unheard' },
  ],
  ['leads elsewhere', (response) => response.writeHead(302, { location: '/api/x' }).end(), { kind: 'unheard' }],
  ['does not know the way', (response) => response.writeHead(404).end(), { kind: 'refused', error: 'http_404' }],
  ['fails', (response) => response.writeHead(503).end('later'), { kind: 'unheard' }],
  ['asks to wait', (response) => response.writeHead(429, { 'retry-after': '7' }).end(), { kind: 'wait', seconds: 7 }],
  ['asks to wait, not how long', (response) => response.writeHead(429).end(), { kind: 'wait', seconds: 30 }],
])('Slack %s', async (_what, answers, expected) => {
  behave = answers;
  expect(await trouble()).toMatchObject(expected);
});

it('knows that what nobody took was not done', async () => {
  const nobody = createWebApi('xoxb-of-a-test', 'http://127.0.0.1:1/api/', 300);
  const error = await nobody.auth.test().catch((fault) => fault);
  expect(troubleOf(error)).toEqual({ kind: 'not-reached' });
  expect(deliveryErrorOf(error, 0, false).mayBeThere).toBe(false);
});

function cutOff(response: ServerResponse): void {
  response.writeHead(200, { 'content-length': '100' });
  response.write('{"ok":');
  setTimeout(() => response.destroy(), 5);
}

function raw(response: ServerResponse, status: string): void {
  response.socket?.end(`${status}Content-Length: 0\r\nConnection: close\r\n\r\n`);
}
