import type { Instant } from '../commands.ts';

/** How long an obstacle may wait for an owner before it is put before those who manage again, once. */
const PATIENCE_DAYS = 14;
/** What came in without a name is spoken of in the morning: the hour says nothing of when it came. */
const MORNING = 9;

/** What waits since after this moment need not be looked at yet. */
export function unownedBefore(now: Instant): Instant {
  return new Date(Date.parse(now) - PATIENCE_DAYS * 86_400_000).toISOString();
}

/** The day it is there, as `2026-11-23`. */
export function dayThere(now: Instant, timeZone: string): string {
  return Temporal.Instant.from(now).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** Whether those who manage may be spoken to by now: from the morning on. */
export function isMorning(now: Instant, timeZone: string): boolean {
  return Temporal.Instant.from(now).toZonedDateTimeISO(timeZone).hour >= MORNING;
}
