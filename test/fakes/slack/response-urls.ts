// The addresses that let an app answer where a person did something: five times within half an hour.

import type { SlackClock } from './clock.ts';
import { newSecret } from './ids.ts';
import type { Message } from './messages.ts';
import { SlackRefusal } from './refusal.ts';

export type Answering = {
  readonly user: string;
  readonly channel: string;
  /** The message whose button was pressed; null for a command or a shortcut. */
  readonly original: Message | null;
};

const lifetime = 30 * 60_000;
const mostUses = 5;

export function createResponseUrls(clock: SlackClock, base: () => string) {
  const issued = new Map<string, Answering & { readonly at: number; uses: number }>();

  return {
    issue(answering: Answering): string {
      const key = newSecret();
      issued.set(key, { ...answering, at: clock.now(), uses: 0 });
      return `${base()}/response/${key}`;
    },
    /** Throws once it is used up or too old. */
    use(key: string): Answering {
      const one = issued.get(key);
      if (one === undefined || clock.now() - one.at > lifetime) throw new SlackRefusal('expired_url');
      if (one.uses >= mostUses) throw new SlackRefusal('used_url');
      one.uses += 1;
      return one;
    },
  };
}
