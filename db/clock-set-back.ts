import type { Instant } from '../src/commands.ts';

const LONGEST_WAIT_MS = 3_600_000;

/** A due time beyond this was written before the clock went back: such a row is due. */
export function tooFarAhead(now: Instant): Instant {
  return new Date(Date.parse(now) + LONGEST_WAIT_MS).toISOString();
}
