import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { createConnector } from './connector.ts';
import type { Faults } from './faults.ts';
import { Refused } from './refused.ts';

type Parts = {
  readonly connector: ReturnType<typeof createConnector>;
  readonly faults: Faults;
  readonly keys: unknown;
  readonly registration: { readonly appId: string; readonly password: string; readonly tenant: string };
};

/** Everything of Microsoft's that Herald calls, on one port: the login, the issuer's keys, the connector and files. */
export async function startService({ connector, faults, keys, registration }: Parts) {
  const tokens = new Set<string>();
  const calls: string[] = [];
  const closed = new Map<string, number>();
  const early: string[] = [];
  const files = new Map<string, Uint8Array>();
  let asked = 0;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const body = await textOf(request);
    const call = `${request.method} ${url.pathname.replace(/^\/service/, '')}`;
    calls.push(call);
    const came = Date.now();
    if ((closed.get(call) ?? 0) > came) early.push(call);
    response.on('finish', () => {
      // Counted from its coming: that it was answered may be heard of here later than there.
      const seconds = Number(response.getHeader('Retry-After') ?? 0);
      if (response.statusCode === 429 && WRITES.test(call)) closed.set(call, came + seconds * 1000 - HAIR_MS);
    });
    const fault = faults.next(call);
    if (fault?.delayMs) await sleep(fault.delayMs);
    if (fault && !fault.done) return fail(request, response, fault);
    try {
      const answer = answerTo(request, url, body);
      if (fault?.lateMs) await sleep(fault.lateMs);
      if (fault) return fail(request, response, fault);
      send(response, 200, answer);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const { status, code, retryAfter } = error;
      if (retryAfter !== null) response.setHeader('Retry-After', retryAfter);
      send(response, status, { error: { code, message: code } });
    }
  }

  function answerTo(request: IncomingMessage, url: URL, body: string): unknown {
    const { pathname, searchParams: query } = url;
    if (pathname === '/openid') return { issuer: ISSUER, jwks_uri: `${address()}/keys` };
    if (pathname === '/keys') return keys;
    if (pathname === `/${registration.tenant}/oauth2/v2.0/token`) return grant(new URLSearchParams(body));
    if (request.method === 'PUT' && pathname.startsWith('/onedrive/')) return putIn(request, pathname, body);
    const file = files.get(pathname);
    if (file) return file;
    if (!pathname.startsWith('/service/')) throw new Refused(404, 'NotFound');
    if (!tokens.has((request.headers.authorization ?? '').replace(/^Bearer /, ''))) {
      throw new Refused(401, 'Unauthorized');
    }
    const path = pathname.replace(/^\/service(\/\w+)?(?=\/v3)/, '');
    return connector.answer({ method: request.method ?? '', path, query, body: body === '' ? null : JSON.parse(body) });
  }

  /** As strict as an upload session: all of it in one range. */
  function putIn(request: IncomingMessage, path: string, body: string): unknown {
    const size = Buffer.byteLength(body);
    if (request.headers['content-range'] !== `bytes 0-${size - 1}/${size}`) throw new Refused(416, 'InvalidRange');
    files.set(path, Buffer.from(body));
    return { id: path };
  }

  function grant(form: URLSearchParams): unknown {
    const { appId, password } = registration;
    const right =
      form.get('grant_type') === 'client_credentials' &&
      form.get('client_id') === appId &&
      form.get('client_secret') === password &&
      form.get('scope') === 'https://api.example.com/.default';
    if (!right) throw new Refused(401, 'invalid_client');
    asked += 1;
    const token = `token-${asked}`;
    tokens.add(token);
    return { token_type: 'Bearer', expires_in: 3600, access_token: token };
  }

  const server: Server = createServer((request, response) => {
    handle(request, response).catch((error) => {
      console.error(error);
      response.writeHead(500).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    address,
    /** Where Herald reaches the connector. */
    serviceUrl: (region = ''): string => `${address()}/service/${region}`,
    calls,
    /** Those that came into a conversation before the time for which it had asked to wait. */
    early,
    tokensAsked: (): number => asked,
    /** Tokens given out are good no more. */
    revoke: (): void => tokens.clear(),
    putFile(name: string, content: Uint8Array | string): string {
      const path = `/files/${name}`;
      files.set(path, typeof content === 'string' ? Buffer.from(content) : content);
      return `${address()}${path}`;
    },
    /** What was put into somebody's OneDrive. */
    fileAt: (path: string): string => Buffer.from(files.get(path) ?? []).toString(),
    cloud: () => ({
      issuer: ISSUER,
      keys: `${address()}/openid`,
      scope: 'https://api.example.com',
      login: address(),
      fileHosts: [`127.0.0.1:${(server.address() as AddressInfo).port}`],
    }),
    async stop(): Promise<void> {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** What is posted into one conversation. */
const WRITES = /^POST .*\/activities$/;
/** A timer may be early by a hair. */
const HAIR_MS = 20;

export const ISSUER = 'https://issuer.example.com';

function fail(
  request: IncomingMessage,
  response: ServerResponse,
  { status = 500, code = '', retryAfter, breaks }: NonNullable<ReturnType<Faults['next']>>,
): void {
  if (breaks) {
    request.socket.destroy();
    return;
  }
  if (retryAfter !== undefined) response.setHeader('Retry-After', retryAfter);
  send(response, status, { error: { code, message: code } });
}

function send(response: ServerResponse, status: number, body: unknown): void {
  if (body instanceof Uint8Array) {
    response.writeHead(status, { 'Content-Type': 'application/octet-stream' }).end(body);
    return;
  }
  response
    .writeHead(status, { 'Content-Type': 'application/json' })
    .end(body === undefined ? '' : JSON.stringify(body));
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}
