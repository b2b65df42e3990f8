// Mails cut, glued and changed at random: whatever comes, no word is invented, and none is lost unasked.

import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { ReadMail } from '../../src/ports.ts';
import { readSeparator } from './forward/separators.ts';
import { noteOf } from './forward/words.ts';
import { readMime } from './mime.ts';
import { createMailReader } from './read.ts';
import { cleanText } from './text.ts';

const { read } = createMailReader();
const folder = new URL('../../test/payloads/email/', import.meta.url);
const RUNS = 300;

/** The texts of all mails that have one, as they are shown. */
const texts: string[] = [];
beforeAll(async () => {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.eml'))) {
    const mail = await readMime(readFileSync(new URL(file, folder)));
    texts.push(...(mail?.texts ?? []));
  }
  expect(texts.length).toBeGreaterThan(120);
});

function mailOf(text: string, subject = 'Fwd: Thank you'): Buffer {
  const head = `From: Mia <mia@acme.example>\nTo: herald@acme.example\nDate: Tue, 4 Feb 2025 09:12:00 +0100\nSubject: ${subject}\n`;
  const type = 'MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n';
  return Buffer.from(head + type + Buffer.from(text).toString('base64').replace(/.{76}/g, '$&\n'));
}

/** The mail that was read; null when nothing was left of it, which a mail of blanks may be. */
async function readText(text: string, subject?: string): Promise<ReadMail | null> {
  const answer = await read(mailOf(text, subject));
  if (answer.type === 'mail') return answer;
  expect(answer).toMatchObject({ reason: 'nothing-readable', what: 'empty' });
  return null;
}

const pieces = fc.constantFrom(
  '',
  '> ',
  'Thank you all!',
  'From: Jane <jane@customer.example>',
  'Von: Jane',
  'Subject: x',
  '---------- Forwarded message ---------',
  '-----Original Message-----',
  '________________________________',
  'On 3 Feb 2025, Jane <jane@customer.example> wrote:',
  'This email and any attachment is confidential.',
  'Sent from my iPhone',
  '-- ',
);
const change = fc.oneof(
  fc.record({ kind: fc.constant('remove' as const), at: fc.nat(1000), many: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ kind: fc.constant('insert' as const), at: fc.nat(1000), line: pieces }),
  fc.record({ kind: fc.constant('double' as const), at: fc.nat(1000), many: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ kind: fc.constant('quote' as const), at: fc.nat(1000), many: fc.integer({ min: 1, max: 20 }) }),
  fc.record({ kind: fc.constant('join' as const), at: fc.nat(1000) }),
  fc.record({ kind: fc.constant('swap' as const), at: fc.nat(1000), with: fc.nat(1000) }),
);
type Change = typeof change extends fc.Arbitrary<infer One> ? One : never;

function changed(lines: readonly string[], one: Change): readonly string[] {
  const at = one.at % (lines.length + 1);
  switch (one.kind) {
    case 'remove':
      return lines.toSpliced(at, one.many);
    case 'insert':
      return lines.toSpliced(at, 0, one.line);
    case 'double':
      return lines.toSpliced(at, 0, ...lines.slice(at, at + one.many));
    case 'quote':
      return lines.map((line, index) => (index >= at && index < at + one.many ? `> ${line}` : line));
    case 'join':
      return lines.toSpliced(at, 2, lines.slice(at, at + 2).join(' '));
    case 'swap': {
      const other = one.with % Math.max(1, lines.length);
      return lines.map((line, index) => (index === at ? lines[other] : index === other ? lines[at] : line) ?? line);
    }
    default:
      return one satisfies never;
  }
}

/** Two mails' texts, often enough the same, changed and glued together. */
const mutated = fc
  .record({ one: fc.nat(), other: fc.nat(), glued: fc.boolean(), changes: fc.array(change, { maxLength: 8 }) })
  .map(({ one, other, glued, changes }) => {
    const first = texts[one % texts.length] ?? '';
    const text = glued ? `${first}\n${texts[other % texts.length]}` : first;
    return changes.reduce<readonly string[]>(changed, text.split('\n')).join('\n');
  });

const bare = (line: string) => line.replace(/^[>\s]+/, '').trimEnd();

test('no word is invented: each line of the words and the note stands in the mail', async () => {
  await fc.assert(
    fc.asyncProperty(mutated, fc.constantFrom('Fwd: Thank you', 'Re: x', ''), async (text, subject) => {
      const answer = await readText(text, subject);
      const shown = cleanText(text);
      for (const line of `${answer?.mail.words ?? ''}\n${answer?.mail.note ?? ''}`.split('\n')) {
        expect(shown).toContain(bare(line));
      }
    }),
    { numRuns: RUNS },
  );
});

test('no word is lost unasked: where no original was found, all of the text waits', async () => {
  await fc.assert(
    fc.asyncProperty(mutated, async (text) => {
      const answer = await readText(text, 'Re: x');
      if (answer === null || answer.mail.unsure.length < 4 || answer.mail.note !== '') return;
      const kept = new Set(answer.mail.words.split('\n').map(bare));
      const lost = cleanText(text)
        .split('\n')
        .map(bare)
        .filter((line) => line !== '' && !kept.has(line));
      // All that may go: a separator with nothing below it to say who wrote, and what programs and lawyers add.
      expect(noteOf(lost.filter((line) => readSeparator(line) === null))).toBe('');
    }),
    { numRuns: RUNS },
  );
});

test('what is not said is asked about, and what is said is well formed', async () => {
  await fc.assert(
    fc.asyncProperty(mutated, async (text) => {
      const answer = await readText(text);
      if (answer === null) return;
      const { words, customer, wroteAt, unsure } = answer.mail;
      if (words === '') expect(unsure).toContain('words');
      if (customer.name === null) expect(unsure).toContain('name');
      if (customer.email === null) expect(unsure).toContain('email');
      if (wroteAt === null) expect(unsure).toContain('date');
      for (const value of [words, customer.name, customer.email]) expect(value?.isWellFormed() ?? true).toBe(true);
    }),
    { numRuns: RUNS },
  );
});

test('whatever lines are repeated, and however often, they are read', async () => {
  const line = fc.tuple(fc.nat(3), pieces).map(([depth, text]) => `${'> '.repeat(depth)}${text}`);
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 6 }), async (lines) => {
      const pattern = `${lines.join('\n')}\n`;
      // So many that what grows with the square takes longer than a test may.
      const answer = await read(Buffer.from(`Hello!\n\n${pattern.repeat(Math.ceil(400_000 / pattern.length))}`));
      expect(answer.type).toBe('mail');
    }),
    { numRuns: 10 },
  );
});
