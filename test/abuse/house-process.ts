// Herald with its doors for mail open, in a process that an attack may bring down without taking the test along.

import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import express from 'express';
import { createEmailIntake } from '../../adapters/email/index.ts';
import { createReadingThread } from '../../adapters/email/reading-thread.ts';
import { createClock } from '../../src/clock.ts';
import { COMPANY, foundCompany, kudos } from '../fakes/company.ts';
import { createDnsDouble } from '../fakes/dns.ts';
import { openCore } from '../fakes/open-core.ts';
import type { Report } from './house.ts';

type Given = {
  /** Where its database is, and stays; null for one that goes with it. */
  readonly folder: string | null;
  readonly address: string;
  readonly secret: string;
  readonly records: [string, unknown][];
  readonly kudosEveryMs: number | null;
};

const [given] = (await once(process, 'message')) as [Given];
const folder = given.folder ?? mkdtempSync(join(tmpdir(), 'herald-abuse-'));
const clock = createClock();
const { core, close } = await openCore(join(folder, 'herald.db'));
await foundCompany(core, { at: clock.now(), people: 6 });
const app = express();
const server = app.listen(0, '127.0.0.1');
await once(server, 'listening');

let faults = 0;
const intake = createEmailIntake({
  app,
  settings: {
    address: given.address,
    forwarders: ['@example.com', '@bücher.example'],
    trustedAuthserv: null,
    smtp: { port: 0, host: '127.0.0.1', certificate: null },
    imap: null,
    webhookSecret: given.secret,
  },
  clock,
  mail: createReadingThread(),
  mailbox: async () => ({ organization: COMPANY, connection: 'email' }),
  meet: async () => undefined,
  onRefused: () => undefined,
  onFault: (error) => {
    faults += 1;
    console.error(error);
  },
  resolve: createDnsDouble(given.records).resolve,
  patience: { dataMs: 2500, connectionMs: 300_000, idleMs: 60_000 },
});
await intake.start(core);

const loop = monitorEventLoopDelay({ resolution: 5 });
loop.enable();
let slowest = 0;
let told = 0;
async function giveKudos(): Promise<void> {
  told += 1;
  const before = performance.now();
  await core.handle(kudos(`kudos ${told}`, `Story ${told}.`, clock.now()));
  slowest = Math.max(slowest, performance.now() - before);
}
if (given.kudosEveryMs !== null) setInterval(() => void giveKudos(), given.kudosEveryMs);

process.on('message', () => {
  const report: Report = {
    rssMb: process.memoryUsage.rss() / 1_048_576,
    peakMb: process.resourceUsage().maxRSS / 1024,
    slowestKudosMs: slowest,
    standstillMs: loop.max / 1e6,
    faults,
    forgotten: intake.held(),
  };
  slowest = 0;
  loop.reset();
  process.send?.(report);
});
process.once('SIGTERM', async () => {
  await intake.stop();
  await close();
  if (given.folder === null) rmSync(folder, { recursive: true, force: true });
  process.exit(0);
});
process.once('disconnect', () => process.exit(1));
process.send?.({ smtp: intake.smtpPort(), http: (server.address() as AddressInfo).port });
