import type { Instant } from './commands.ts';

/** Waits between tries: 1 s, 2 s, 4 s … 5 min. */
const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 300_000;

/** When to try again after the try of this number, from 1. */
export function tryAgainAt(now: Instant, attempt: number): Instant {
  const wait = Math.min(FIRST_WAIT_MS * 2 ** (attempt - 1), LONGEST_WAIT_MS);
  return new Date(Date.parse(now) + wait).toISOString();
}
