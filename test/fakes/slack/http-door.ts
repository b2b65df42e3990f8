// Signed requests to the app's address.

import { Agent, request } from 'node:http';
import type { Door, Heard, Sent } from './door.ts';
import { parsed } from './json.ts';
import { type Signing, sign } from './signature.ts';

export type Posted = {
  readonly body: string;
  readonly contentType?: string;
  readonly signing?: Signing;
  readonly headers?: Readonly<Record<string, string>>;
};

export type Answered = {
  /** Null when no answer came: `failure` says why. */
  readonly status: number | null;
  readonly failure: 'http_timeout' | 'connection_failed' | null;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: string;
  readonly milliseconds: number;
};

export type HttpDoor = Door & {
  /** Sends any body, rightly signed or not: for what Slack itself would never send. */
  post(posted: Posted): Promise<Answered>;
  close(): void;
};

export function createHttpDoor(url: string, secret: () => string, patience: number): HttpDoor {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });

  function post(posted: Posted): Promise<Answered> {
    const begun = performance.now();
    const form = 'application/x-www-form-urlencoded';
    return new Promise((resolve) => {
      const end = (answered: Pick<Answered, 'status' | 'failure'> & Partial<Answered>) => {
        clearTimeout(timer);
        resolve({ headers: {}, body: '', milliseconds: performance.now() - begun, ...answered });
      };
      const outgoing = request(url, {
        method: 'POST',
        agent,
        headers: {
          'content-type': posted.contentType ?? form,
          'content-length': Buffer.byteLength(posted.body),
          'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
          accept: '*/*',
          ...sign(posted.body, secret(), posted.signing),
          ...posted.headers,
        },
      });
      const timer = setTimeout(() => {
        end({ status: null, failure: 'http_timeout' });
        outgoing.destroy();
      }, patience);
      outgoing.on('error', () => end({ status: null, failure: 'connection_failed' }));
      outgoing.on('response', (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', () => end({ status: null, failure: 'connection_failed' }));
        response.on('end', () => {
          const body = Buffer.concat(chunks).toString();
          end({ status: response.statusCode ?? null, failure: null, headers: response.headers, body });
        });
      });
      outgoing.end(posted.body);
    });
  }

  async function send(sent: Sent): Promise<Heard> {
    const answered = await post(inHttp(sent));
    const acknowledged = answered.status === 200;
    return {
      acknowledged,
      answer: answered.body === '' ? null : (parsed(answered.body) ?? answered.body),
      failure: acknowledged ? null : (answered.failure ?? 'http_error'),
      status: answered.status,
      milliseconds: answered.milliseconds,
      noRetry: answered.headers['x-slack-no-retry'] === '1',
    };
  }

  return { send, post, close: () => agent.destroy() };
}

/** How each kind travels: commands as a form, what people press as JSON in a form, events as JSON. */
function inHttp({ kind, payload, retry }: Sent): Posted {
  if (kind === 'slash_commands') {
    return { body: new URLSearchParams(payload as Record<string, string>).toString() };
  }
  if (kind === 'interactive') return { body: new URLSearchParams({ payload: JSON.stringify(payload) }).toString() };
  const headers = { 'x-slack-retry-num': String(retry?.number), 'x-slack-retry-reason': retry?.reason ?? '' };
  const body = JSON.stringify(payload);
  return { body, contentType: 'application/json', ...(retry === undefined ? {} : { headers }) };
}
