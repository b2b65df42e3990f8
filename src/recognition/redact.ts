import type { ForwardedMail } from '../commands.ts';
import { accountNumbers } from './account-numbers.ts';
import { cardNumbers } from './card-numbers.ts';
import { blanked, digitRuns, plainDigits, type Span } from './digit-runs.ts';
import { phoneNumbers } from './phone-numbers.ts';
import { PRAISE_LIMIT } from './words.ts';

const MARKS = {
  phone: '[phone number removed]',
  card: '[card number removed]',
  account: '[account number removed]',
} as const;

/** Of a longer text nothing beyond is kept anyway. */
const READ = 2 * PRAISE_LIMIT;

type Found = Span & { readonly mark: string };

/**
 * A customer's text without phone, card and account numbers; a mark stands where each was. Dates, times, prices and
 * order numbers stay. Its time grows with the text's length alone, whatever stands in it.
 */
export function redact(text: string): string {
  if (!/\p{Nd}/u.test(text)) return text;
  const plain = plainDigits(text);
  const accounts = accountNumbers(plain);
  const withoutAccounts = blanked(plain, accounts);
  const cards = digitRuns(withoutAccounts).flatMap(cardNumbers);
  const phones = phoneNumbers(blanked(withoutAccounts, cards));
  const found = [...marked(accounts, MARKS.account), ...marked(cards, MARKS.card), ...marked(phones, MARKS.phone)];
  return replaced(
    text,
    found.toSorted((one, other) => one.from - other.from),
  );
}

/** A mail as it may be stored. The customer's address stays: it is kept apart, and expires. */
export function redactMail(mail: ForwardedMail): ForwardedMail {
  const { name, email } = mail.customer;
  const isNumber = name !== null && redact(name) !== name;
  return {
    ...mail,
    words: redact(mail.words.slice(0, READ)),
    note: redact(mail.note.slice(0, READ)),
    subject: mail.subject === null ? null : redact(mail.subject.slice(0, READ)),
    customer: { name: isNumber ? null : name, email },
    unsure: isNumber && !mail.unsure.includes('name') ? [...mail.unsure, 'name'] : mail.unsure,
  };
}

function marked(spans: readonly Span[], mark: string): readonly Found[] {
  return spans.map((span) => ({ ...span, mark }));
}

function replaced(text: string, found: readonly Found[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { from: start, to, mark } of found) {
    parts.push(text.slice(from, start), mark);
    from = to;
  }
  return parts.join('') + text.slice(from);
}
