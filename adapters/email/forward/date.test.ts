import { expect, test } from 'vitest';
import { readDate, readDateHeader, readOffset } from './date.ts';

const CET = 60;
const at = (text: string, language: string) => readDate(text, [language], CET)?.at ?? null;

test.each([
  ['en', 'Mon, Feb 3, 2025 at 10:23 AM', '2025-02-03T09:23:00.000Z'],
  ['en', 'Monday, February 3, 2025 10:23 PM', '2025-02-03T21:23:00.000Z'],
  ['en', '12:05 AM, 3 Feb 2025', '2025-02-02T23:05:00.000Z'],
  ['en', '13:30, 3 September 2025', '2025-09-03T12:30:00.000Z'],
  ['en', 'Sept 3rd, 2025 at 1:30 p.m.', '2025-09-03T12:30:00.000Z'],
  ['de', 'Dienstag, 4. März 2025 um 10:23 Uhr', '2025-03-04T09:23:00.000Z'],
  ['de', '04.03.25 10:23', '2025-03-04T09:23:00.000Z'],
  ['fr', 'mar. 4 févr. 2025 à 10:23', '2025-02-04T09:23:00.000Z'],
  ['fr', 'mardi 4 mars 2025 10 h 23', '2025-03-04T09:23:00.000Z'],
  ['fr', '04/03/2025 10:23', '2025-03-04T09:23:00.000Z'],
  ['es', 'mar, 4 feb 2025 a las 10:23', '2025-02-04T09:23:00.000Z'],
  ['es', 'martes, 4 de marzo de 2025 10:23 p. m.', '2025-03-04T21:23:00.000Z'],
  ['it', 'mar 4 mar 2025 alle ore 10:23', '2025-03-04T09:23:00.000Z'],
  ['nl', 'di 4 mrt 2025 om 10:23', '2025-03-04T09:23:00.000Z'],
  ['nl', '04-03-2025 10:23', '2025-03-04T09:23:00.000Z'],
  ['pt', 'ter., 4 de mar. de 2025 às 10:23', '2025-03-04T09:23:00.000Z'],
  ['pl', 'wtorek, 4 marca 2025 10:23', '2025-03-04T09:23:00.000Z'],
  ['ru', 'вт, 4 мар. 2025 г. в 10:23', '2025-03-04T09:23:00.000Z'],
  ['cs', 'úterý 4. března 2025 10:23', '2025-03-04T09:23:00.000Z'],
  ['fi', 'tiistai 4. maaliskuuta 2025 klo 10.23', '2025-03-04T09:23:00.000Z'],
  ['ja', '2025年3月4日(火) 午後3:23', '2025-03-04T14:23:00.000Z'],
  ['zh', '2025年3月4日 下午3:23', '2025-03-04T14:23:00.000Z'],
  ['ko', '2025년 3월 4일 화요일 오후 3:23', '2025-03-04T14:23:00.000Z'],
])('%s: "%s" is %s', (language, text, expected) => {
  expect(at(text, language)).toBe(expected);
});

test('a time zone in the date wins over the forwarder’s', () => {
  expect(at('3 February 2025 at 10:23:45 GMT-5', 'en')).toBe('2025-02-03T15:23:45.000Z');
  expect(at('3. Februar 2025 um 10:23:45 MEZ', 'de')).toBe('2025-02-03T09:23:45.000Z');
  expect(at('Mon, 3 Feb 2025 10:23:00 +0530', 'en')).toBe('2025-02-03T04:53:00.000Z');
});

test('a day and a month that may be either way round are not guessed', () => {
  expect(at('05/06/2025 10:23', 'en')).toBeNull();
  expect(at('25/06/2025 10:23', 'en')).toBe('2025-06-25T09:23:00.000Z');
  expect(at('06/25/2025 10:23', 'en')).toBe('2025-06-25T09:23:00.000Z');
});

test('what had to be assumed is not certain', () => {
  expect(readDate('3 February 2025 10:23', ['en'], null)).toEqual({ at: '2025-02-03T10:23:00.000Z', certain: false });
  expect(readDate('3 February 2025', ['en'], CET)).toEqual({ at: '2025-02-03T12:00:00.000Z', certain: false });
});

test.each(['', 'yesterday', '31 February 2025 10:00', 'Feb 3 10:23', '3 February 1025', '99/99/9999', 'Monday'])(
  '"%s" is no date',
  (text) => {
    expect(at(text, 'en')).toBeNull();
  },
);

test('a Date header is read with its offset, and doubted without one', () => {
  expect(readDateHeader('Mon, 3 Feb 2025 10:23:00 +0100 (CET)')).toEqual({
    at: '2025-02-03T09:23:00.000Z',
    certain: true,
  });
  expect(readDateHeader('Mon, 3 Feb 2025 10:23:00 GMT')?.certain).toBe(true);
  expect(readDateHeader('Mon, 3 Feb 2025 10:23:00')).toEqual({ at: '2025-02-03T10:23:00.000Z', certain: false });
  expect(readDateHeader('soon')).toBeNull();
});

test('the offset of a Date header is in minutes east of UTC', () => {
  expect(readOffset('Mon, 3 Feb 2025 10:23:00 -0330')).toBe(-210);
  expect(readOffset('Mon, 3 Feb 2025 10:23:00 GMT')).toBe(0);
  expect(readOffset('Mon, 3 Feb 2025 10:23:00')).toBeNull();
});
