import { gzipSync } from 'node:zlib';
import { type Attack, deliver, deliverSigned, mail } from './attack.ts';

const TAKEN = /^250 /;
const REFUSED = /^5\d\d /;
const TAKEN_OR_REFUSED = /^(250|5\d\d) /;

const MB = 1024 * 1024;
const mixed = 'multipart/mixed; boundary=b';

function inBase64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/(.{76})/g, '$1\r\n');
}

function withFile(name: string, bytes: Buffer): string {
  const file = `Content-Type: application/octet-stream; name=${name}\r\nContent-Transfer-Encoding: base64\r\n\r\n${inBase64(bytes)}`;
  return mail({ type: mixed, body: `--b\r\n\r\nThank you, Person 2, for ${name}!\r\n--b\r\n${file}\r\n--b--` });
}

function nested(levels: number): string {
  let body = 'Content-Type: text/plain\r\n\r\nThank you, Person 2!\r\n';
  for (let level = 0; level < levels; level += 1) {
    body = `Content-Type: multipart/mixed; boundary=n${level}\r\n\r\n--n${level}\r\n${body}\r\n--n${level}--\r\n`;
  }
  return mail({ type: mixed, body: `--b\r\n${body}--b--` });
}

const signed = (name: string, raw: () => string | Buffer, said: RegExp): Attack => ({
  name,
  said,
  run: (door) => deliverSigned(door, raw()),
});

const unsigned = (name: string, raw: () => string | Buffer, said: RegExp): Attack => ({
  name,
  said,
  run: (door) => deliver(door, raw()),
});

/** Signed mail of a listed forwarder gets as far as any mail can; everybody else's is stopped before it is parsed. */
export const mails: readonly Attack[] = [
  signed('9.5 MB, a photo attached', () => withFile('photo.jpg', Buffer.alloc(7 * MB, 7)), TAKEN),
  unsigned('14 MB, size not said', () => withFile('film.mov', Buffer.alloc(10 * MB, 7)), /^552 /),
  signed(
    '100,000 parts',
    () => mail({ type: mixed, body: `${'--b\r\n\r\nx\r\n'.repeat(100_000)}--b--` }),
    TAKEN_OR_REFUSED,
  ),
  signed('5,000 parts inside each other', () => nested(5000), TAKEN_OR_REFUSED),
  signed('a gzip of 500 MB of zeros', () => withFile('bomb.gz', gzipSync(Buffer.alloc(500 * MB))), TAKEN),
  signed('20 KB of "From: " in a line', () => mail({ body: 'From: '.repeat(3500) }), TAKEN_OR_REFUSED),
  signed('100,000 dashes', () => mail({ body: `Thank you!\r\n${'-'.repeat(100_000)}` }), TAKEN),
  signed('100,000 quotation marks', () => mail({ body: `Thank you!\r\n${'> '.repeat(50_000)}` }), TAKEN),
  signed('1 MB of blanks before a colon', () => mail({ body: `From${' '.repeat(MB)}: x` }), TAKEN_OR_REFUSED),
  signed(
    '2 MB of HTML elements left open',
    () => mail({ type: 'text/html', body: '<div><b>'.repeat(MB / 4) }),
    TAKEN_OR_REFUSED,
  ),
  signed(
    'a line of 1,000,000 characters',
    () => mail({ body: `Thank you, Person 2! ${'x'.repeat(1_000_000)}` }),
    TAKEN,
  ),
  signed(
    'a subject in bytes that are no UTF-8',
    () => Buffer.from(mail({ head: 'X-Was: Gr\xfc\xdfe\r\n' }).replace('Thank you', 'D\xe4nke'), 'latin1'),
    TAKEN,
  ),
  signed('NUL bytes in the body', () => mail({ body: 'Thank you, Person 2\0, for the NULs\0!' }), TAKEN),
  signed('NUL bytes in the header', () => mail({ head: 'X-Odd: a\0b\r\n' }), REFUSED),
  signed('no Date', () => mail({ date: '' }), TAKEN),
  signed('a Date in 1970', () => mail({ date: 'Date: Thu, 01 Jan 1970 00:00:00 +0000\r\n' }), TAKEN),
  signed('a group as From', () => mail({ from: 'everybody: p1@example.com, p2@example.com;' }), REFUSED),
  signed(
    'a bare carriage return before a second From',
    () => mail({ head: 'X: y\rFrom: bob@evil.example\r\n' }),
    REFUSED,
  ),
  signed(
    '1,000 Received lines',
    () => `${'Received: from a.example by b.example; Wed, 18 Nov 2026 09:00:00 +0100\r\n'.repeat(1000)}${mail()}`,
    TAKEN,
  ),
  unsigned('a header of 1 MB', () => mail({ head: 'X-Long: x\r\n'.repeat(100_000) }), REFUSED),
  {
    name: '50 signatures, each over another length',
    said: REFUSED,
    async run(door) {
      const raw = mail({ body: 'x\r\n'.repeat(300_000) });
      const one = (await door.example.sign(raw)).toString('latin1').slice(0, -raw.length);
      const many = Array.from({ length: 50 }, (_, length) => one.replace('; s=', `; l=${length}; s=`)).join('');
      return deliver(door, many + raw);
    },
  },
  {
    name: 'an address in another script (SMTPUTF8)',
    said: TAKEN,
    async run(door) {
      const raw = await door.foreign.sign(mail({ from: 'Zoë <zoë@bücher.example>' }));
      const client = await door.greet();
      for (const line of ['MAIL FROM:<zoë@bücher.example> SMTPUTF8', 'RCPT TO:<praise@herald.example>', 'DATA']) {
        client.write(Buffer.from(`${line}\r\n`));
        const reply = await client.reply();
        if (!/^[23]/.test(reply)) return reply;
      }
      client.write(Buffer.concat([raw, Buffer.from('.\r\n')]));
      const reply = await client.reply();
      client.close();
      return reply;
    },
  },
];
