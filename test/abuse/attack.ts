import type { SigningDomain } from '../fakes/dns.ts';
import type { SmtpClient } from '../fakes/smtp-client.ts';

/** Herald as an attacker sees it, and what only its friends have: keys that sign. */
export type Door = {
  greet(): Promise<SmtpClient>;
  connect(): Promise<SmtpClient>;
  /** Raw mail to the webhook; resolves to the status. */
  post(body: AsyncIterable<Uint8Array> | Uint8Array): Promise<string>;
  readonly example: SigningDomain;
  readonly foreign: SigningDomain;
  /** Everything is ready on the attacker's side: from now on it is Herald's time. */
  ready(): void;
};

export type Attack = {
  readonly name: string;
  /** Resolves to what Herald said, as the table shows it. */
  run(door: Door): Promise<string>;
  readonly said: RegExp;
  /** Within what time; a second where nothing else is said. */
  readonly withinMs?: number;
};

export const ADDRESS = 'praise@herald.example';

let sent = 0;

/** A mail of a listed forwarder, with what is given in place of its usual head or body. */
export function mail(
  differs: {
    readonly from?: string;
    readonly head?: string;
    readonly type?: string;
    readonly date?: string;
    readonly body?: string;
  } = {},
) {
  sent += 1;
  const {
    from = 'Person 1 <p1@example.com>',
    head = '',
    type = 'text/plain; charset=utf-8',
    date = 'Date: Wed, 18 Nov 2026 09:00:00 +0100\r\n',
  } = differs;
  const words = differs.body ?? `Person 2 was wonderful to us, and that for the ${sent}. time.`;
  return (
    `From: ${from}\r\nTo: ${ADDRESS}\r\nSubject: Fwd: Thank you\r\nMessage-ID: <attack-${sent}@example.com>\r\n${date}` +
    `MIME-Version: 1.0\r\nContent-Type: ${type}\r\n${head}\r\n${words}\r\n`
  );
}

/** Sends one mail as a listed forwarder, over a connection of its own. */
export async function deliver(door: Door, raw: Buffer | string, from = 'p1@example.com'): Promise<string> {
  const client = await door.greet();
  door.ready();
  const reply = await client.send({ from, to: ADDRESS, raw: Buffer.from(raw) });
  client.close();
  return reply;
}

export async function deliverSigned(door: Door, raw: Buffer | string): Promise<string> {
  return deliver(door, await door.example.sign(raw));
}
