import { randomUUID } from 'node:crypto';

/** As many as somebody may still come back to. */
const KEPT = 200;

/**
 * What people typed that is too long for a button and stands in a private message, which Slack does not send along
 * with a click. Kept for the form that the button opens; after a restart the words are to be copied from the message.
 */
export function createKeptWords() {
  const kept = new Map<string, string>();
  return {
    keep(words: string): string {
      const id = randomUUID();
      kept.set(id, words);
      const [oldest] = kept.keys();
      if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
      return id;
    },
    /** Undefined when they are not there any more. */
    read: (id: string | undefined): string | undefined => (id === undefined ? undefined : kept.get(id)),
  };
}

export type KeptWords = ReturnType<typeof createKeptWords>;
