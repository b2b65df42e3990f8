import { z } from 'zod';

export const askerShape = z.object({
  user: z.string(),
  /** Where it was asked. */
  talk: z.object({ serviceUrl: z.string(), conversation: z.string() }),
  /** That this is the chat with Herald alone. */
  personal: z.boolean(),
  /** The message whose button was pressed, to show the answer in its place; null when it was typed. */
  message: z.string().nullable(),
});

/** Who asked something, and where to answer them. Safe as JSON, since an answer may come after a restart. */
export type Asker = z.infer<typeof askerShape>;
