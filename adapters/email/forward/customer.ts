// Which of a mail's letters is the customer's. From the outside in: the forwarder, perhaps colleagues, the customer,
// and below, what the customer quotes of us.

import { tidyLines } from '../text.ts';
import type { Letter } from './letters.ts';
import { isSamePerson, type Mailbox } from './mailbox.ts';
import { hasForwardPrefix } from './subject.ts';
import { wordsOf } from './words.ts';

export type Choice = {
  readonly letter: Letter;
  readonly words: string;
  /** False when the mail's shape left a doubt that a person should settle. */
  readonly sure: boolean;
};

/** What the outer mail's headers tell beside its text. */
export type Envelope = { readonly subject: string; readonly recipients: readonly string[] };

type Read = { readonly letter: Letter; readonly words: string; readonly ours: boolean };

/** Domains where the same domain does not mean the same company. */
const SHARED_DOMAINS =
  /^(?:gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|aol|icloud|me|mac|gmx|web|t-online|freenet|proton|protonmail|mail|yandex|qq|163|126|naver|daum|hanmail|orange|free|wanadoo|laposte|libero|tiscali|virgilio|uol|bol|terra|ziggo|kpnmail|wp|o2|onet|seznam|rambler|zoho|fastmail|hey)\.[a-z]{2,3}(?:\.[a-z]{2})?$/;

/** Chooses among the letters; the first is the forwarder's own. Null when none of them is a customer's. */
export function chooseCustomer(letters: readonly Letter[], envelope: Envelope): Choice | null {
  const forwarder = letters[0]?.author ?? null;
  const below = letters.slice(1);
  const direct = letters[0];
  if (direct !== undefined && isWrittenToUs(direct, below[0], envelope)) {
    return { letter: direct, words: wordsOf(direct.lines), sure: false };
  }
  const strangers = below.some((letter) => letter.author?.email != null && !isOurs(letter.author, forwarder));
  const read: Read[] = below.map((letter) => ({
    letter,
    words: shownOf(letter),
    ours: isOurs(letter.author, forwarder) || (strangers && isInternalName(letter)),
  }));
  const lastStranger = read.findLastIndex(({ words, ours }) => words !== '' && !ours);
  if (lastStranger < 0) return withoutStranger(read, envelope.subject);
  const at = read.findIndex((_, index) => index === lastStranger || isTheCustomers(read, index));
  const chosen = read[at];
  if (chosen === undefined || isOneOfMany(chosen.letter, below)) return null;
  const outerReply = at === 0 && chosen.letter.via === 'reply';
  const passedNames = read.slice(0, at).some(({ letter }) => letter.author?.email === null);
  const sure = !outerReply && !passedNames && chosen.letter.via !== 'bare';
  return { letter: chosen.letter, words: chosen.words, sure };
}

/**
 * The customer's mail itself, not forwarded: all it goes to is the house of the colleague whom it quotes below. A
 * colleague's reply to the customer, which Herald got a copy of, is also addressed to Herald's house.
 */
function isWrittenToUs(outer: Letter, quoted: Letter | undefined, { subject, recipients }: Envelope): boolean {
  if (quoted === undefined || (quoted.via !== 'reply' && quoted.via !== 'block') || hasForwardPrefix(subject))
    return false;
  const { author } = quoted;
  if (author?.email == null || outer.author?.email == null || isOurs(outer.author, author)) return false;
  return recipients.length > 0 && recipients.every((email) => isOurs({ name: null, email, own: true }, author));
}

/** A nameless piece of a thread whose other pieces have names: better the whole than a wrong piece. */
function isOneOfMany({ author, via }: Letter, below: readonly Letter[]): boolean {
  return author === null && via === 'bare' && below.length > 1;
}

/** Nothing is cut from a letter that nobody is known to have written: a person has to look at it anyway. */
function shownOf({ author, lines }: Letter): string {
  return author === null ? tidyLines(lines) : wordsOf(lines);
}

function isTheCustomers(read: readonly Read[], at: number): boolean {
  const one = read[at];
  // Below a separator that says nobody's name, somebody who is named wrote the rest.
  if (one === undefined || one.ours || one.words === '' || one.letter.author === null) return false;
  if (one.letter.via !== 'reply' && hasForwardPrefix(one.letter.subject ?? '')) return false;
  return read[at + 1]?.letter.via !== 'forward';
}

/**
 * A forward without words is the stranger's all the same. Where all are colleagues, what was clearly forwarded
 * counts, since colleagues praise each other, too; a reply to ourselves does not.
 */
function withoutStranger(read: readonly Read[], outerSubject: string): Choice | null {
  const letters = read.filter(({ letter }) => letter.via !== 'reply');
  const empty = letters.findLast(({ ours, letter }) => !ours && letter.author !== null);
  if (empty !== undefined) return { letter: empty.letter, words: '', sure: false };
  const forwarded = letters.some(({ letter }) => letter.via === 'forward' || letter.via === 'attached');
  if (!forwarded && !hasForwardPrefix(outerSubject)) return null;
  const last = letters.findLast(({ words }) => words !== '') ?? letters.at(-1);
  return last === undefined ? null : { letter: last.letter, words: last.words, sure: false };
}

function isOurs(author: Mailbox | null, forwarder: Mailbox | null): boolean {
  if (author === null || forwarder === null) return false;
  if (isSamePerson(author, forwarder)) return true;
  const domain = domainOf(author);
  return domain !== null && domain === domainOf(forwarder) && !SHARED_DOMAINS.test(domain);
}

/** Outlook prints colleagues without their addresses and strangers with; a bare name among addresses is a colleague. */
function isInternalName(letter: Letter): boolean {
  return letter.author !== null && letter.author.email === null;
}

function domainOf(mailbox: Mailbox): string | null {
  return mailbox.email?.split('@').at(-1)?.toLowerCase() ?? null;
}
