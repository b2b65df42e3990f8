import { NEEDS_NAMES, readMentions } from './mentions.ts';
import type { Seed } from './seed.ts';
import { tokensOf, wordsOf } from './tokens.ts';

/** What a typed text brings into the form: who was picked from the list, and the words as everybody reads them. */
export function seedOf(text: string): Seed {
  const tokens = tokensOf(text);
  const read = readMentions(tokens, null);
  if (read === NEEDS_NAMES || 'refusal' in read) return { words: wordsOf(tokens, () => null) };
  const heroes = read.heroes.flatMap((hero) => (hero.kind === 'user' ? [hero.user] : []));
  return { words: wordsOf(read.words, () => null), ...(heroes.length === 0 ? {} : { heroes }) };
}
