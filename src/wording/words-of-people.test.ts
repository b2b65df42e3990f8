import fc from 'fast-check';
import { expect, test } from 'vitest';
import { OPEN_QUESTIONS } from '../recognition/open-question.ts';
import { isolate, withoutIsolate } from './isolate.ts';
import { dayAndTime, weekdayAndTime, weekName } from './moments.ts';
import { joinChoices, joinNames, visibleName } from './names.ts';
import { openQuestion, openQuestions } from './questions.ts';
import { READ_ON, shorten, shortened } from './shorten.ts';

test('names are joined as people say them', () => {
  expect(joinNames(['Ana'])).toBe('Ana');
  expect(joinNames(['Ana', 'Ben'])).toBe('Ana and Ben');
  expect(joinNames(['Ana', 'Ben', 'Chloe'])).toBe('Ana, Ben and Chloe');
  expect(joinChoices(['Ana', 'Ben', 'Chloe'])).toBe('Ana, Ben or Chloe');
});

test.each(['', ' ', '\u200b\u200d', '\u2066\u2069', '\u3164', '\u00ad'])(
  'a name of nothing visible (%j) is someone',
  (name) => {
    expect(visibleName(name)).toBe('someone');
  },
);

test('a name stays on one line', () => {
  expect(visibleName(' Ana\n\tDuarte ')).toBe('Ana Duarte');
});

test('plain text needs no isolating; each line of turning text does', () => {
  expect(isolate('Ana said “hi”')).toBe('Ana said “hi”');
  expect(isolate('שלום\nworld')).toBe('\u2068שלום\u2069\n\u2068world\u2069');
});

test('what was isolated can be had back', () => {
  for (const words of ['Ana said hi', 'שלום\nworld', '\u202eAna', ''])
    expect(withoutIsolate(isolate(words))).toBe(words);
});

test('isolates are always closed in their own line, whatever the text holds', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'ש', '\n', '\u2066', '\u2067', '\u2068', '\u2069', '\u202e') });
  fc.assert(
    fc.property(text, (words) => {
      for (const line of isolate(words).split('\n')) {
        let open = 0;
        for (const [at, mark] of [...line].entries()) {
          if (/[\u2066-\u2068]/.test(mark)) open += 1;
          if (mark === '\u2069') open -= 1;
          expect(open).toBeGreaterThanOrEqual(line.startsWith('\u2068') && at < line.length - 1 ? 1 : 0);
        }
      }
    }),
  );
});

test('shortened words say that there is more', () => {
  expect(shortened('The parcel came a day early and with a card', 30)).toBe(`The parcel came a day early ${READ_ON}`);
  expect(shortened('Short', 5)).toBe('Short');
});

test('a letter is never cut in two', () => {
  expect(shorten('Thanks 👩‍👩‍👧‍👧!', 10).words).toBe('Thanks');
  expect(shorten('nai\u0308ve', 3).words).toBe('na');
});

test('shortened words are the beginning of the text, within the limit, and well-formed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), fc.integer({ min: 1, max: 60 }), (text, limit) => {
      const { words, cut } = shorten(text, limit);
      expect(words.length).toBeLessThanOrEqual(limit);
      expect(words.isWellFormed()).toBe(true);
      expect(cut).toBe(text.length > limit);
      if (!words.includes('\ufffd')) expect(text.startsWith(words)).toBe(true);
    }),
  );
});

test('moments are told on the wall clock of a time zone', () => {
  expect(dayAndTime('2026-11-23T08:00:00.000Z', 'Europe/Berlin')).toBe('Monday 23 November, 9:00');
  expect(dayAndTime('2026-11-22T23:30:00.000Z', 'Europe/Berlin')).toBe('Monday 23 November, 0:30');
  expect(weekdayAndTime('2026-11-23T08:00:00.000Z', 'UTC')).toBe('Monday 8:00');
  expect(weekName('2027-W01')).toBe('week 1');
});

test('there are as many open questions as the digest asks in turn, and each asks something', () => {
  expect(openQuestions).toHaveLength(OPEN_QUESTIONS);
  for (const question of openQuestions) expect(question).toMatch(/\?$/);
  expect(openQuestion(7)).toBe(openQuestions[1]);
});
