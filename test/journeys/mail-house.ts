import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { onTestFinished } from 'vitest';
import { createEmailIntake } from '../../adapters/email/index.ts';
import { createReadingThread } from '../../adapters/email/reading-thread.ts';
import { COMPANY } from '../fakes/company.ts';
import { createDnsDouble, type SigningDomain, signingDomain } from '../fakes/dns.ts';
import { greetSmtp } from '../fakes/smtp-client.ts';
import { beginJourney } from './journey.ts';

// Herald with its doors for mail open: real sockets and HTTP, the real libraries, a real database; DNS is ours.

const mail = createReadingThread();

type Intake = Parameters<typeof createEmailIntake>[0];
type Settings = Intake['settings'];

const SECRET = 'a-long-made-up-secret';
const ADDRESS = 'praise@herald.example';

const settings: Settings = {
  address: ADDRESS,
  forwarders: ['p1@example.com', '@house.example'],
  trustedAuthserv: null,
  smtp: { port: 0, host: '127.0.0.1', certificate: null },
  imap: null,
  webhookSecret: SECRET,
};

export async function openMailHouse(
  differs: Partial<Settings> & Partial<Pick<Intake, 'patience' | 'pace' | 'meet'>> = {},
) {
  const { patience, pace, meet = async () => undefined, ...settingsGiven } = differs;
  const journey = await beginJourney();
  const dns = createDnsDouble();
  const app = express();
  const server: Server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const refused: string[] = [];
  const faults: unknown[] = [];
  const options: Intake = {
    app,
    settings: { ...settings, ...settingsGiven },
    clock: journey.clock,
    mail,
    mailbox: async () => ({ organization: COMPANY, connection: 'email' }),
    meet,
    onRefused: (door, why) => void refused.push(`${door} ${why}`),
    onFault: (error) => void faults.push(error),
    resolve: (name, type) => dns.resolve(name, type),
    ...(patience ? { patience } : {}),
    ...(pace ? { pace } : {}),
  };
  const intake = createEmailIntake(options);
  await intake.start(journey.core);
  onTestFinished(async () => {
    await intake.stop();
    server.closeAllConnections();
    server.close();
  });
  const port = () => intake.smtpPort() ?? 0;
  return {
    ...journey,
    dns,
    refused,
    faults,
    intake,
    port,
    example: signingDomain(dns, 'example.com', 1024),
    /** Sends a mail over SMTP and resolves to the last reply. */
    async mail(raw: Buffer, envelope: { readonly from?: string; readonly to?: string } = {}): Promise<string> {
      const client = await greetSmtp(port());
      const reply = await client.send({ from: 'p1@example.com', to: ADDRESS, ...envelope, raw });
      client.close();
      return reply;
    },
    async post(raw: Buffer, headers: Record<string, string> = { authorization: `Bearer ${SECRET}` }) {
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/email/inbound`;
      const body = new Uint8Array(raw);
      const response = await fetch(url, {
        method: 'POST',
        body,
        headers: { 'content-type': 'message/rfc822', ...headers },
      });
      return { status: response.status, words: (await response.text()).trim() };
    },
  };
}

let sent = 0;

/** A customer's words, forwarded by somebody as most mail programs do it. */
export function forwarded(
  differs: { readonly from?: string; readonly id?: string; readonly words?: string; readonly head?: string } = {},
) {
  sent += 1;
  return [
    `From: ${differs.from ?? 'Person 1 <p1@example.com>'}`,
    `To: ${ADDRESS}`,
    'Subject: Fwd: Thank you',
    `Message-ID: <${differs.id ?? `sent-${sent}`}@example.com>`,
    'Date: Wed, 18 Nov 2026 09:00:00 +0100',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    ...(differs.head ? [differs.head] : []),
    '',
    'Have a look.',
    '',
    '---------- Forwarded message ---------',
    'From: Grete Holm <grete@customer.example>',
    'Date: Tue, 17 Nov 2026 at 18:12',
    'Subject: Thank you',
    'To: Person 1 <p1@example.com>',
    '',
    differs.words ??
      `Person 2 called me back on a Sunday, for the ${sent}. time, only to hear whether the roses had arrived.`,
    '',
    'Grete Holm',
    '',
  ].join('\r\n');
}

/** Signed by the sender's domain, as it leaves there. */
export function fromExample(domain: SigningDomain, differs: Parameters<typeof forwarded>[0] = {}): Promise<Buffer> {
  return domain.sign(forwarded(differs));
}
