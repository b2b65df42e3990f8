import type { Whom } from '../../src/questions.ts';
import { type Token, wordsOf } from './said.ts';

/** Whom somebody names behind a word: a mention, or a name typed by hand. */
export function whomIn(tokens: readonly Token[]): Whom {
  const [user, ...more] = tokens.flatMap((token) => (token.kind === 'user' ? [token.user] : []));
  if (user !== undefined && more.length === 0) return { user };
  return { typed: wordsOf(tokens).trim() };
}
