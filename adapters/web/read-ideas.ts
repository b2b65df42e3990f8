import { z } from 'zod';
import type { Command } from '../../src/commands.ts';

const idea = z.string().min(1).max(100);
const text = z.string().default('');

/** What the page can ask for about ideas. */
export const ideaDoings = [
  z.object({ type: z.literal('propose-idea'), words: text, anyway: z.boolean().default(false) }),
  z.object({ type: z.literal('reword-idea'), idea, words: text }),
  z.object({ type: z.literal('back-idea'), idea, clearing: text }),
  z.object({ type: z.literal('rest-idea'), idea, reason: text }),
  z.object({ type: z.literal('wake-idea'), idea }),
  z.object({ type: z.literal('bring-idea-alive'), idea }),
  z.object({ type: z.literal('withdraw-idea'), idea }),
  z.object({ type: z.literal('lend-hand'), idea }),
  z.object({ type: z.literal('take-hand-back'), idea }),
  z.object({ type: z.literal('link-idea'), idea, story: idea }),
  z.object({ type: z.literal('unlink-idea'), idea, story: idea }),
] as const;

export type IdeaDoing = z.infer<(typeof ideaDoings)[number]>;
type Stamp = Pick<Extract<Command, { by: unknown }>, 'key' | 'by' | 'at'>;

/** What is asked for has the shape of its command; only who asks and when is missing. */
export function ideaCommand(asked: IdeaDoing, stamp: Stamp): Command {
  return { ...stamp, ...asked };
}
