import type { Instant } from '../commands.ts';

const FIRST_HOUR = 9;
const LAST_HOUR = 17;

/**
 * The moment so many working days after that one on the wall clock of the time zone: as late in the day, but within
 * working hours, and never at a weekend. What comes in at a weekend counts from Monday on.
 */
export function workingDaysAfter(at: Instant, days: number, timeZone: string): Instant {
  let moment = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone);
  for (let left = days; left > 0; ) {
    moment = moment.add({ days: 1 });
    if (isWorkingDay(moment)) left -= 1;
  }
  if (moment.hour < FIRST_HOUR) return asInstant(inTheMorning(moment));
  if (moment.hour < LAST_HOUR) return asInstant(moment);
  do moment = moment.add({ days: 1 });
  while (!isWorkingDay(moment));
  return asInstant(inTheMorning(moment));
}

function isWorkingDay({ dayOfWeek }: Temporal.ZonedDateTime): boolean {
  return dayOfWeek <= 5;
}

function inTheMorning(moment: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  return moment.withPlainTime({ hour: FIRST_HOUR });
}

function asInstant(moment: Temporal.ZonedDateTime): Instant {
  return moment.toInstant().toString({ fractionalSecondDigits: 3 });
}
