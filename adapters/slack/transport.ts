import type { IncomingMessage } from 'node:http';
import type { FetchFunction } from '@slack/web-api';

// Node's own fetch takes most of the processor time of a call, so that calls go out by what lies below it. Not imported
// by name, which would load all of that fetch along with it.
const { request: overHttp } = process.getBuiltinModule('node:http');
const { request: overHttps } = process.getBuiltinModule('node:https');

/** Seconds to wait when Slack says "too many" but not how long: the library takes that for a fault of its own. */
const UNSAID_WAIT = '30';

/**
 * How the library's calls reach Slack. Resolves to the whole answer; rejects when it did not come, not whole or not within
 * that time. The library would make a signal for it: a tenth more processor time a call, and it stays until the time is over.
 */
export function transportWithin(ms: number): FetchFunction {
  return async (address, { method = 'POST', headers, body } = {}) => {
    if (typeof body !== 'string') throw new TypeError('Only text is sent to Slack.');
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    const url = new URL(address);
    const request = url.protocol === 'http:' ? overHttp : overHttps;
    const sized = { ...headers, 'content-length': String(Buffer.byteLength(body)) };
    const outgoing = request(url, { method, headers: sized }, (incoming) => {
      const parts: Buffer[] = [];
      incoming.on('data', (part: Buffer) => parts.push(part));
      incoming.on('error', reject);
      incoming.on('end', () => resolve({ incoming, body: Buffer.concat(parts) }));
    });
    const late = setTimeout(() => outgoing.destroy(new Error('Slack did not answer in time.')), ms);
    outgoing.on('error', reject);
    outgoing.end(body);
    try {
      return asFetched(url.href, await promise);
    } finally {
      clearTimeout(late);
    }
  };
}

type Answer = { readonly incoming: IncomingMessage; readonly body: Buffer<ArrayBuffer> };

/** As much of fetch's answer as the library reads. */
function asFetched(url: string, { incoming, body }: Answer): Awaited<ReturnType<FetchFunction>> {
  const { statusCode: status = 0, statusMessage: statusText = '' } = incoming;
  const headers = new Map(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]));
  if (status === 429 && !/^\d+$/.test(headers.get('retry-after') ?? '')) headers.set('retry-after', UNSAID_WAIT);
  return {
    ok: status >= 200 && status < 300,
    status,
    statusText,
    url,
    headers: { get: (name) => headers.get(name.toLowerCase()) ?? null, entries: () => headers.entries() },
    arrayBuffer: async () => new Uint8Array(body).buffer,
    text: async () => body.toString(),
    json: async () => JSON.parse(body.toString()),
  };
}
