// Reads who wrote, from a value as mail programs print it: "Jane Sample <jane@example.com>",
// "Jane Sample [mailto:jane@example.com]", "<jane@example.com<mailto:jane@example.com>>", or a name alone.

import { folded } from '../text.ts';

export type Mailbox = {
  readonly name: string | null;
  readonly email: string | null;
  /** False when the address is a robot's or a list's that wrote for the person. */
  readonly own: boolean;
};

/** "tool@example.com on behalf of Jane Sample": the person stands behind these words. */
const ON_BEHALF_OF: readonly string[] = [
  ' on behalf of ',
  ' im auftrag von ',
  ' de la part de ',
  ' en nombre de ',
  ' namens ',
  ' per conto di ',
  ' em nome de ',
  ' w imieniu ',
  ' för ',
  ' på vegne af ',
  ' på vegne av ',
  ' от имени ',
  ' 代表 ',
];
const LONGEST = 400;

export function readMailbox(value: string): Mailbox {
  const plain = value
    .slice(0, LONGEST)
    .replace(/[*\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const lower = ` ${plain.toLowerCase()} `;
  for (const words of ON_BEHALF_OF) {
    const at = lower.indexOf(words);
    if (at > 0) return actingFor(plain.slice(0, at), plain.slice(at + words.length - 1));
  }
  return viaList(plainMailbox(plain));
}

function actingFor(robot: string, person: string): Mailbox {
  const behind = plainMailbox(person);
  if (behind.email !== null) return behind;
  const front = plainMailbox(robot);
  return { name: behind.name ?? front.name, email: front.email, own: false };
}

function plainMailbox(text: string): Mailbox {
  const email = firstAddress(text);
  if (email === null) return { name: cleanName(text), email: null, own: true };
  const before = text.slice(0, text.indexOf(email)).replace(/(?:mailto:|[<[(\s"'])+$/i, '');
  const name = cleanName(before.replace(/[<[(].*$/, '')) ?? nameBehind(text, email);
  return { name, email, own: true };
}

/** Mailing lists write "'Jane Sample' via Support <support@example.com>". */
function viaList(mailbox: Mailbox): Mailbox {
  const at = mailbox.name?.indexOf(' via ') ?? -1;
  if (mailbox.name === null || mailbox.email === null || at <= 0) return mailbox;
  return { name: cleanName(mailbox.name.slice(0, at)), email: mailbox.email, own: false };
}

/** "jane@example.com (Jane Sample)". */
function nameBehind(text: string, email: string): string | null {
  const behind = text.slice(text.indexOf(email) + email.length);
  const open = behind.indexOf('(');
  const close = behind.indexOf(')', open);
  return open >= 0 && close > open ? cleanName(behind.slice(open + 1, close)) : null;
}

export function firstAddress(text: string): string | null {
  for (const word of text.split(/[\s<>[\](),;"'|]+/)) {
    const address = word.replace(/^mailto:/i, '').replace(/[.:]+$/, '');
    if (isAddress(address)) return address;
  }
  return null;
}

function isAddress(word: string): boolean {
  const at = word.lastIndexOf('@');
  return (
    at > 0 && at < word.length - 1 && word.length <= 254 && !word.slice(0, at).includes('@') && !word.includes('/')
  );
}

function cleanName(text: string): string | null {
  const name = text.replace(/^[\s"'“”„«»‘’,;:<>[\]()\\]+|[\s"'“”„«»‘’,;:<>[\](\\]+$/g, '').replace(/\\"/g, '"');
  return name === '' || name.includes('@') || !/[\p{L}\p{N}]/u.test(name) ? null : name;
}

/** A web form's or a ticket system's address: whoever wrote stands somewhere in the words. */
export function isRobot(email: string): boolean {
  return /^(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|donotreply|noanswer|notifications?|mailer)\b/i.test(email);
}

/** The same person, as far as two mailboxes can tell. */
export function isSamePerson(one: Mailbox, other: Mailbox): boolean {
  if (one.email !== null && other.email !== null) return one.email.toLowerCase() === other.email.toLowerCase();
  return one.name !== null && other.name !== null && folded(one.name) === folded(other.name);
}
