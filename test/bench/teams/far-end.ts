import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createIssuer } from '../../fakes/teams/issuer.ts';

const TENANT = '11111111-1111-4111-8111-111111111111';
const APP = '22222222-2222-4222-8222-222222222222';
const ISSUER = 'https://issuer.example.com';

/** A Teams that takes everything, knows everybody and signs what it sends. */
export async function startFarEnd() {
  let posts = 0;
  const issuer = createIssuer();
  const answers: readonly (readonly [path: RegExp, answer: (found: string) => unknown])[] = [
    [/\/members\/(.+)$/, (member) => memberOf(decodeURIComponent(member))],
    [/\/openid$/, () => ({ issuer: ISSUER, jwks_uri: `${address}/keys` })],
    [/\/keys$/, () => issuer.keys],
    // Who is named before they ever wrote to Herald has no chat with it yet.
    [/\/conversations$/, () => ({ id: 'a:chat-begun' })],
    [/\/token$/, () => ({ token_type: 'Bearer', expires_in: 3600, access_token: 'a-token' })],
    [
      /\/activities(?:\/|$)/,
      () => {
        posts += 1;
        return { id: String(posts) };
      },
    ],
  ];
  const server = createServer((request, response) => {
    request.resume();
    const { url = '' } = request;
    for (const [path, answer] of answers) {
      const found = path.exec(url);
      if (found === null) continue;
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer(found[1] ?? '')));
      return;
    }
    response.writeHead(404).end();
  });
  // Whoever is held still between its turns finds its connections as they were.
  server.keepAliveTimeout = 600_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const serviceUrl = `${address}/`;
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: ISSUER, aud: APP, serviceurl: serviceUrl, nbf: now - 60, exp: now + 86_400 };
  return {
    serviceUrl,
    registration: { appId: APP, password: 'a-secret', tenant: TENANT },
    cloud: {
      issuer: ISSUER,
      keys: `${address}/openid`,
      scope: 'https://api.example.com',
      login: address,
      fileHosts: [],
    },
    /** What Teams sends comes with this; one token serves for as long as it is good. */
    authorization: `Bearer ${issuer.sign(claims)}`,
    posts: () => posts,
    end(): void {
      server.closeAllConnections();
      server.close();
    },
  };
}

export type FarEnd = Awaited<ReturnType<typeof startFarEnd>>;

function memberOf(id: string) {
  return { id, name: `Sam ${id.slice(-4)}`, email: `${id.slice(3)}@example.com`, userRole: 'user', tenantId: TENANT };
}

/** The number-th message: somebody thanks somebody else, in their chat with Herald. */
export function messageOf(number: number, teller: number, hero: number, serviceUrl: string) {
  const name = `Sam ${hero}`;
  return {
    type: 'message',
    id: String(1_700_000_000_000 + number),
    timestamp: new Date().toISOString(),
    channelId: 'msteams',
    serviceUrl,
    from: { id: `29:sam-${teller}`, name: `Sam ${teller}` },
    recipient: { id: '28:herald', name: 'Herald' },
    conversation: { id: `a:chat-${teller}`, conversationType: 'personal', tenantId: TENANT },
    channelData: { tenant: { id: TENANT } },
    text: `kudos <at>${name}</at> walked a guest to the station, story ${number}`,
    entities: [{ type: 'mention', text: `<at>${name}</at>`, mentioned: { id: `29:sam-${hero}`, name } }],
  };
}
