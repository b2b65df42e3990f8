import type { Whom } from '../../src/questions.ts';
import { tokensOf, wordsOf } from './tokens.ts';

/** Whom somebody names behind a command: a mention, or a name typed by hand. */
export function whomIn(typed: string): Whom {
  const tokens = tokensOf(typed.trim());
  const [first, ...more] = tokens;
  if (first?.kind === 'user' && more.length === 0) return { user: first.user };
  return { typed: wordsOf(tokens, () => null) };
}
