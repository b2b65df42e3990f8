import { expect, test } from 'vitest';
import { cleanText, folded, tidyLines } from './text.ts';

test('no control, half character or invisible space gets in; letters, emoji and tabs stay', () => {
  expect(cleanText('\ufeffa\u0000b\u200bc\u202fd\u00a0e\tf\ud800g\r\nh\ri')).toBe('abc d e\tf\ufffdg\nh\ni');
  expect(cleanText('👩‍👩‍👧 می‌خواهم')).toBe('👩‍👩‍👧 می‌خواهم');
});

test('empty lines around go, and one of several in a row stays', () => {
  expect(tidyLines(['', '', 'a  ', '', ' ', '', 'b', ''])).toBe('a\n\nb');
  expect(tidyLines(['', ''])).toBe('');
});

test('labels compare alike whatever space, case and apostrophe they have', () => {
  expect(folded('  Message  D’ORIGINE\u00a0')).toBe("message d'origine");
  expect(folded('Sent From My Phone ')).toBe('sent from my phone');
});
