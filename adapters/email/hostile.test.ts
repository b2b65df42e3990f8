import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAX_MAIL_BYTES } from './limits.ts';
import { createMailReader } from './read.ts';

const { read } = createMailReader();
const folder = new URL('../../test/payloads/email/', import.meta.url);
const payloads = readdirSync(folder)
  .filter((file) => file.endsWith('.eml'))
  .map((file) => readFileSync(new URL(file, folder)));

const HEAD = 'From: Mia <mia@acme.example>\nSubject: Fwd: Thank you\nMessage-ID: <a@acme.example>\n';
const plain = (body: string) => Buffer.from(`${HEAD}Content-Type: text/plain; charset=utf-8\n\n${body}`);
const html = (body: string) => Buffer.from(`${HEAD}Content-Type: text/html; charset=utf-8\n\n${body}`);
const filled = (piece: string, length: number) => piece.repeat(Math.ceil(length / piece.length));

async function expectSense(raw: Uint8Array): Promise<void> {
  const answer = await read(raw);
  expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
  if (answer.type === 'refusal') {
    expect(answer.reason).toBe('nothing-readable');
    return;
  }
  const { words, customer, wroteAt, unsure } = answer.mail;
  expect(words.isWellFormed()).toBe(true);
  expect(words).not.toContain('\0');
  if (words === '') expect(unsure).toContain('words');
  if (customer.name === null) expect(unsure).toContain('name');
  if (customer.email === null) expect(unsure).toContain('email');
  if (wroteAt === null) expect(unsure).toContain('date');
  else expect(new Date(wroteAt).toISOString()).toBe(wroteAt);
}

test('a mail that was cut off, or whose bytes were changed, gets a sensible answer all the same', async () => {
  const change = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    remove: fc.nat(200),
    insert: fc.oneof(
      fc.uint8Array({ maxLength: 8 }),
      fc
        .constantFrom('\n', '\r\n\r\n', '>', ': ', '--b1\n', 'From: ', '=', '<div hidden>')
        .map((text) => Buffer.from(text)),
    ),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...payloads),
      fc.array(change, { maxLength: 6 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      async (payload, changes, end) => {
        let raw: Buffer = Buffer.from(payload);
        for (const { at, remove, insert } of changes) {
          const position = Math.floor(at * raw.length);
          raw = Buffer.concat([raw.subarray(0, position), insert, raw.subarray(position + remove)]);
        }
        await expectSense(end > 0.5 ? raw : raw.subarray(0, Math.floor(end * 2 * raw.length)));
      },
    ),
    { numRuns: 250 },
  );
});

test('lines of labels, separators and quotes in any order get a sensible answer', async () => {
  const line = fc.constantFrom(
    'From: Jane <jane@customer.example>',
    'From: Jane',
    'Sent: 3 February 2025',
    'Subject: Fwd: x',
    'To: a@acme.example,',
    '---------- Forwarded message ---------',
    '-----Original Message-----',
    '________________',
    'On 3 Feb 2025 Jane wrote:',
    'Thanks',
    '',
    'Sent from my iPhone',
    'From: a@b.example To: c@d.example Subject: x',
  );
  const quoted = fc.tuple(fc.nat(3), line).map(([depth, text]) => `${'> '.repeat(depth)}${text}`);
  await fc.assert(
    fc.asyncProperty(fc.array(quoted, { maxLength: 40 }), (lines) => expectSense(plain(lines.join('\n')))),
    { numRuns: 250 },
  );
});

test('any bytes at all', async () => {
  await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), expectSense), { numRuns: 300 });
});

test('a mail of over 1 MB is read whole', async () => {
  const words = `Dear Ana,\n\n${filled('You made our day, again and again and again. ', 70)}\n`;
  const photo = filled(`${Buffer.alloc(57, 7).toString('base64')}\n`, 1_500_000);
  const raw = Buffer.from(
    `${HEAD}Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\n\n` +
      `---------- Forwarded message ---------\nFrom: Jane <jane@customer.example>\nDate: Mon, 3 Feb 2025 10:00:00 +0100\nSubject: Hi\n\n${words}\n` +
      `--b\nContent-Type: image/jpeg\nContent-Transfer-Encoding: base64\n\n${photo}\n--b--\n`,
  );
  expect(await read(raw)).toMatchObject({
    mail: { words: words.trim(), customer: { email: 'jane@customer.example' }, unsure: [] },
  });
});

test('a mail over 10 MB is refused with the limit', async () => {
  const refusal = { type: 'refusal', reason: 'nothing-readable', what: 'too-big', limit: MAX_MAIL_BYTES };
  expect(await read(Buffer.alloc(MAX_MAIL_BYTES + 1, 'a'))).toEqual(refusal);
});

test('100,000 parts: the first are read, a person is asked to look', async () => {
  const raw = Buffer.from(
    `${HEAD}Content-Type: multipart/mixed; boundary=b\n\n${'--b\n\nThank you!\n'.repeat(100_000)}`,
  );
  expect(await read(raw)).toMatchObject({ type: 'mail', mail: { unsure: expect.arrayContaining(['words']) } });
});

test('mails attached to mails, parts inside parts, without end', async () => {
  const nested = Array.from(
    { length: 500 },
    (_, at) => `From: a${at}@b.example\nMIME-Version: 1.0\nContent-Type: message/rfc822\n\n`,
  );
  await expectSense(Buffer.from(`${nested.join('')}Hi`));
  const parts = Array.from({ length: 500 }, (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\n\n--b${at}\n`);
  await expectSense(Buffer.from(`${HEAD}${parts.join('')}\nHi`));
});

/** What grows with the square of this takes longer than a test may. */
const LONG = 500_000;
/** As somebody saved it: without a mail's header our own reading has it to itself, and is most of the time. */
const text = (body: string) => Buffer.from(`Thank you all!\n\n${body}`);

test.each([
  ['dashes', (length: number) => text('-'.repeat(length))],
  ['dashed lines', (length: number) => text(filled('-\n', length))],
  ['empty lines', (length: number) => text(`a${filled('\n', length)}a`)],
  ['spaces', (length: number) => text(`a${filled(' ', length)}a`)],
  ['quotation marks', (length: number) => text('>'.repeat(length))],
  ['deep quotes', (length: number) => text(filled('> > > > > > > > > > > > a\n', length))],
  ['labels', (length: number) => text(filled('From: a@b.example\n', length))],
  ['labels in one line', (length: number) => text(filled('From: a@b.example To: ', length))],
  ['wrapped addressees', (length: number) => text(filled('From: a@b.example\nTo: x,\ny,\nz,\n', length))],
  ['blocks', (length: number) => text(filled('From: a@b.example\nSubject: x\n\nhi\n', length))],
  [
    'forwards in forwards',
    (length: number) =>
      text(
        filled('---------- Forwarded message ---------\nOn 3 Feb 2025, Jane <jane@customer.example> wrote:\n', length),
      ),
  ],
  ['separators', (length: number) => text(filled('---------- Forwarded message ---------\n', length))],
  ['attributions', (length: number) => text(filled('On 3 Feb 2025 Jane wrote:\n> a\n', length))],
  ['attributions that never end', (length: number) => text(filled('On 3 Feb 2025 Jane\n', length))],
  ['footers', (length: number) => text(filled('not the intended recipient\n', length))],
  ['content types', (length: number) => text(filled('Content-Type: text/plain; format=flowed\n', length))],
  ['elements', (length: number) => html(filled('<div>', length))],
  ['styled elements', (length: number) => html(filled('<div style="color:red">a', length))],
  ['quotes in HTML', (length: number) => html(filled('<blockquote>a', length))],
  ['lists in HTML', (length: number) => html(filled('<ul><li>a', length))],
  ['tag starts', (length: number) => html('<'.repeat(length))],
  ['entities', (length: number) => html(filled('&nbsp;', length))],
])('time grows with the text alone: %s', async (_, mail) => {
  await expectSense(mail(LONG));
});
