// The implementation of MailReader: bytes in, what the customer wrote out.

import type { MailReader, ReadMail } from '../../src/ports.ts';
import type { Refusal } from '../../src/views.ts';
import { decodeUnlabelled } from './charset.ts';
import { cutToLimits } from './cut.ts';
import { fileKind } from './file-kind.ts';
import { chooseCustomer } from './forward/customer.ts';
import { readDateHeader, readOffset } from './forward/date.ts';
import { type Letter, splitLetters } from './forward/letters.ts';
import { forwardedMail } from './forwarded-mail.ts';
import { MAX_ATTACHED_MAILS, MAX_MAIL_BYTES, MAX_NESTED_MAILS, MAX_TEXT } from './limits.ts';
import { type Mail, readMime } from './mime.ts';
import { cleanText } from './text.ts';

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
  const envelope = { subject: '', recipients: [] };
  const choice = chooseCustomer(letters, envelope);
  const mail = forwardedMail({ letters, choice, text, subject: '', messageIds: [], doubtful: false });
  return { type: 'mail', from: null, mail };
}

async function readMail(raw: Uint8Array): Promise<ReadMail | Refusal> {
  const { raw: kept, cut } = cutToLimits(raw);
  const outer = await readMime(kept);
  if (outer === null) return refusal('not-a-mail');
  const mails = [outer, ...(await readAttached(outer, MAX_NESTED_MAILS, { left: MAX_ATTACHED_MAILS }))];
  const text = mails.find((mail) => mail.texts.length > 0)?.texts[0];
  if (text === undefined) return refusal(mails.find((mail) => mail.sealed !== null)?.sealed ?? 'empty');
  const split = mails.map((mail) => lettersOf(mail, mail === outer ? 'outer' : 'attached'));
  const letters = split.flat();
  const choice = chooseCustomer(letters, outer);
  const source = mails[split.findIndex((its) => choice !== null && its.includes(choice.letter))];
  const mail = forwardedMail({
    letters,
    choice,
    text,
    subject: outer.subject,
    // A second mail attached beside the chosen one is not taken: its id must not say that we have it.
    messageIds: [...new Set([...outer.messageIds, ...(source?.messageIds ?? [])])],
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
  const head = {
    via,
    author: mail.from === null ? null : { ...mail.from, own: true },
    sent: mail.date === null ? null : readDateHeader(mail.date),
    subject: mail.subject,
  };
  const offset = mail.date === null ? null : readOffset(mail.date);
  const readings = mail.texts.map((text) => splitLetters(text, head, offset));
  return readings.find((letters) => letters.length > 1) ?? readings[0] ?? [{ ...head, lines: [] }];
}
