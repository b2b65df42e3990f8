import type { Instant, Week } from '../../commands.ts';
import { momentIn, nextWeek, ordinalOf, previousWeek, weekOf } from '../week.ts';

/** So many weeks are shown at once. */
export const WEEKS_SHOWN = 12;

/** People are counted for so many weeks together, which follow each other without overlapping. */
const SPAN_WEEKS = 4;

/** The first of the four weeks that this one belongs to, the same for everybody. */
export function spanOf(week: Week): Week {
  return weeksBefore(week, ordinalOf(week) % SPAN_WEEKS);
}

export function endsSpan(week: Week): boolean {
  return ordinalOf(week) % SPAN_WEEKS === SPAN_WEEKS - 1;
}

export function weeksBefore(week: Week, weeks: number): Week {
  return weeks === 0 ? week : weeksBefore(previousWeek(week), weeks - 1);
}

/** The twelve weeks that were over at this moment, oldest first. */
export function weeksShown(now: Instant, timeZone: string): readonly Week[] {
  const weeks = [weeksBefore(weekOf(now, timeZone), WEEKS_SHOWN)];
  while (weeks.length < WEEKS_SHOWN) weeks.push(nextWeek(weeks.at(-1) ?? ''));
  return weeks;
}

/** The next week to count; null when that one is not over. What is older than all that is shown is not made up for. */
export function pulseDue(known: {
  readonly last: Week | null;
  readonly foundedAt: Instant;
  readonly now: Instant;
  readonly timeZone: string;
}): Week | null {
  const { last, foundedAt, now, timeZone } = known;
  const [oldest = ''] = weeksShown(now, timeZone);
  const next = last === null ? weekOf(foundedAt, timeZone) : nextWeek(last);
  const due = [next, oldest].toSorted().at(-1) ?? next;
  return due < weekOf(now, timeZone) ? due : null;
}

/** When a week begins. */
export function startOf(week: Week, timeZone: string): Instant {
  return momentIn(week, { minute: 0, hour: 0, weekday: 1, timeZone });
}

/** Its Monday, as `2026-11-16`. */
export function firstDayOf(week: Week): string {
  return startOf(week, 'UTC').slice(0, 'yyyy-mm-dd'.length);
}
