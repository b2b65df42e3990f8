import { join } from 'node:path';
import type { DigestSchedule, Instant } from '../../../src/commands.ts';
import { openCalendar } from '../calendar.ts';
import { createTally, type Row, type Tally } from '../row.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const WEEK = 7 * 24 * HOUR;

/** They shift by an hour or by half of one, at midnight or at two, in either half of the year; two do not shift at all. */
const ZONES = [
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'America/St_Johns',
  'America/Havana',
  'America/Santiago',
  'America/Asuncion',
  'Atlantic/Azores',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Asia/Beirut',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Australia/Sydney',
  'Pacific/Auckland',
];
const ZONES_QUICK = ['Europe/Berlin', 'Africa/Cairo', 'Australia/Lord_Howe'];

const FROM = '2026-01-01T00:00:00.000Z';
const YEARS = 2;

export const daylight: Row = {
  number: 14,
  fault: 'DST gap and overlap, 15 zones over 2 years',
  async play({ quick, folder }) {
    const tally = createTally();
    if (quick) tally.note(`only ${ZONES_QUICK.join(', ')}, and one year`);
    for (const zone of quick ? ZONES_QUICK : ZONES) {
      const until = new Date(Date.parse(FROM) + (quick ? 53 : YEARS * 52 + 2) * WEEK).toISOString();
      for (const [what, schedule] of schedulesIn(zone, until)) {
        await live(join(folder, `${zone.replaceAll('/', '-')}-${what}.db`), what, schedule, until, tally);
      }
    }
    return tally.outcome();
  },
};

/** One schedule in the middle of the first gap, one in the middle of the first overlap; an ordinary one without either. */
function schedulesIn(timeZone: string, until: Instant): readonly (readonly [string, DigestSchedule])[] {
  const found: [string, DigestSchedule][] = [];
  for (const shift of shiftsIn(timeZone, until)) {
    const what = shift.gained > 0 ? 'gap' : 'overlap';
    if (found.some(([known]) => known === what)) continue;
    // On a clock that nobody had changed: within what a gap skips, and within what an overlap repeats.
    const offset = shift.gained > 0 ? shift.before : shift.after;
    const wall = new Date(shift.at + (offset + Math.abs(shift.gained) / 2) * MINUTE);
    const weekday = wall.getUTCDay() || 7;
    found.push([what, { minute: wall.getUTCMinutes(), hour: wall.getUTCHours(), weekday, timeZone }]);
  }
  return found.length > 0 ? found : [['no shift', { minute: 30, hour: 2, weekday: 7, timeZone }]];
}

type Shift = {
  readonly at: number;
  readonly before: number;
  readonly after: number;
  /** By how many minutes the clocks were put forward. */
  readonly gained: number;
};

/** Every change of the clocks, found by looking at each hour's offset: no rule of ours is asked. */
function shiftsIn(timeZone: string, until: Instant): readonly Shift[] {
  const shifts: Shift[] = [];
  const end = Date.parse(until);
  for (let at = Date.parse(FROM); at < end; at += 24 * HOUR) {
    if (offsetAt(at, timeZone) === offsetAt(at + 24 * HOUR, timeZone)) continue;
    let moment = at;
    while (offsetAt(moment, timeZone) === offsetAt(at, timeZone)) moment += MINUTE;
    const before = offsetAt(at, timeZone);
    const after = offsetAt(moment, timeZone);
    shifts.push({ at: moment, before, after, gained: after - before });
  }
  return shifts;
}

function offsetAt(moment: number, timeZone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(timeZone).offsetNanoseconds / 6e10;
}

async function live(file: string, what: string, schedule: DigestSchedule, until: Instant, tally: Tally): Promise<void> {
  const { timeZone } = schedule;
  const trial = `${timeZone}, ${what} (${schedule.weekday}. day, ${schedule.hour}:${schedule.minute})`;
  const calendar = await openCalendar(file, schedule, FROM);
  const expected = new Map<string, string>();
  for (const [number, moment] of ticks(schedule, until).entries()) {
    calendar.clock.set(new Date(moment).toISOString());
    const week = isoWeek(moment, timeZone);
    if (!expected.has(week)) {
      expected.set(week, `Story ${number} of ${week}.`);
      await calendar.tellStory(`Story ${number} of ${week}.`);
    }
    await calendar.tick();
  }
  // The first and the last week are cut off by the calendar's ends.
  const whole = [...expected.keys()].slice(1, -1);
  tally.tried(whole.length);
  for (const week of whole) {
    const tellings = calendar.told.filter((telling) => telling.week === week);
    if (tellings.length === 0) tally.lose(`${trial}: nothing in ${week}`);
    if (tellings.length > 1) tally.double(`${trial}: ${tellings.length} digests in ${week}`);
    tally.hold(
      tellings.every(({ at }) => isoWeek(Date.parse(at), timeZone) === week && isOnTime(at, schedule)),
      `${trial}: ${week} was told at ${tellings.map(({ at }) => inZone(at, timeZone)).join()}`,
    );
  }
  const words = calendar.told.flatMap((telling) => telling.words);
  if (new Set(words).size !== words.length) tally.double(`${trial}: a story in two digests`);
  for (const week of whole.slice(0, -1)) {
    if (!words.includes(expected.get(week) ?? '')) tally.lose(`${trial}: the story of ${week}`);
  }
  await calendar.close();
}

/** At the wanted time on the wall; where the clocks skip that, right after they were changed. */
function isOnTime(at: Instant, { hour, minute, timeZone }: DigestSchedule): boolean {
  const shown = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone);
  if (shown.hour === hour && shown.minute === minute) return true;
  const gained = (offsetAt(Date.parse(at), timeZone) - offsetAt(Date.parse(at) - 2 * HOUR, timeZone)) * MINUTE;
  const wanted = shown.startOfDay().epochMilliseconds + (hour * 60 + minute) * MINUTE;
  return gained > 0 && Math.abs(Date.parse(at) - wanted) <= gained;
}

/** Every minute around the wanted time of each week and around each change of the clocks; every few hours otherwise. */
function ticks(schedule: DigestSchedule, until: Instant): readonly number[] {
  const end = Date.parse(until);
  const moments = new Set<number>();
  for (let at = Date.parse(FROM); at < end; at += 5 * HOUR) moments.add(at);
  for (const { at } of shiftsIn(schedule.timeZone, until)) {
    for (let moment = at - 2 * HOUR; moment <= at + 3 * HOUR; moment += MINUTE) moments.add(moment);
  }
  const { timeZone, weekday, hour, minute } = schedule;
  for (let at = Date.parse(FROM); at < end; at += 24 * HOUR) {
    const day = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
    if (day.dayOfWeek !== weekday) continue;
    const wanted = day.toPlainDate().toZonedDateTime({ timeZone, plainTime: { hour, minute } }).epochMilliseconds;
    for (let moment = wanted - 5 * MINUTE; moment <= wanted + 5 * MINUTE; moment += MINUTE) moments.add(moment);
  }
  return [...moments].toSorted((one, other) => one - other);
}

function isoWeek(moment: number, timeZone: string): string {
  const day = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(timeZone);
  return `${day.yearOfWeek}-W${String(day.weekOfYear).padStart(2, '0')}`;
}

function inZone(at: Instant, timeZone: string): string {
  return Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toString();
}
