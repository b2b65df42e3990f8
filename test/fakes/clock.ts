import type { Instant } from '../../src/commands.ts';
import type { Clock } from '../../src/ports.ts';

/** A clock that stands still until it is told to move, in either direction. */
export type ClockDouble = Clock & { set(at: Instant): void; pass(ms: number): void };

export function createClockDouble(at: Instant): ClockDouble {
  let now = Date.parse(at);
  return {
    now: () => new Date(now).toISOString(),
    set(moment) {
      now = Date.parse(moment);
    },
    pass(ms) {
      now += ms;
    },
  };
}
