import { IN_WORDS } from './nobody.ts';

type Called = { readonly name: string; readonly accounts: readonly string[] };

/** Shorter ones may be anything else. */
const SHORTEST_ACCOUNT = 6;
const UNSPACED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]{2,}$/u;

/**
 * Somebody's words without a person: their whole name as the directory has it, in any case, their mail addresses and
 * their accounts. Where it is said of them, also each part of their name that is written as a name and that is none of
 * `others`; null where it is not said of them. One name alone ("Will") is a word like any other unless it is said of them.
 */
export function textWithout(text: string, { name, accounts }: Called, others: readonly string[] | null): string {
  if (text === '') return text;
  let rest = text;
  for (const account of accounts.filter(({ length }) => length >= SHORTEST_ACCOUNT)) {
    rest = rest.replace(mentionOf(account), IN_WORDS).replace(wordOf(account, 'giu'), IN_WORDS);
  }
  for (const form of formsOf(name)) {
    if (isWholeName(form)) rest = rest.replace(wordOf(form, 'giu'), IN_WORDS);
    if (others === null) continue;
    for (const part of partsOf(form)) {
      if (!others.includes(part.normalize('NFC'))) rest = rest.replace(wordOf(part, 'gu'), IN_WORDS);
    }
  }
  return rest;
}

/** Texts that have one of these in them may hold the person; for finding where to look. */
export function tracesOf({ name, accounts }: Called): readonly string[] {
  const whole = formsOf(name).filter(isWholeName);
  const spoken = whole.flatMap((form) => [form, form.toLowerCase(), form.toUpperCase()]);
  return [...new Set([...spoken, ...accounts.filter(({ length }) => length >= SHORTEST_ACCOUNT)])];
}

/** The parts of a name that are written as names: "Ana" and "Duarte" of "Ana de Duarte B.". */
export function partsOf(name: string): readonly string[] {
  const parts = name.split(/[\s,;()]+/).map((part) => part.replace(/^\p{P}+|\p{P}+$/gu, ''));
  return parts.filter((part) => part.length > 1 && !(part === part.toLowerCase() && part !== part.toUpperCase()));
}

export function namesOf(names: readonly string[]): readonly string[] {
  return names.flatMap(partsOf).map((part) => part.normalize('NFC'));
}

function formsOf(name: string): readonly string[] {
  return [...new Set([name.normalize('NFC'), name.normalize('NFD')])].filter((form) => form.trim() !== '');
}

function isWholeName(name: string): boolean {
  return /\S\s+\S/.test(name.trim()) || UNSPACED.test(name.trim());
}

/** Finds a word where it stands by itself. */
export function wordOf(word: string, flags: string): RegExp {
  const spelled = word.trim().split(/\s+/).map(RegExp.escape).join('\\s+');
  if (UNSPACED.test(word.trim())) return new RegExp(`@?${spelled}`, flags);
  return new RegExp(`@?(?<![\\p{L}\\p{M}\\p{N}])${spelled}(?![\\p{L}\\p{M}\\p{N}])`, flags);
}

/** As a platform writes that somebody is meant. */
function mentionOf(account: string): RegExp {
  return new RegExp(`<@${RegExp.escape(account)}(?:\\|[^>]*)?>|<at[^>]*>${RegExp.escape(account)}</at>`, 'gu');
}
