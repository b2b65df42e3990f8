import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';

/** What the sandbox's page would send, and how it was answered. */
export type Answered = {
  /** 0 when no answer came at all. */
  readonly status: number;
  readonly body: string;
  readonly ms: number;
};

export type Page = {
  get(path: string): Promise<Answered>;
  /** Does something as one of the sample company's people; the same key again is the same request again. */
  submit(key: string, doing: Readonly<Record<string, unknown>>, as?: string): Promise<Answered>;
  close(): void;
};

/** Opens the page of a running Herald, as a browser does it: with connections that it keeps. */
export function openPage(address: string, options: { readonly patienceMs?: number } = {}): Page {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const { patienceMs = 60_000 } = options;

  function ask(method: 'GET' | 'POST', path: string, body: string | null): Promise<Answered> {
    const began = performance.now();
    const url = new URL(path, address);
    const headers = body === null ? {} : { 'content-type': 'application/json', origin: url.origin };
    return new Promise((resolve) => {
      const answer = (status: number, text: string) => resolve({ status, body: text, ms: performance.now() - began });
      const asked = request(url, { method, agent, headers, timeout: patienceMs }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (more: string) => {
          text += more;
        });
        response.once('end', () => answer(response.statusCode ?? 0, text));
        response.once('error', () => answer(0, text));
      });
      asked.once('timeout', () => asked.destroy());
      asked.once('error', (error) => answer(0, error.message));
      asked.end(body ?? undefined);
    });
  }

  return {
    get: (path) => ask('GET', path, null),
    submit: (key, doing, as = 'ana') => ask('POST', '/sandbox/do', JSON.stringify({ key, as, do: doing })),
    close: () => agent.destroy(),
  };
}

/** Waits until nothing waits to be delivered; false when something still does after `patienceMs`. */
export async function untilDelivered(page: Page, patienceMs = 20_000): Promise<boolean> {
  const until = performance.now() + patienceMs;
  for (;;) {
    if (/^herald_outbox_waiting 0$/m.test((await page.get('/metrics')).body)) return true;
    if (performance.now() > until) return false;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export function newKey(): string {
  return randomUUID();
}

/** A kudos as the page's form sends it. */
export function kudosForm(words: string, differs: Readonly<Record<string, unknown>> = {}) {
  return { type: 'give-kudos', heroes: ['ben'], words, ...differs };
}
