import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import type { Health } from './health.ts';

/** The one web server that all doors share. Adapters mount their routes on `app` before it listens. */
export type Http = {
  readonly app: Express;
  /** Resolves to the address that it answers at. Throws, in words for an operator, when the port is taken or not allowed. */
  listen(): Promise<string>;
  /** Takes nothing new in, and resolves when what is under way has been answered, or cut off after 5 s. */
  close(): Promise<void>;
};

/** What a supervisor asks for. */
const HEALTH = ['/healthz', '/readyz', '/metrics'];
/** How long requests under way may take once Herald is asked to stop. */
const LAST_ANSWERS_MS = 5000;

export function createHttp(options: {
  readonly host: string;
  readonly port: number;
  readonly health: () => Promise<Health>;
  readonly onFault: (error: unknown) => void;
}): Http {
  const app = express();
  app.disable('x-powered-by');
  mountHealth(app, options.health);
  let server: Server | null = null;
  return {
    app,
    async listen() {
      app.use(answerFault(options.onFault));
      // Express makes the server: importing node:http here would load all of Node's fetch, some 40 ms and 5 MB.
      server = app.listen(options.port, options.host);
      // Slow or half-open clients do not hold a connection for ever.
      server.requestTimeout = 30_000;
      server.headersTimeout = 10_000;
      await once(server, 'listening').catch((error) => explain(options, error));
      const { port } = server.address() as AddressInfo;
      return `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}/`;
    },
    close: async () => {
      if (server) await closeServer(server);
    },
  };
}

async function explain(
  { host, port }: { readonly host: string; readonly port: number },
  error: unknown,
): Promise<never> {
  const { cannotListen } = await import('./wording/cannot-listen.ts');
  throw new Error(cannotListen({ host, port, settings: { host: 'HOST', port: 'PORT' } }, error), { cause: error });
}

/** Left to itself, Express would tell whoever asks where in the house it went wrong, and write it into the log in its own form. */
function answerFault(onFault: (error: unknown) => void): ErrorRequestHandler {
  return (error: unknown, _request, response, _next) => {
    const status = statusOf(error);
    if (status >= 500) onFault(error);
    if (response.headersSent) return void response.destroy();
    response
      .status(status)
      .type('text')
      .send(`${status < 500 ? 'Not understood.' : 'That failed. Please try again later.'}\n`);
  };
}

/** What Express itself finds wrong with a request, such as an address that is not well-formed, carries its status. */
function statusOf(error: unknown): number {
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 500;
  return status >= 400 && status < 500 ? status : 500;
}

/** Loaded when it is first asked for. */
function mountHealth(app: Express, health: () => Promise<Health>): void {
  let routes: Promise<RequestHandler> | undefined;
  app.get(HEALTH, async (request, response, next) => {
    routes ??= import('./health.ts').then(({ healthRoutes }) => healthRoutes(health));
    (await routes)(request, response, next);
  });
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
