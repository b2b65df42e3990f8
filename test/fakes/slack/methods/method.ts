import type { z } from 'zod';
import { readArguments } from '../arguments.ts';
import type { Thing } from '../json.ts';
import type { State } from '../state.ts';
import type { TokenKind } from '../tokens.ts';

export type Method = {
  readonly token: TokenKind | 'either';
  /** Any one of these; methods whose scope depends on the conversation check it themselves. */
  readonly scopes: readonly string[];
  /** What Slack answers beside `ok: true`; throws SlackRefusal. */
  readonly run: (given: Thing, state: State) => Thing;
};

export function method<Args>(
  scopes: readonly string[],
  shape: z.ZodType<Args>,
  run: (args: Args, state: State) => Thing,
  token: Method['token'] = 'bot',
): Method {
  return { token, scopes, run: (given, state) => run(readArguments(shape, given), state) };
}
