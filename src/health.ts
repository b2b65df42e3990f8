import { type RequestHandler, Router } from 'express';

/** How Herald is, for those who look after it. */
export type Health = {
  /** Whether it takes things in and stores them. */
  readonly ready: boolean;
  /** Messages that wait to be delivered. */
  readonly waiting: number;
  /** Over how many connections people are reached. */
  readonly reaching: number;
  /** Those that Herald was thrown out of. */
  readonly lost: readonly { readonly platform: string; readonly why: string }[];
};

/** `/healthz`: it runs. `/readyz`: people can use it. `/metrics`: the same as figures. */
export function healthRoutes(health: () => Promise<Health>): RequestHandler {
  const routes = Router();
  routes.get('/healthz', (_request, response) => void response.type('text').send('ok\n'));
  routes.get('/readyz', async (_request, response) => {
    const now = await health();
    const ready = canServe(now);
    const why = now.lost.map((one) => `, ${one.platform} is lost (${one.why}): see herald doctor`).join('');
    response
      .status(ready ? 200 : 503)
      .type('text')
      .send(`${ready ? 'ready' : 'not ready'}${why}\n`);
  });
  routes.get('/metrics', async (_request, response) => {
    const now = await health();
    response
      .type('text/plain; version=0.0.4')
      .send(
        [
          ...gauge('herald_ready', 'Whether Herald can store and deliver.', Number(canServe(now))),
          ...gauge('herald_outbox_waiting', 'Messages that wait to be delivered.', now.waiting),
          ...gauge('herald_connections_lost', 'Connections that Herald was thrown out of.', now.lost.length),
          '',
        ].join('\n'),
      );
  });
  return routes;
}

/** With every connection lost nobody is reached any more, whatever else works. */
function canServe({ ready, reaching, lost }: Health): boolean {
  return ready && (lost.length === 0 || lost.length < reaching);
}

function gauge(name: string, help: string, value: number): readonly string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, `${name} ${value}`];
}
