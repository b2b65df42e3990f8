import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const TENANT = '11111111-1111-4111-8111-111111111111';

/** A Teams that takes everything, and knows everybody. */
export async function startFarEnd() {
  let posts = 0;
  const server = createServer((request, response) => {
    request.resume();
    const member = /\/members\/(.+)$/.exec(request.url ?? '')?.[1];
    if (request.method === 'POST') posts += 1;
    const body = member === undefined ? { id: String(posts) } : memberOf(decodeURIComponent(member));
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const serviceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    serviceUrl,
    posts: () => posts,
    end(): void {
      server.closeAllConnections();
      server.close();
    },
  };
}

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
