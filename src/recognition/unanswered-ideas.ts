import type { Instant } from '../commands.ts';

/** How long an idea may wait for an answer before Herald speaks of it, once. */
const PATIENCE_DAYS = 14;

/** What was proposed after this moment may still wait. */
export function unansweredBefore(now: Instant): Instant {
  return new Date(Date.parse(now) - PATIENCE_DAYS * 86_400_000).toISOString();
}
