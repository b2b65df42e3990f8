import * as http from 'node:http';
import * as https from 'node:https';
import { ANSWER_BYTES, CALL_MS } from './limits.ts';
import { TeamsRefused, TeamsUnheard } from './trouble.ts';

export type Call = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  /** Goes to this address and nowhere else: redirects are not followed. */
  readonly token: string | null;
  /** As JSON; null for none. */
  readonly body: object | null;
};

type Answer = { readonly status: number; readonly retryAfter: string | null; readonly text: string };

/**
 * One try that ends in time, over a connection that is kept. Resolves to what Teams says, null when that is nothing; rejects
 * with TeamsRefused or TeamsUnheard.
 */
export async function oneTry(call: Call): Promise<unknown> {
  const { status, retryAfter, text } = await exchange(call);
  if (status < 200 || status > 299) throw new TeamsRefused({ status, code: codeIn(text), waitMs: waitIn(retryAfter) });
  return text === '' ? null : JSON.parse(text);
}

function exchange({ method, url, token, body }: Call): Promise<Answer> {
  const { request } = url.startsWith('https:') ? https : http;
  const sent = body === null ? '' : JSON.stringify(body);
  const headers = {
    Accept: 'application/json',
    ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
    ...(body === null ? {} : { 'Content-Type': 'application/json; charset=utf-8' }),
    'Content-Length': Buffer.byteLength(sent),
  };
  return new Promise((resolve, reject) => {
    const asking = request(url, { method, headers });
    const timer = setTimeout(() => asking.destroy(new Error('Teams takes too long.')), CALL_MS).unref();
    asking.on('error', (cause) => {
      clearTimeout(timer);
      reject(new TeamsUnheard(!neverSent(asking, cause), { cause }));
    });
    asking.on('response', (answer) => {
      wholeOf(answer)
        .then(resolve, (cause) => reject(new TeamsUnheard(true, { cause })))
        .finally(() => clearTimeout(timer));
    });
    asking.end(sent);
  });
}

/** An answer that breaks off, or never ends, is none. */
async function wholeOf(answer: http.IncomingMessage): Promise<Answer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of answer) {
    size += part.length;
    if (size > ANSWER_BYTES) throw new Error('Teams says too much.');
    parts.push(part);
  }
  const text = Buffer.concat(parts).toString('utf8');
  return { status: answer.statusCode ?? 0, retryAfter: answer.headers['retry-after'] ?? null, text };
}

/** Whether the connection never came about: then Teams has heard nothing. */
function neverSent(asking: http.ClientRequest, fault: Error): boolean {
  const faults = fault instanceof AggregateError ? fault.errors : [fault];
  return (
    asking.socket?.connecting === true ||
    faults.every(({ syscall }) => syscall === 'connect' || String(syscall).startsWith('getaddrinfo'))
  );
}

/** `{"error":{"code":…}}` or `{"errorCode":…}`; in either form the code is a name, and nothing else is kept. */
function codeIn(text: string): string {
  try {
    const { error, errorCode } = JSON.parse(text);
    const code = String(error?.code ?? errorCode ?? '');
    return /^[\w.-]{1,60}$/.test(code) ? code : '';
  } catch {
    return '';
  }
}

/** Seconds, or a date. */
function waitIn(header: string | null): number | null {
  if (header === null) return null;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), 3_600_000) : null;
}
