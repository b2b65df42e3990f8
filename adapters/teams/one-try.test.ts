import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ANSWER_BYTES } from './limits.ts';
import { oneTry } from './one-try.ts';

type Heard = Pick<IncomingMessage, 'method' | 'url' | 'headers'> & { readonly body: string };

describe('a call to Teams', () => {
  const heard: Heard[] = [];
  let answers: (response: ServerResponse) => void;
  let address: string;
  const server = createServer(async (request, response) => {
    const { method, url, headers } = request;
    heard.push({ method, url, headers, body: (await request.toArray()).join('') });
    answers(response);
  });

  beforeEach(async () => {
    heard.length = 0;
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  const says = (text: string) => oneTry({ method: 'POST', url: `${address}v3/x`, token: 'secret', body: { text } });

  test('brings the words whole, with the token, and resolves to what Teams says', async () => {
    answers = (response) => response.end('{"id":"17"}');
    expect(await says('grüße 🎉')).toEqual({ id: '17' });
    expect(heard).toMatchObject([
      { method: 'POST', url: '/v3/x', headers: { authorization: 'Bearer secret' }, body: '{"text":"grüße 🎉"}' },
    ]);
  });

  test('resolves to null when Teams has nothing to say', async () => {
    answers = (response) => response.writeHead(204).end();
    expect(await oneTry({ method: 'DELETE', url: address, token: null, body: null })).toBe(null);
    expect(heard[0]?.headers.authorization).toBe(undefined);
  });

  test.each([
    ['seconds', '7', 7000],
    ['a date long past', 'Mon, 02 Jan 2006 00:00:00 GMT', 0],
    ['far too long', '99999999', 3_600_000],
    ['no time at all', 'soon', null],
  ])('a "no" tells its code and how long to wait: %s', async (_, header, waitMs) => {
    answers = (response) => response.writeHead(429, { 'Retry-After': header }).end('{"error":{"code":"Throttled"}}');
    await expect(says('hello')).rejects.toMatchObject({ name: 'TeamsRefused', status: 429, code: 'Throttled', waitMs });
  });

  test('what is no code in a "no" is kept by nobody', async () => {
    answers = (response) => response.writeHead(500).end('{"error":{"code":"they wrote: hello <all>"}}');
    await expect(says('hello')).rejects.toMatchObject({ status: 500, code: '' });
  });

  test('is not led elsewhere with its token', async () => {
    answers = (response) => response.writeHead(307, { Location: `${address}elsewhere` }).end();
    await expect(says('hello')).rejects.toMatchObject({ status: 307 });
    expect(heard).toHaveLength(1);
  });

  test('may have been done when the answer breaks off, and is not repeated', async () => {
    answers = (response) => response.destroy();
    await expect(says('hello')).rejects.toMatchObject({ name: 'TeamsUnheard', sent: true });
    answers = (response) => void response.write('{"id":', () => response.destroy());
    await expect(says('hello')).rejects.toMatchObject({ name: 'TeamsUnheard', sent: true });
    expect(heard).toHaveLength(2);
  });

  test('an answer without end is cut off', async () => {
    answers = (response) => response.end(Buffer.alloc(ANSWER_BYTES + 1, ' '));
    await expect(says('hello')).rejects.toMatchObject({ name: 'TeamsUnheard', sent: true });
  });

  test('was not done when nobody is there', async () => {
    await new Promise((closed) => server.close(closed));
    await expect(says('hello')).rejects.toMatchObject({ name: 'TeamsUnheard', sent: false });
    const nowhere = { method: 'GET', url: 'http://nowhere.invalid/', token: null, body: null } as const;
    await expect(oneTry(nowhere)).rejects.toMatchObject({ name: 'TeamsUnheard', sent: false });
  });
});
