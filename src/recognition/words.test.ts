import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isBlank, tidy, tidyName, tooLong } from './words.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(
      fc.constantFrom('a', ' ', '\r', '\n', '\t', '\u0000', '\u009b', '\u0085', '\ud83d', '\ude00', '\u200b', '\ufeff'),
    )
    .map((a) => a.join('')),
);

describe('words as they are kept', () => {
  test.each([
    ['  Ana stayed.  ', 'Ana stayed.'],
    ['one\r\ntwo\rthree\nfour', 'one\ntwo\nthree\nfour'],
    ['a\u0000b\u0007c\u007f', 'abc'],
    // What begins an escape sequence in eight bits, and a line's end of old.
    ['a\u009b31mb\u0080c\u009f', 'a31mbc'],
    ['one\u0085two', 'one\ntwo'],
    ['tab\tand\n\nempty line', 'tab\tand\n\nempty line'],
    ['half a \ud83d smile', 'half a \ufffd smile'],
    ['whole 😀 smile, naïve, שלום, ありがとう', 'whole 😀 smile, naïve, שלום, ありがとう'],
    ['<b>&amp; *stars*', '<b>&amp; *stars*'],
  ])('%j become %j', (typed, kept) => expect(tidy(typed)).toBe(kept));

  test('are kept the same however often they are tidied', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(tidy(tidy(text))).toBe(tidy(text));
      }),
    );
  });

  test('hold nothing that a database or a page could not', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const kept = tidy(text);
        expect(kept.isWellFormed()).toBe(true);
        for (const control of ['\u0000', '\r', '\u001b', '\u009b']) expect(kept).not.toContain(control);
        expect(kept).toBe(kept.trim());
      }),
    );
  });

  test('lose no letter and no digit', () => {
    const telling = (text: string) => text.match(/[\p{L}\p{N}]/gu) ?? [];
    fc.assert(
      fc.property(anyText, (text) => {
        expect(telling(tidy(text))).toEqual(telling(text.toWellFormed()));
      }),
    );
  });
});

describe('nothing to read', () => {
  test.each(['', '   ', '\n\t', '\u200b\u200d', '\u2800', '\u3164', '\u00ad', '\u0301', '\u202e'])('is in %j', (text) =>
    expect(isBlank(text)).toBe(true),
  );
  test.each(['.', '👍', '0', 'é', 'ﾊ', '❤️'])('is not in %j', (text) => expect(isBlank(text)).toBe(false));
});

describe('a name', () => {
  test.each([
    [null, null],
    ['', null],
    [' \u200b ', null],
    ['  Garden  Shop\r\nExample ', 'Garden Shop Example'],
  ])('%j is kept as %j', (typed, kept) => expect(tidyName(typed)).toBe(kept));
});

test('a text may be as long as its limit, not longer', () => {
  expect(tooLong('customer', 'x'.repeat(150), 150)).toBeNull();
  expect(tooLong('customer', null, 150)).toBeNull();
  expect(tooLong('customer', 'x'.repeat(151), 150)).toEqual({
    type: 'refusal',
    reason: 'too-long',
    field: 'customer',
    limit: 150,
    length: 151,
  });
});
