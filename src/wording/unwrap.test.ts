import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unwrap } from './unwrap.ts';

const mail = `Dear all,

we had ordered a crib and I was sure we would spend the evening
cursing at it. Then Ben, who brought it, asked whether he might put
it up. Three things:

- he took his shoes off
- he asked our cat for permission before he went anywhere near the
  sofa
1. and he sang

Thank you!
Grete Holm
12 Garden Lane`;

test('paragraphs flow again; lists, greetings and addresses keep their lines', () => {
  expect(unwrap(mail)).toBe(`Dear all,

we had ordered a crib and I was sure we would spend the evening cursing at it. Then Ben, who brought it, asked whether he might put it up. Three things:

- he took his shoes off
- he asked our cat for permission before he went anywhere near the sofa
1. and he sang

Thank you!
Grete Holm
12 Garden Lane`);
});

test.each([
  ['short lines', 'Roses are red,\nviolets are blue,\nyou sent us a card,\nwe had no clue.'],
  ['lines longer than any mail program makes them', `${'word '.repeat(40)}\nand on`],
  ['lines without spaces', `${'親切な対応'.repeat(12)}\n${'ありがとう'.repeat(12)}`],
  [
    'a line that ended early',
    `So very kind${' and so very kind'.repeat(3)}\n\nThank you.\nIt was a wonderful afternoon for all of us here, it truly was`,
  ],
])('%s stay as they are', (_what, words) => {
  expect(unwrap(words)).toBe(words);
});

test('a long web address does not hide how wide the lines are', () => {
  const address = `https://example.com/${'a'.repeat(120)}`;
  const wrapped = `We had ordered a crib and I was sure we would spend the\nevening cursing at it.\n\n${address}`;
  expect(unwrap(wrapped)).toContain('spend the evening');
  expect(unwrap(wrapped)).toContain(`\n\n${address}`);
});

test('nothing but white space ever changes', () => {
  const line = fc.string({ unit: fc.constantFrom('a', 'bc', ' ', '-', 'é', '親', '.'), maxLength: 90 });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const words = lines.join('\n');
      expect(unwrap(words).replace(/\s/g, '')).toBe(words.replace(/\s/g, ''));
    }),
  );
});
