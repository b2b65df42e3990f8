import { expect, test } from 'vitest';
import { cutToLimits } from './cut.ts';
import { MAX_PARTS, MAX_TEXT_LINES } from './limits.ts';

const cut = (text: string) => cutToLimits(Buffer.from(text));
const head = 'Content-Type: multipart/mixed;\n boundary="a b"\n\n';

test('an ordinary mail is left as it is', () => {
  const raw = Buffer.from(`${head}--a b\n\nHi\n-- \nJane\n--a b--\n`);
  expect(cutToLimits(raw)).toEqual({ raw, cut: false });
});

test('only lines that are a declared boundary count as parts', () => {
  expect(cut(`${head}${'--another\n'.repeat(MAX_PARTS * 2)}`).cut).toBe(false);
  const result = cut(`${head}${'--a b\n\nx\n'.repeat(MAX_PARTS * 2)}`);
  expect(result.cut).toBe(true);
  expect(Buffer.from(result.raw).toString().split('--a b\n')).toHaveLength(MAX_PARTS + 1);
});

test('many lines of text are cut, a large attachment is not', () => {
  expect(cut(`\n${'Thank you\n'.repeat(MAX_TEXT_LINES + 1)}`).cut).toBe(true);
  expect(cut(`\n${`${'A'.repeat(76)}\n`.repeat(MAX_TEXT_LINES + 1)}`).cut).toBe(false);
});
