import { createHash } from 'node:crypto';
import type { ForwardedMail } from './commands.ts';

/** Words shorter than this ("Thank you so much!") a customer may well write twice; only on one day are they the same. */
const TELLING_LENGTH = 60;

/**
 * What a mail is recognised by when it comes again: its Message-IDs, and its sender with the words themselves, which
 * catches two managers who forward the same mail. Hashed, so that they outlive the words without telling them.
 */
export function fingerprintsOf(mail: ForwardedMail): readonly string[] {
  const customer = (mail.customer.email ?? mail.customer.name ?? '').toLowerCase();
  const words = mail.words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const day = words.length < TELLING_LENGTH ? (mail.wroteAt?.slice(0, 10) ?? '') : '';
  const ids = mail.messageIds.map((id) => hash(`id ${id}`));
  // Two forwards that came without words need not be the same.
  return words === '' ? ids : [...ids, hash(`words ${customer} ${day} ${words}`)];
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
