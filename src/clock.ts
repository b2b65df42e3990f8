import type { Clock } from './ports.ts';

/** Real time, or ahead of it by as much as the sandbox has moved its own clock. */
export function createClock(): Clock & { aheadBy(ms: number): void } {
  let ahead = 0;
  return {
    now: () => new Date(Date.now() + ahead).toISOString(),
    aheadBy(ms) {
      ahead = ms;
    },
  };
}
