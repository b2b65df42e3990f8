import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Express } from 'express';
import { addHealth, type Health } from './health.ts';

/** The one web server that all doors share. Adapters mount their routes on `app` before it listens. */
export type Http = {
  readonly app: Express;
  /** Resolves to the address that it answers at. Throws when the port is taken or not allowed. */
  listen(): Promise<string>;
  /** Takes nothing new in, and resolves when what is under way has been answered, or cut off after 5 s. */
  close(): Promise<void>;
};

/** How long requests under way may take once Herald is asked to stop. */
const LAST_ANSWERS_MS = 5000;

export function createHttp(options: {
  readonly host: string;
  readonly port: number;
  readonly health: () => Promise<Health>;
}): Http {
  const app = express();
  app.disable('x-powered-by');
  addHealth(app, options.health);
  let server: Server | null = null;
  return {
    app,
    async listen() {
      // Express makes the server: importing node:http here would load all of Node's fetch, some 40 ms and 5 MB.
      server = app.listen(options.port, options.host);
      // Slow or half-open clients do not hold a connection for ever.
      server.requestTimeout = 30_000;
      server.headersTimeout = 10_000;
      await once(server, 'listening');
      const { port } = server.address() as AddressInfo;
      return `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}/`;
    },
    close: async () => {
      if (server) await closeServer(server);
    },
  };
}

async function closeServer(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, 'close');
  server.close();
  // A connection kept alive goes idle only after its last answer, so this looks more than once.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const cut = setTimeout(() => server.closeAllConnections(), LAST_ANSWERS_MS);
  await closed;
  clearInterval(idle);
  clearTimeout(cut);
}
