import { z } from 'zod';
import { BUTTON_VALUE } from './limits.ts';

/** What stands behind a form, and shows what became of it once the form is sent. */
const behindShape = z.discriminatedUnion('kind', [
  /** A private message; its address takes another in its place. */
  z.object({ kind: z.literal('private'), url: z.string() }),
  /** One that may itself stand on the Home tab. */
  z.object({ kind: z.literal('modal'), view: z.string() }),
  z.object({ kind: z.literal('home') }),
  /** A message of the outbox, which is brought up to date by itself. */
  z.object({ kind: z.literal('standing') }),
]);

export const seedShape = z.object({
  words: z.string().optional(),
  /** Stands for words that are too long to travel: they are among the kept ones. */
  keptWords: z.string().optional(),
  heroes: z.array(z.string()).optional(),
  /** The channel where the story is told at once, when it may be. */
  where: z.string().optional(),
  permalink: z.string().optional(),
  nomination: z.string().optional(),
  /** The nominated message within its channel. */
  message: z.string().optional(),
  /** The story or praise that the form is about. */
  about: z.string().optional(),
  /** Which form takes it from there, when it is not the one for a story. */
  form: z.enum(['obstacle', 'idea']).optional(),
  behind: behindShape.optional(),
});

/** What a form begins with. Travels in a button's value or a modal's private metadata. */
export type Seed = z.infer<typeof seedShape>;

/** The seed as text that fits; words too long for it are left to whoever keeps them. */
export function written(given: Seed, limit: number = BUTTON_VALUE): string {
  const whole = JSON.stringify(given);
  if (whole.length <= limit) return whole;
  const { words: _tooLong, ...rest } = given;
  const without = JSON.stringify(rest);
  return without.length <= limit ? without : '{}';
}

export function fits(given: Seed): boolean {
  return JSON.stringify(given).length <= BUTTON_VALUE;
}

export function readSeed(text: string): Seed {
  try {
    const { success, data } = seedShape.safeParse(JSON.parse(text));
    return success ? data : {};
  } catch {
    return {};
  }
}
