import type { Instant, Week } from '../commands.ts';

/** "Monday 23 November, 9:00": a moment near today, on the wall clock of a time zone. */
export function dayAndTime(at: Instant, timeZone: string): string {
  const { weekday, day, month, hour, minute } = wallClock(at, timeZone);
  return `${weekday} ${day} ${month}, ${hour}:${minute}`;
}

/** "Monday 9:00", for a moment within a week. */
export function weekdayAndTime(at: Instant, timeZone: string): string {
  const { weekday, hour, minute } = wallClock(at, timeZone);
  return `${weekday} ${hour}:${minute}`;
}

/** "23 November 2026". */
export function date(at: Instant, timeZone: string): string {
  const { day, month, year } = wallClock(at, timeZone);
  return `${day} ${month} ${year}`;
}

/** "week 47" of `2026-W47`. */
export function weekName(week: Week): string {
  return `week ${Number(week.slice(6))}`;
}

type WallClock = Record<'weekday' | 'day' | 'month' | 'year' | 'hour' | 'minute', string>;

/** The last one read: what is told now is told in many messages, and reading the clock takes longer than all their words. */
let read: { readonly minute: string; readonly timeZone: string; readonly clock: WallClock } | null = null;

function wallClock(at: Instant, timeZone: string): WallClock {
  const minute = at.slice(0, 'yyyy-mm-ddThh:mm'.length);
  if (read?.minute !== minute || read.timeZone !== timeZone)
    read = { minute, timeZone, clock: readClock(at, timeZone) };
  return read.clock;
}

function readClock(at: Instant, timeZone: string): WallClock {
  const parts = formatOf(timeZone).formatToParts(Date.parse(at));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  return {
    weekday: part('weekday'),
    day: part('day'),
    month: part('month'),
    year: part('year'),
    hour: String(Number(part('hour'))),
    minute: part('minute'),
  };
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  formats.set(timeZone, format);
  return format;
}
