import fc from 'fast-check';
import { expect, test } from 'vitest';
import { workingDaysAfter } from './working-days.ts';

const berlin = 'Europe/Berlin';
const on = (wall: string, zone = berlin) => Temporal.PlainDateTime.from(wall).toZonedDateTime(zone);
const after = (wall: string, days: number, zone = berlin) =>
  Temporal.Instant.from(workingDaysAfter(on(wall, zone).toInstant().toString(), days, zone))
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });

// 2026-11-16 is a Monday.
test.each([
  ['Monday morning', '2026-11-16T10:30', '2026-11-18T10:30'],
  ['Thursday: the weekend does not count', '2026-11-19T10:30', '2026-11-23T10:30'],
  ['Friday', '2026-11-20T10:30', '2026-11-24T10:30'],
  ['Saturday: counted from Monday on', '2026-11-21T10:30', '2026-11-24T10:30'],
  ['Sunday', '2026-11-22T10:30', '2026-11-24T10:30'],
  ['at night: not before people are there', '2026-11-16T03:00', '2026-11-18T09:00'],
  ['late: the next working day', '2026-11-16T23:00', '2026-11-19T09:00'],
  ['late on a Wednesday: not at the weekend', '2026-11-18T18:00', '2026-11-23T09:00'],
  ['over a change of clocks', '2026-10-23T10:30', '2026-10-27T10:30'],
])('two working days after %s', (_what, from, to) => expect(after(from, 2)).toBe(to));

test('it is the organization’s own weekend', () => {
  // Sunday evening in Berlin is Monday morning in Auckland.
  expect(after('2026-11-23T09:30', 2, 'Pacific/Auckland')).toBe('2026-11-25T09:30');
});

test('whenever it was, at least two days later, in working hours, within a week', () => {
  const moments = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
  const zones = fc.constantFrom(berlin, 'America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Apia', 'UTC');
  fc.assert(
    fc.property(moments, zones, (moment, zone) => {
      const later = workingDaysAfter(moment.toISOString(), 2, zone);
      const there = Temporal.Instant.from(later).toZonedDateTimeISO(zone);
      expect(there.dayOfWeek).toBeLessThanOrEqual(5);
      expect(there.hour).toBeGreaterThanOrEqual(9);
      expect(there.hour).toBeLessThan(17);
      const hours = (Date.parse(later) - moment.getTime()) / 3_600_000;
      expect(hours).toBeGreaterThanOrEqual(46);
      expect(hours).toBeLessThan(7 * 24);
    }),
  );
});
