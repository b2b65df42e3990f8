// The implementation of MailReader: bytes in, what the customer wrote out.

import type { ForwardedMail } from '../../src/commands.ts';
import type { MailReader, ReadMail } from '../../src/ports.ts';
import type { Refusal } from '../../src/views.ts';
import { decodeUnlabelled } from './charset.ts';
import { cutToLimits } from './cut.ts';
import { fileKind } from './file-kind.ts';
import { type Choice, chooseCustomer } from './forward/customer.ts';
import { readDateHeader, readOffset } from './forward/date.ts';
import { type Letter, splitLetters } from './forward/letters.ts';
import type { Mailbox } from './forward/mailbox.ts';
import { plainSubject } from './forward/subject.ts';
import { noteOf } from './forward/words.ts';
import { MAX_ATTACHED_MAILS, MAX_MAIL_BYTES, MAX_NESTED_MAILS, MAX_TEXT } from './limits.ts';
import { type Mail, readMime } from './mime.ts';
import { cleanText, tidyLines } from './text.ts';

/** Reads one mail, or a text somebody saved from one. Takes time in proportion to the bytes, and never throws. */
export function createMailReader(): MailReader {
  return { read };
}

async function read(raw: Uint8Array): Promise<ReadMail | Refusal> {
  if (raw.length > MAX_MAIL_BYTES) return refusal('too-big', MAX_MAIL_BYTES);
  switch (fileKind(raw)) {
    case 'empty':
      return refusal('empty');
    case 'binary':
      return refusal('not-a-mail');
    case 'text':
      return readText(decodeUnlabelled(raw));
    case 'mail':
      return readMail(raw);
  }
}

function refusal(what: (Refusal & { reason: 'nothing-readable' })['what'], limit: number | null = null): Refusal {
  return { type: 'refusal', reason: 'nothing-readable', what, limit };
}

/** Somebody copied a text out of a mail program: nobody is known to have sent it. */
function readText(decoded: string): ReadMail | Refusal {
  const text = cleanText(decoded.slice(0, MAX_TEXT));
  if (text.trim() === '') return refusal('empty');
  const letters = splitLetters(text, { via: 'outer', author: null, sent: null, subject: null }, null);
  const mail = compose({
    letters,
    choice: chooseCustomer(letters, ''),
    text,
    subject: '',
    messageIds: [],
    doubtful: false,
  });
  return { type: 'mail', from: null, mail };
}

async function readMail(raw: Uint8Array): Promise<ReadMail | Refusal> {
  const { raw: kept, cut } = cutToLimits(raw);
  const outer = await readMime(kept);
  if (outer === null) return refusal('not-a-mail');
  const attached = await readAttached(outer, MAX_NESTED_MAILS, { left: MAX_ATTACHED_MAILS });
  const letters = [...lettersOf(outer, 'outer'), ...attached.flatMap((mail) => lettersOf(mail, 'attached'))];
  const text = outer.texts[0] ?? attached.find((mail) => mail.texts.length > 0)?.texts[0] ?? '';
  if (text === '') return refusal(outer.sealed ?? attached.find((mail) => mail.sealed)?.sealed ?? 'empty');
  const mail = compose({
    letters,
    choice: chooseCustomer(letters, outer.subject),
    text,
    subject: outer.subject,
    messageIds: [...new Set([outer, ...attached].flatMap((one) => one.messageIds))],
    doubtful: cut || outer.attached.length > 1,
  });
  return { type: 'mail', from: outer.from, mail };
}

/** The mails attached to a mail, and those attached to them, each level in order. */
async function readAttached(mail: Mail, levels: number, budget: { left: number }): Promise<Mail[]> {
  if (levels === 0) return [];
  const found: Mail[] = [];
  for (const raw of mail.attached) {
    if (budget.left === 0) break;
    budget.left -= 1;
    const inner = await readMime(cutToLimits(raw).raw);
    if (inner !== null) found.push(inner, ...(await readAttached(inner, levels - 1, budget)));
  }
  return found;
}

/** A mail's own text and the mails that its text forwards or quotes; its plain text, unless only its HTML shows them. */
function lettersOf(mail: Mail, via: 'outer' | 'attached'): Letter[] {
  const author: Mailbox | null = mail.from === null ? null : { ...mail.from, own: true };
  const sent = mail.date === null ? null : readDateHeader(mail.date);
  const offset = mail.date === null ? null : readOffset(mail.date);
  const readings = mail.texts.map((text) => splitLetters(text, { via, author, sent, subject: mail.subject }, offset));
  return (
    readings.find((letters) => letters.length > 1) ??
    readings[0] ?? [{ via, author, sent, subject: mail.subject, lines: [] }]
  );
}

type Parts = {
  readonly letters: readonly Letter[];
  readonly choice: Choice | null;
  /** The outermost text, kept whole when the customer's words cannot be told from it. */
  readonly text: string;
  readonly subject: string;
  readonly messageIds: readonly string[];
  readonly doubtful: boolean;
};

function compose({ letters, choice, text, subject, messageIds, doubtful }: Parts): ForwardedMail {
  if (choice === null) {
    const words = tidyLines(text.split('\n'));
    const customer = { name: null, email: null };
    return {
      words,
      note: '',
      customer,
      subject: plainSubject(subject) || null,
      wroteAt: null,
      messageIds,
      unsure: ['words', 'name', 'email', 'date'],
    };
  }
  const { letter, words, sure } = choice;
  const { name, email } = letter.author ?? { name: null, email: null };
  return {
    words,
    note: noteOf(letters[0]?.lines ?? []),
    customer: { name, email },
    subject: plainSubject(letter.subject ?? '') || plainSubject(subject) || null,
    wroteAt: letter.sent?.at ?? null,
    messageIds,
    unsure: [
      ...(sure && !doubtful && words !== '' ? [] : (['words'] as const)),
      ...(name === null || name.includes('\ufffd') ? (['name'] as const) : []),
      ...(email === null || letter.author?.own === false ? (['email'] as const) : []),
      ...(letter.sent?.certain ? [] : (['date'] as const)),
    ],
  };
}
