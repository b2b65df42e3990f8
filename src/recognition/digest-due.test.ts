import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DigestSchedule, Week } from '../commands.ts';
import { dueWeek, nextDue } from './digest-due.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

const mondayAtNine: DigestSchedule = { minute: 0, hour: 9, weekday: 1, timeZone: 'Europe/Berlin' };
const longAgo = '2020-01-01T00:00:00.000Z';

describe('a digest on Mondays at nine in Berlin', () => {
  const at = (now: string, digestWeeks: readonly Week[] = [], scheduledSince = longAgo) => {
    const plan = { schedule: mondayAtNine, scheduledSince, now, digestWeeks };
    return { due: dueWeek(plan), next: nextDue(plan) };
  };
  const thisWeek = { week: '2026-W48', due: '2026-11-23T08:00:00.000Z' };
  const weekAfter = { week: '2026-W49', due: '2026-11-30T08:00:00.000Z' };

  test('is due at nine, not a moment before', () => {
    expect(at('2026-11-23T07:59:59.999Z')).toEqual({ due: null, next: thisWeek });
    expect(at('2026-11-23T08:00:00.000Z')).toEqual({ due: '2026-W48', next: thisWeek });
  });

  test('is not due again once it is planned', () => {
    expect(at('2026-11-23T08:01:00.000Z', ['2026-W48'])).toEqual({ due: null, next: weekAfter });
  });

  test('is made up for while the week lasts, and not after', () => {
    expect(at('2026-11-29T22:59:59.999Z', ['2026-W46'])).toEqual({ due: '2026-W48', next: thisWeek });
    expect(at('2026-11-29T23:00:00.000Z', ['2026-W46'])).toEqual({ due: null, next: weekAfter });
  });

  test('waits for the next Monday when Herald was installed in the middle of a week', () => {
    expect(at('2026-11-25T10:00:00.000Z', [], '2026-11-25T09:59:00.000Z')).toEqual({ due: null, next: weekAfter });
  });

  test('is due on the day itself when Herald was installed right before', () => {
    expect(at('2026-11-23T08:00:30.000Z', [], '2026-11-23T08:00:00.000Z')).toEqual({ due: '2026-W48', next: thisWeek });
  });

  test('is due although the week after was posted ahead of time, by hand or by a clock that ran ahead', () => {
    expect(at('2026-11-23T08:00:00.000Z', ['2026-W49'])).toEqual({ due: '2026-W48', next: thisWeek });
  });

  test('skips a week that somebody has posted ahead of time', () => {
    expect(at('2026-11-22T12:00:00.000Z', ['2026-W47', '2026-W48']).next).toEqual(weekAfter);
  });
});

// The years hold changes of clocks of every kind; in some zones these lie in the past.
const ZONES: readonly (readonly [timeZone: string, from: number, to: number])[] = [
  ['UTC', 2024, 2032],
  ['Europe/Berlin', 2024, 2032],
  ['Europe/Dublin', 2024, 2032],
  ['America/New_York', 2024, 2032],
  ['America/St_Johns', 2024, 2032],
  ['America/Havana', 2024, 2032],
  ['America/Santiago', 2024, 2032],
  ['America/Nuuk', 2021, 2032],
  ['America/Sao_Paulo', 2010, 2020],
  ['Africa/Cairo', 2023, 2032],
  ['Africa/Casablanca', 2024, 2032],
  ['Antarctica/Troll', 2024, 2032],
  ['Asia/Beirut', 2024, 2032],
  ['Asia/Gaza', 2024, 2032],
  ['Asia/Tehran', 2015, 2023],
  ['Asia/Kathmandu', 2024, 2032],
  ['Asia/Kolkata', 2024, 2032],
  ['Australia/Lord_Howe', 2024, 2032],
  ['Australia/Adelaide', 2024, 2032],
  ['Pacific/Apia', 2009, 2022],
  ['Pacific/Chatham', 2024, 2032],
  ['Pacific/Easter', 2024, 2032],
  ['Pacific/Kiritimati', 2024, 2032],
  ['Pacific/Pago_Pago', 2024, 2032],
];

test.each(ZONES)('in %s from %i to %i, every week has its digest, once and on time', (timeZone, from, to) => {
  const schedule = scheduleAt(turnsOfClocks(timeZone, from, to)[0] ?? Date.UTC(from, 5, 1), -1, timeZone);
  const first = mondayOf(Date.UTC(from, 0, 9), timeZone);
  const mondays = Array.from({ length: Math.floor((to - from) * 52.17) }, (_, count) => first + count * WEEK);
  const posted: { week: Week; at: string }[] = [];
  for (const due of mondays.map((monday) => momentOf(monday, schedule))) {
    for (const time of [due - MINUTE, due, due + MINUTE, due + 61 * MINUTE, due + 2 * HOUR]) {
      const digestWeeks = posted.slice(-2).map((digest) => digest.week);
      const week = dueWeek({ schedule, scheduledSince: iso(first), now: iso(time), digestWeeks });
      if (week) posted.push({ week, at: iso(time) });
    }
  }
  expect(posted).toEqual(mondays.map((monday) => ({ week: nameOf(monday), at: iso(momentOf(monday, schedule)) })));
});

test('whatever the clocks do and whenever Herald is down, a week that it is up in has one digest', () => {
  fc.assert(
    fc.property(history, ({ timeZone, schedule, scheduledSince, ticks }) => {
      const posted: Week[] = [];
      const announced: { week: Week; due: string }[] = [];
      const expected = { posted: new Set<Week>(), announced: [] as typeof announced };
      for (const now of ticks) {
        const monday = mondayOf(now, timeZone);
        const due = momentOf(monday, schedule);
        expected.announced.push(nextByHand(monday, schedule, scheduledSince, posted));
        if (now >= due && due >= scheduledSince) expected.posted.add(nameOf(monday));
        const plan = { schedule, scheduledSince: iso(scheduledSince), now: iso(now), digestWeeks: [...posted] };
        announced.push(nextDue(plan));
        const week = dueWeek(plan);
        if (week) posted.push(week);
      }
      expect(posted).toEqual([...expected.posted]);
      expect(announced).toEqual(expected.announced);
    }),
    { numRuns: 150 },
  );
});

/** What the process sees of its clock, minute by minute where it matters; none while it is down. */
const history = fc
  .record({
    zone: fc.constantFrom(...ZONES),
    pick: fc.nat(),
    nearTurn: fc.integer({ min: -150, max: 150 }),
    weeksBefore: fc.integer({ min: 0, max: 2 }),
    weeksAfter: fc.integer({ min: 1, max: 3 }),
    since: fc.double({ min: -0.5, max: 1, noNaN: true }),
    second: fc.integer({ min: 0, max: 59_999 }),
    downs: fc.array(
      fc.record({
        from: fc.double({ min: 0, max: 1, noNaN: true }),
        hours: fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 5, max: 400 })),
      }),
      { maxLength: 4 },
    ),
    jumps: fc.array(
      fc.record({
        from: fc.double({ min: 0, max: 1, noNaN: true }),
        minutes: fc.constantFrom(-120, -61, -30, 0, 30, 60, 120),
      }),
      { maxLength: 3 },
    ),
  })
  .map(({ zone: [timeZone, from, to], pick, nearTurn, weeksBefore, weeksAfter, since, second, downs, jumps }) => {
    const turns = turnsOfClocks(timeZone, from, to);
    const pivot = turns[pick % turns.length] ?? Date.UTC(from, 0, 1) + (pick % ((to - from) * 365)) * DAY;
    const schedule = scheduleAt(pivot, nearTurn, timeZone);
    const start = pivot - weeksBefore * WEEK - DAY;
    const length = weeksAfter * WEEK + pivot - start;
    const place = (part: number) => start + part * length;
    const jumped = (time: number) => jumps.filter((jump) => place(jump.from) <= time).at(-1)?.minutes ?? 0;
    const isUp = (time: number) =>
      !downs.some((down) => place(down.from) <= time && time < place(down.from) + down.hours * HOUR);
    const ticks = momentsThatMatter(
      start,
      start + length,
      pivot,
      schedule,
      jumps.map((jump) => jump.minutes),
    )
      .map((time) => time + second)
      .filter(isUp)
      .map((time) => time + jumped(time) * MINUTE);
    return { timeZone, schedule, scheduledSince: Math.round(place(since)), ticks };
  });

function momentsThatMatter(
  start: number,
  end: number,
  pivot: number,
  schedule: DigestSchedule,
  jumps: readonly number[],
): readonly number[] {
  const moments = new Set<number>();
  const around = (moment: number) => {
    for (const minutes of [-121, -61, -31, -2, -1, 0, 1, 29, 30, 59, 60, 119]) moments.add(moment + minutes * MINUTE);
  };
  around(pivot);
  const first = mondayOf(start, schedule.timeZone);
  for (let monday = first; monday < end + WEEK; monday += WEEK) {
    for (const jump of [0, ...jumps]) {
      around(momentOf(monday, schedule) - jump * MINUTE);
      around(momentOf(monday, { ...schedule, weekday: 1, hour: 0, minute: 0 }) - jump * MINUTE);
    }
  }
  for (let time = start; time < end; time += 7 * HOUR) moments.add(time);
  return [...moments].filter((time) => time >= start && time < end).toSorted((one, other) => one - other);
}

function nextByHand(
  monday: number,
  schedule: DigestSchedule,
  since: number,
  posted: readonly Week[],
): { week: Week; due: string } {
  const due = momentOf(monday, schedule);
  if (due < since || posted.includes(nameOf(monday))) return nextByHand(monday + WEEK, schedule, since, posted);
  return { week: nameOf(monday), due: iso(due) };
}

/** The schedule that the wall's clock would have shown so many minutes after this moment, had it not been turned. */
function scheduleAt(turn: number, minutes: number, timeZone: string): DigestSchedule {
  const wall = new Date(wallOf(turn - 1000, timeZone) + 1000 + minutes * MINUTE);
  return { minute: wall.getUTCMinutes(), hour: wall.getUTCHours(), weekday: wall.getUTCDay() || 7, timeZone };
}

function turnsOfClocks(timeZone: string, from: number, to: number): readonly number[] {
  const turns: number[] = [];
  let at = Temporal.Instant.fromEpochMilliseconds(Date.UTC(from, 0, 15))
    .toZonedDateTimeISO(timeZone)
    .getTimeZoneTransition('next');
  for (; at && at.year < to; at = at.getTimeZoneTransition('next')) turns.push(at.epochMilliseconds);
  return turns;
}

// An ISO week by other means than the rule's: from Intl's wall clock, a week being the number of its Monday's midnight.

const walls = new Map<string, Intl.DateTimeFormat>();

/** What a clock on the wall shows, as the moment at which it would show that in UTC; whole seconds. */
function wallOf(at: number, timeZone: string): number {
  const format =
    walls.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  walls.set(timeZone, format);
  return Date.parse(`${format.format(at).replace(' ', 'T')}Z`);
}

function mondayOf(at: number, timeZone: string): number {
  const day = Math.floor(wallOf(at, timeZone) / DAY);
  return (day - ((day + 3) % 7)) * DAY;
}

function momentOf(monday: number, { weekday, hour, minute, timeZone }: DigestSchedule): number {
  const wanted = monday + (weekday - 1) * DAY + hour * HOUR + minute * MINUTE;
  const [before, after] = [wanted - 36 * HOUR, wanted + 36 * HOUR].map(
    (at) => wanted - (wallOf(at, timeZone) - at),
  ) as [number, number];
  const showing = [before, after].filter((moment) => wallOf(moment, timeZone) === wanted);
  return showing.length > 0 ? Math.min(...showing) : before;
}

function nameOf(monday: number): Week {
  const year = new Date(monday + 3 * DAY).getUTCFullYear();
  const count = Math.floor((monday + 3 * DAY - Date.UTC(year, 0, 1)) / WEEK) + 1;
  return `${year}-W${String(count).padStart(2, '0')}`;
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
