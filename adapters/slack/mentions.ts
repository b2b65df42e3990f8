import type { Refusal } from '../../src/views.ts';
import type { Token } from './tokens.ts';

/** Whom a typed text is about, in the order named; and its words, less the names that begin it. */
export type Mentions = { readonly heroes: readonly Mention[]; readonly words: readonly Token[] };

export type Mention =
  | { readonly kind: 'user'; readonly user: string }
  | { readonly kind: 'group'; readonly group: string; readonly label: string | null };

/** Finds whose name stands at the beginning of a text, after the @. */
export type NameFinder = (
  text: string,
) => { readonly user: string; readonly length: number } | { readonly refusal: Refusal };

const BETWEEN = /^[\s,;:]*(?:(?:and|&|\+)\s+)?(?=@|$)/i;
const AFTER = /^[\s,;:]+/;

/** A name that could not be found, with what was understood before it and all that is left to read. */
type Unfound = Mentions & { readonly refusal: Refusal };

/** A name was typed without picking it from the list: it has to be looked up first. */
export const NEEDS_NAMES = 'needs-names';

/**
 * Names that begin a text ("@Ana and @Ben stayed late") are taken out of it; when none does, those within it count and
 * stay ("Thanks to @Ana!"). Without a finder for typed names it may answer that it needs one.
 */
export function readMentions(
  tokens: readonly Token[],
  find: NameFinder | null,
): Mentions | Unfound | typeof NEEDS_NAMES {
  const heroes: Mention[] = [];
  let rest = [...tokens];
  for (;;) {
    const [head, ...tail] = rest;
    if (head === undefined) break;
    if (head.kind !== 'text') {
      heroes.push(mentionOf(head));
      rest = tail;
      continue;
    }
    const text = head.text.replace(BETWEEN, '');
    if (text === '' && tail.length > 0 && tail[0]?.kind !== 'text') {
      rest = tail;
      continue;
    }
    if (!/^@[\p{L}\p{N}]/u.test(text)) break;
    if (find === null) return NEEDS_NAMES;
    const found = find(text);
    if ('refusal' in found) return { ...found, heroes, words: [{ kind: 'text', text }, ...tail] };
    heroes.push({ kind: 'user', user: found.user });
    rest = [{ kind: 'text', text: text.slice(found.length) }, ...tail];
  }
  if (heroes.length > 0) return { heroes, words: withoutLead(rest) };
  return mentionsWithin(rest, find);
}

function withoutLead([head, ...tail]: readonly Token[]): readonly Token[] {
  if (head?.kind !== 'text') return head === undefined ? [] : [head, ...tail];
  return [{ kind: 'text', text: head.text.replace(AFTER, '') }, ...tail];
}

function mentionOf(token: Exclude<Token, { kind: 'text' }>): Mention {
  return token.kind === 'user' ? { kind: 'user', user: token.user } : token;
}

const TYPED_WITHIN = /(?<=^|[\s(“"'])@(?=\p{L})/gu;

function mentionsWithin(tokens: readonly Token[], find: NameFinder | null): Mentions | Unfound | typeof NEEDS_NAMES {
  const picked = tokens.flatMap((token) => (token.kind === 'text' ? [] : [mentionOf(token)]));
  if (picked.length > 0) return { heroes: picked, words: tokens };
  const text = tokens.map((token) => (token.kind === 'text' ? token.text : '')).join('');
  const signs = [...text.matchAll(TYPED_WITHIN)];
  if (signs.length === 0) return { heroes: [], words: tokens };
  if (find === null) return NEEDS_NAMES;
  const heroes: Mention[] = [];
  for (const { index } of signs) {
    const found = find(text.slice(index));
    if (!('refusal' in found)) heroes.push({ kind: 'user', user: found.user });
    else if (found.refusal.type === 'refusal' && found.refusal.reason === 'name-ambiguous')
      return { ...found, heroes, words: tokens };
  }
  return { heroes, words: tokens };
}
