import { describe, expect, test } from 'vitest';
import type { DigestSchedule } from '../commands.ts';
import { momentIn, nextWeek, ordinalOf, parseWeek, previousWeek, weekOf } from './week.ts';

describe('the week of a moment', () => {
  test.each([
    ['2026-11-22T23:59:59.999Z', 'UTC', '2026-W47'],
    ['2026-11-23T00:00:00.000Z', 'UTC', '2026-W48'],
    ['2026-11-22T23:30:00.000Z', 'Europe/Berlin', '2026-W48'],
    ['2026-11-23T04:30:00.000Z', 'America/New_York', '2026-W47'],
    ['2024-12-30T12:00:00.000Z', 'UTC', '2025-W01'],
    ['2021-01-03T12:00:00.000Z', 'UTC', '2020-W53'],
    ['2027-01-03T12:00:00.000Z', 'UTC', '2026-W53'],
    ['2027-01-04T12:00:00.000Z', 'UTC', '2027-W01'],
  ])('%s in %s is in %s', (at, timeZone, week) => {
    expect(weekOf(at, timeZone)).toBe(week);
  });
});

describe('a written week', () => {
  test.each(['2026-W47', '2026-W53', '2020-W53', '2032-W53', '2025-W52', '2024-W01'])('%s exists', (week) => {
    expect(parseWeek(week)).toBe(week);
  });

  test.each([
    '2025-W53',
    '2026-W54',
    '2026-W00',
    '2026-W5',
    '2026W47',
    '2026-w47',
    '26-W47',
    '2026-47',
    '',
    ' 2026-W47',
  ])('"%s" is none', (text) => {
    expect(parseWeek(text)).toBeNull();
  });
});

test('from 2024 to 2032 each week follows the one before it, Monday after Monday', () => {
  const monday = Date.UTC(2024, 0, 1);
  const weeks = Array.from({ length: 470 }, (_, count) =>
    weekOf(new Date(monday + count * 7 * 86_400_000).toISOString(), 'UTC'),
  );
  expect(weeks[0]).toBe('2024-W01');
  expect(weeks.filter((week) => week.endsWith('W53'))).toEqual(['2026-W53', '2032-W53']);
  expect(new Set(weeks).size).toBe(weeks.length);
  for (const [place, week] of weeks.entries()) {
    expect(parseWeek(week)).toBe(week);
    expect(ordinalOf(week)).toBe(ordinalOf('2024-W01') + place);
    if (place === 0) continue;
    expect(nextWeek(weeks[place - 1]!)).toBe(week);
    expect(previousWeek(week)).toBe(weeks[place - 1]);
  }
});

describe('the moment of a schedule', () => {
  const on = (weekday: number, time: string, timeZone: string): DigestSchedule => {
    const [hour, minute] = time.split(':').map(Number) as [number, number];
    return { minute, hour, weekday, timeZone };
  };

  test.each([
    ['an ordinary Monday', '2026-W48', on(1, '09:00', 'Europe/Berlin'), '2026-11-23T08:00:00.000Z'],
    ['an ordinary Monday in summer', '2026-W27', on(1, '09:00', 'Europe/Berlin'), '2026-06-29T07:00:00.000Z'],
    ['the Sunday that ends a leap week', '2026-W53', on(7, '23:59', 'UTC'), '2027-01-03T23:59:00.000Z'],
    ['a quarter of an hour off the full one', '2026-W48', on(3, '09:00', 'Asia/Kathmandu'), '2026-11-25T03:15:00.000Z'],
    ['a skipped hour', '2026-W13', on(7, '02:30', 'Europe/Berlin'), '2026-03-29T01:30:00.000Z'],
    ['a skipped half hour', '2026-W40', on(7, '02:15', 'Australia/Lord_Howe'), '2026-10-03T15:45:00.000Z'],
    ['a skipped midnight', '2026-W17', on(5, '00:00', 'Africa/Cairo'), '2026-04-23T22:00:00.000Z'],
    ['an hour that comes twice', '2026-W43', on(7, '02:30', 'Europe/Berlin'), '2026-10-25T00:30:00.000Z'],
    ['a half hour that comes twice', '2026-W14', on(7, '01:45', 'Australia/Lord_Howe'), '2026-04-04T14:45:00.000Z'],
    ['a Friday that an island left out', '2011-W52', on(5, '09:00', 'Pacific/Apia'), '2011-12-30T19:00:00.000Z'],
    ['a skipped last hour of a week', '1916-W17', on(7, '23:30', 'Europe/Berlin'), '1916-04-30T21:30:00.000Z'],
  ])('on %s', (_, week, schedule, moment) => {
    expect(momentIn(week, schedule)).toBe(moment);
    expect(weekOf(moment, schedule.timeZone)).toBe(week);
  });
});
