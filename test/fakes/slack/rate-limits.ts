// Slack's patience: about one message a second and channel, with a short burst allowed.

import type { SlackClock } from './clock.ts';

export function createRateLimits(clock: SlackClock) {
  const lastAt = new Map<string, number>();
  let perSecond = false;
  let refused = 0;

  return {
    /** From now on a second message within a second in one channel is refused. */
    enforce() {
      perSecond = true;
    },
    refused: () => refused,
    /** Seconds to wait before a message may go to this channel; null when it may go now. */
    toWait(channel: string): number | null {
      if (!perSecond) return null;
      const now = clock.now();
      const rest = (lastAt.get(channel) ?? 0) + 1000 - now;
      if (rest > 0) {
        refused += 1;
        return Math.ceil(rest / 1000);
      }
      lastAt.set(channel, now);
      return null;
    },
  };
}
