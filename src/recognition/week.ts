import type { DigestSchedule, Instant, Week } from '../commands.ts';

/** The ISO week that a clock on the wall in this time zone is in at that moment. */
export function weekOf(at: Instant, timeZone: string): Week {
  return weekOfDate(Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate());
}

/** The week a person wrote, such as `2026-W47`; null when no such week exists (2025 has no 53rd). */
export function parseWeek(text: string): Week | null {
  if (!/^\d{4}-W\d{2}$/.test(text)) return null;
  return weekOfDate(mondayOf(text)) === text ? text : null;
}

export function nextWeek(week: Week): Week {
  return weekOfDate(mondayOf(week).add({ weeks: 1 }));
}

export function previousWeek(week: Week): Week {
  return weekOfDate(mondayOf(week).subtract({ weeks: 1 }));
}

/** Whole weeks from the one that holds 1 January 1970: a number that grows by one each week, across years too. */
export function ordinalOf(week: Week): number {
  return mondayOf('1970-W01').until(mondayOf(week), { largestUnit: 'weeks' }).weeks;
}

/**
 * The moment of a schedule within a week. An hour that a change of clocks skips is made up for right after the gap,
 * one that comes twice means its first coming; and a gap at the very end of a week never pushes it into the next.
 */
export function momentIn(week: Week, { minute, hour, weekday, timeZone }: DigestSchedule): Instant {
  const wanted = mondayOf(week)
    .add({ days: weekday - 1 })
    .toPlainDateTime({ hour, minute });
  const moment = asInstant(wanted.toZonedDateTime(timeZone, { disambiguation: 'compatible' }));
  if (weekOf(moment, timeZone) === week) return moment;
  return asInstant(wanted.toZonedDateTime(timeZone, { disambiguation: 'earlier' }));
}

/** ISO 8601: the week that holds 4 January is a year's first. */
function mondayOf(week: Week): Temporal.PlainDate {
  const fourth = Temporal.PlainDate.from({ year: Number(week.slice(0, 4)), month: 1, day: 4 });
  return fourth.subtract({ days: fourth.dayOfWeek - 1 }).add({ weeks: Number(week.slice(6)) - 1 });
}

function weekOfDate(date: Temporal.PlainDate): Week {
  return `${String(date.yearOfWeek).padStart(4, '0')}-W${String(date.weekOfYear).padStart(2, '0')}`;
}

function asInstant(moment: Temporal.ZonedDateTime): Instant {
  return moment.toInstant().toString({ fractionalSecondDigits: 3 });
}
