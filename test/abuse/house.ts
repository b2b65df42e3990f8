import { fork } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createDnsDouble, signingDomain } from '../fakes/dns.ts';
import { connectSmtp, greetSmtp } from '../fakes/smtp-client.ts';
import { ADDRESS, type Attack, type Door } from './attack.ts';

/** What the house says of itself. */
export type Report = {
  readonly rssMb: number;
  readonly peakMb: number;
  /** The slowest kudos, and the longest that the event loop stood still, in milliseconds, since the last report. */
  readonly slowestKudosMs: number;
  readonly standstillMs: number;
  readonly faults: number;
  /** Bytes of mail that are still counted as being received. */
  readonly forgotten: number;
};

const KUDOS_EVERY_MS = 50;
const SECRET = 'a-long-made-up-secret';

/** DNS, and two domains in it whose forwarders sign. */
function createKeys() {
  const dns = createDnsDouble();
  return {
    dns,
    example: signingDomain(dns, 'example.com', 1024),
    foreign: signingDomain(dns, 'xn--bcher-kva.example', 1024),
  };
}

/** A Herald in a process of its own, where somebody gives kudos all the time, with its doors for mail open. */
export async function openHouse(folder: string | null = null, keys = createKeys()) {
  let began = 0;
  const { dns, example, foreign } = keys;
  const child = fork(new URL('./house-process.ts', import.meta.url), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const gone = once(child, 'exit');
  process.once('exit', () => child.kill('SIGKILL'));
  child.send({ folder, address: ADDRESS, secret: SECRET, records: [...dns.records], kudosEveryMs: KUDOS_EVERY_MS });
  const [{ smtp, http }] = (await once(child, 'message')) as [{ smtp: number; http: number }];
  const door: Door = {
    greet: () => greetSmtp(smtp),
    connect: () => connectSmtp(smtp),
    post: (body) => post(http, body),
    example,
    foreign,
    ready: () => {
      began = performance.now();
    },
  };
  return {
    door,
    keys,
    /** Resolves to what Herald said, and after how many milliseconds. */
    async play({ run }: Attack): Promise<{ readonly said: string; readonly ms: number }> {
      door.ready();
      const said = await run(door);
      return { said, ms: performance.now() - began };
    },
    async report(): Promise<Report> {
      const heard = once(child, 'message');
      child.send('report');
      const [report] = (await heard) as [Report];
      return report;
    },
    /** Without any warning. */
    async kill(): Promise<void> {
      child.kill('SIGKILL');
      await gone;
    },
    async close(): Promise<void> {
      child.kill();
      await gone;
    },
  };
}

async function post(port: number, body: AsyncIterable<Uint8Array> | Uint8Array): Promise<string> {
  const headers = { authorization: `Bearer ${SECRET}`, 'content-type': 'message/rfc822' };
  const asked = request({ port, method: 'POST', path: '/email/inbound', headers });
  const answered = once(asked, 'response') as Promise<[{ statusCode?: number; resume(): void }]>;
  // Who is refused may be cut off while still sending; what counts is the answer.
  pipeline(Readable.from(body), asked).catch(() => undefined);
  const [response] = await answered;
  response.resume();
  return String(response.statusCode);
}
