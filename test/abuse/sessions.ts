import { setTimeout as pause } from 'node:timers/promises';
import { ADDRESS, type Attack, type Door, deliverSigned, mail } from './attack.ts';

const ENVELOPE = `MAIL FROM:<p1@example.com>\r\nRCPT TO:<${ADDRESS}>\r\nDATA\r\n`;

/** Every reply until the connection is closed or nothing more comes for a while; only their codes. */
async function replies(door: Door, bytes: string | Buffer, waitMs = 300): Promise<string> {
  const client = await door.greet();
  client.write(bytes);
  const codes: string[] = [];
  for (;;) {
    const reply = await Promise.race([client.reply(), pause(waitMs, 'silence')]);
    codes.push(/^\d{3}/.exec(reply)?.[0] ?? reply);
    if (reply === 'silence' || reply === 'closed') break;
  }
  client.close();
  return codes.join(' ');
}

/** A mail in which a second one hides behind what some servers take for the end. */
function smuggling(end: string): Attack {
  return {
    name: `a second mail behind ${JSON.stringify(end)}`,
    said: /^250 250 354 silence$/,
    run: (door) => replies(door, `${ENVELOPE}${mail()}x${end}${ENVELOPE}${mail()}`),
  };
}

/** What clients do that has little to do with mail. */
export const sessions: readonly Attack[] = [
  ...['\n.\n', '\n.\r\n', '\r\n.\n', '\r.\r', '\r\n.\r', '\r\n\0.\r\n'].map(smuggling),
  {
    name: 'everything in one packet (pipelining)',
    said: /^250 250 354 250 221 closed$/,
    run: async (door) => {
      const raw = (await door.example.sign(mail())).toString('latin1');
      return replies(door, Buffer.from(`${ENVELOPE}${raw}.\r\nQUIT\r\n`, 'latin1'), 1500);
    },
  },
  {
    name: 'mail for somebody else (a relay)',
    said: /^550 /,
    async run(door) {
      const client = await door.greet();
      const reply = await client.send({ from: 'p1@example.com', to: 'victim@example.net', raw: Buffer.from(mail()) });
      client.close();
      return reply;
    },
  },
  {
    name: 'one byte a while inside DATA',
    said: /^421 /,
    withinMs: 4000,
    async run(door) {
      const client = await door.greet();
      await client.say('MAIL FROM:<p1@example.com>');
      await client.say(`RCPT TO:<${ADDRESS}>`);
      await client.say('DATA');
      const drip = setInterval(() => client.write('x'), 100);
      const reply = await client.reply();
      clearInterval(drip);
      client.close();
      return reply;
    },
  },
  {
    name: 'a command of 1 MB',
    said: /421|closed/,
    run: (door) => replies(door, `NOOP ${'x'.repeat(1024 * 1024)}`),
  },
  {
    name: '20,000 commands at once',
    said: /(421|closed|silence)$/,
    withinMs: 4000,
    run: async (door) => (await replies(door, 'NOOP\r\n'.repeat(20_000), 500)).slice(-11),
  },
  {
    name: '1 MB of lines that begin with dots',
    said: /^(550|421) /,
    withinMs: 3000,
    async run(door) {
      const client = await door.greet();
      const raw = Buffer.from(mail({ body: '.\r\n'.repeat(250_000) }));
      door.ready();
      const reply = await client.send({ from: 'bob@evil.example', to: ADDRESS, raw });
      client.close();
      return reply;
    },
  },
  {
    name: 'AUTH, EXPN, VRFY, STARTTLS without a certificate',
    said: /^5\d\d 5\d\d \d{3} 5\d\d silence$/,
    run: (door) => replies(door, 'AUTH PLAIN AAAA\r\nEXPN all\r\nVRFY ana\r\nSTARTTLS\r\n'),
  },
  {
    name: '20 MB to the webhook, size not said',
    said: /^413$/,
    run: (door) =>
      door.post(
        (async function* () {
          yield Buffer.from(mail());
          for (let sent = 0; sent < 320; sent += 1) yield Buffer.alloc(64 * 1024, 'x\r\n');
        })(),
      ),
  },
  {
    name: '500 connections, then a mail beside those that stay',
    said: /^\d+ let in, \d+ turned away, then 250$/,
    withinMs: 3000,
    async run(door) {
      const clients = await Promise.all(Array.from({ length: 500 }, () => door.connect()));
      const greetings = await Promise.all(clients.map((client) => client.reply()));
      const letIn = greetings.filter((greeting) => greeting.startsWith('220')).length;
      // One of them goes; the others stay and say nothing.
      clients[greetings.findIndex((greeting) => greeting.startsWith('220'))]?.close();
      await pause(50);
      const reply = await deliverSigned(door, mail());
      for (const client of clients) client.close();
      return `${letIn} let in, ${500 - letIn} turned away, then ${reply.slice(0, 3)}`;
    },
  },
];
