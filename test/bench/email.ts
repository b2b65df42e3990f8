import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createMailReader } from '../../adapters/email/read.ts';
import { ADDRESS, mail } from '../abuse/attack.ts';
import { createDnsDouble, type SigningDomain, signingDomain } from '../fakes/dns.ts';
import { greetSmtp, type SmtpClient } from '../fakes/smtp-client.ts';
import { inFreshFolder } from './company.ts';
import { type Report, type Row, shown } from './report.ts';
import { compete, milliseconds, ratios, spreadOf } from './rounds.ts';

const CONNECTIONS = 8;
const MAILS_EACH = 12;

/** Mail from DATA to durable praise, against a bare server that verifies and commits; and the worst mails to read. */
export async function benchEmail({ quick }: { readonly quick: boolean }): Promise<Report> {
  return inFreshFolder(async (folder) => {
    const dns = createDnsDouble();
    const domain = signingDomain(dns, 'example.com');
    const given = {
      folder: null,
      address: ADDRESS,
      secret: 'a-long-made-up-secret',
      records: [...dns.records],
      kudosEveryMs: null,
    };
    const herald = await begin('../abuse/house-process.ts', given);
    const bare = await begin('./bare-smtp.ts', { file: join(folder, 'bare.db'), records: [...dns.records] });
    const rates = await compete(
      { herald: () => perSecond(herald, domain), bare: () => perSecond(bare, domain) },
      { warmUp: 3, counted: quick ? 8 : 30 },
    );
    for (const { child } of [herald, bare]) child.kill();
    const ratio = ratios(rates.herald, rates.bare);
    const mails: Row = {
      what: 'mails a second, from SMTP DATA to durable praise, to a bare server that verifies and commits one row',
      measured: shown(ratio),
      target: '≥ 0.6',
      met: ratio.median >= 0.6,
    };
    const each = (values: readonly number[]) => shown(spreadOf(values), 0);
    const read = await worstReading();
    return {
      rows: [mails, read.row],
      notes: [`Mails a second: ${each(rates.herald)} Herald, ${each(rates.bare)} bare.`, ...read.notes],
    };
  });
}

type Contestant = { readonly child: ChildProcess; readonly clients: readonly SmtpClient[] };

async function begin(file: string, given: object): Promise<Contestant> {
  const child = fork(new URL(file, import.meta.url));
  child.send(given);
  const [{ smtp }] = (await once(child, 'message')) as [{ smtp: number }];
  return { child, clients: await Promise.all(Array.from({ length: CONNECTIONS }, () => greetSmtp(smtp))) };
}

async function perSecond({ clients }: Contestant, domain: SigningDomain): Promise<number> {
  const sacks = await Promise.all(
    clients.map(() => Promise.all(Array.from({ length: MAILS_EACH }, () => domain.sign(mail())))),
  );
  const took = await milliseconds(() =>
    Promise.all(clients.map((client, index) => sendAll(client, sacks[index] ?? []))),
  );
  return ((CONNECTIONS * MAILS_EACH) / took) * 1000;
}

async function sendAll(client: SmtpClient, sack: readonly Buffer[]): Promise<void> {
  for (const raw of sack) {
    const reply = await client.send({ from: 'p1@example.com', to: ADDRESS, raw });
    if (!reply.startsWith('250')) throw new Error(`Not taken: ${reply}`);
  }
}

const SIZES = [10_000, 100_000, 1_000_000];

/** Bodies made to be slow, of any size. */
const WORST: Readonly<Record<string, (size: number) => string>> = {
  '“From: ” again and again': (size) => mail({ body: 'From: '.repeat(size / 6) }),
  'lines of labels': (size) => mail({ body: 'From: Jane <jane@x.example>\r\nSent: Monday\r\n'.repeat(size / 42) }),
  'quotation marks': (size) => mail({ body: '> '.repeat(size / 2) }),
  dashes: (size) => mail({ body: '-'.repeat(size) }),
  'blanks in lines': (size) => mail({ body: `${' '.repeat(70)}:\r\n`.repeat(size / 73) }),
  'open elements': (size) => mail({ type: 'text/html', body: '<div><b>'.repeat(size / 8) }),
  'closed elements': (size) => mail({ type: 'text/html', body: '<p>a &amp; b</p>'.repeat(size / 16) }),
  parts: (size) => mail({ type: 'multipart/mixed; boundary=b', body: `${'--b\r\n\r\nx\r\n'.repeat(size / 10)}--b--` }),
};

type Reading = { readonly size: number; readonly name: string; readonly ms: number };

/** The slowest of them at each size: ten times the bytes should take about ten times as long. */
async function worstReading(): Promise<{ readonly row: Row; readonly notes: readonly string[] }> {
  const worst: Reading[] = [];
  for (const size of SIZES) {
    const all: Reading[] = [];
    for (const [name, body] of Object.entries(WORST)) {
      all.push({ size, name, ms: await fastestOfThree(Buffer.from(body(size))) });
    }
    const slowest = all.toSorted((one, other) => other.ms - one.ms)[0];
    if (slowest) worst.push(slowest);
  }
  const growth = (worst[2]?.ms ?? Number.NaN) / (worst[1]?.ms ?? Number.NaN);
  return {
    row: {
      what: 'time to read the worst mail of 1 MB, to the worst of 100 KB',
      measured: growth.toFixed(1),
      target: '≤ 15',
      met: growth <= 15,
    },
    notes: worst.map(({ size, name, ms }) => `Worst mail of ${size / 1000} KB: ${ms.toFixed(1)} ms (${name}).`),
  };
}

async function fastestOfThree(raw: Buffer): Promise<number> {
  const { read } = createMailReader();
  const times: number[] = [];
  for (let time = 0; time < 3; time += 1) times.push(await milliseconds(() => read(raw)));
  return Math.min(...times);
}
