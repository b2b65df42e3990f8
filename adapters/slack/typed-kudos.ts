import type { Refusal } from '../../src/views.ts';
import { type Desk, identity, placeOf } from './desk.ts';
import type { Draft, Ready } from './draft.ts';
import type { Known } from './meet.ts';
import { type Mention, type NameFinder, NEEDS_NAMES, readMentions } from './mentions.ts';
import { type Token, tokensOf, usersIn, wordsOf } from './tokens.ts';

type Typed = Extract<Draft, { type: 'typed-kudos' }>;

/** Whom and what a typed text names, once every typed name is known. */
export type Read = {
  readonly heroes: readonly Mention[];
  readonly words: readonly Token[];
  /** Everybody who has to be known before it can be decided, whoever types first. */
  readonly users: readonly string[];
};

export function readTyped(
  { text, user }: Pick<Typed, 'text' | 'user'>,
  botUser: string,
  find: NameFinder | null,
): Read | { readonly refusal: Refusal } | typeof NEEDS_NAMES {
  const tokens = tokensOf(text);
  const [first, ...rest] = tokens;
  // "@Herald @Ana stayed late": whom it is said to is not whom it is about.
  const said = first?.kind === 'user' && first.user === botUser ? rest : tokens;
  const read = readMentions(said, find);
  if (read === NEEDS_NAMES) return read;
  if ('refusal' in read) return { refusal: read.refusal };
  const named = read.heroes.flatMap((hero) => (hero.kind === 'user' ? [hero.user] : []));
  return { ...read, users: [...new Set([user, ...named, ...usersIn(read.words)])] };
}

/** The story that it tells, when all in it are known; groups stand as their members in `heroes`. */
export async function kudosFrom(
  desk: Desk,
  { user, channel }: Typed,
  told: {
    readonly words: readonly Token[];
    readonly heroes: readonly string[];
    readonly known: Known;
    readonly permalink: string | null;
  },
): Promise<Ready> {
  const { words, heroes, known, permalink } = told;
  return {
    type: 'give-kudos',
    by: identity(desk, user),
    heroes: [...new Set(heroes)].map((hero) => identity(desk, hero)),
    words: wordsOf(words, (one) => known.get(one)?.name ?? null),
    whatBroke: null,
    customer: null,
    touchpoint: null,
    audience: 'everyone',
    permalink,
    where: await placeOf(desk, channel),
  };
}
