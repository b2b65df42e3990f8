import { z } from 'zod';
import { type Seed, seedShape } from './seed.ts';

export const askerShape = z.object({
  user: z.string(),
  /** Where it was asked; null when nowhere in particular. */
  channel: z.string().nullable(),
  /** The thread of it that they spoke in; there they look for the answer. */
  thread: z.string().nullable().default(null),
  /** That this is the direct conversation with Herald. */
  direct: z.boolean(),
  /** Takes answers for a while (see limits). */
  responseUrl: z.string().nullable(),
  /** The answer takes the place of the private message whose button was pressed. */
  replaces: z.boolean(),
  /** The modal that shows the answer, when it was asked in one. */
  modal: z.string().nullable(),
  /** What was typed and chosen, for the form that helps after a "no". */
  seed: seedShape,
});

/** Who asked something, and the ways to answer them. Safe as JSON, since an answer may come after a restart. */
export type Asker = z.infer<typeof askerShape>;

export function askerOf(user: string, more: Partial<Asker> = {}): Asker {
  const nowhere = {
    channel: null,
    thread: null,
    direct: false,
    responseUrl: null,
    replaces: false,
    modal: null,
    seed: {} as Seed,
  };
  return { ...nowhere, ...more, user };
}
