import { type NameFinder, NEEDS_NAMES, readMentions } from './mentions.ts';
import type { Seed } from './seed.ts';
import { type Token, tokensOf, wordsOf } from './tokens.ts';

/** Finds nobody: a typed name is then where the words begin. */
const nobody: NameFinder = (text) => ({ refusal: { type: 'refusal', reason: 'person-unknown', name: text } });

/**
 * What a typed text brings into the form: whom it names, as far as that is clear, and the words as everybody reads
 * them. A name that fits nobody may be a word of the story, and stays; one that fits several is chosen in the form.
 */
export function seedOf(text: string, find: NameFinder = nobody): Seed {
  const tokens = tokensOf(text);
  const read = readMentions(tokens, find);
  if (read === NEEDS_NAMES) return { words: wordsOf(tokens, () => null) };
  const heroes = read.heroes.flatMap((hero) => (hero.kind === 'user' ? [hero.user] : []));
  const words = wordsOf('refusal' in read ? withoutNamesakes(read) : read.words, () => null);
  return { words, ...(heroes.length === 0 ? {} : { heroes: [...new Set(heroes)] }) };
}

type Unfound = Extract<ReturnType<typeof readMentions>, { refusal: unknown }>;

function withoutNamesakes({ refusal, words }: Unfound): readonly Token[] {
  const [head, ...tail] = words;
  if (refusal.reason !== 'name-ambiguous' || head?.kind !== 'text' || !head.text.startsWith(`@${refusal.name}`)) {
    return words;
  }
  return [{ kind: 'text', text: head.text.slice(1 + refusal.name.length).replace(/^[\s,;:]+/, '') }, ...tail];
}
