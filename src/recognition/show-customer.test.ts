import { describe, expect, test } from 'vitest';
import type { CustomerShown } from '../commands.ts';
import { customerShown, wordsShown } from './show-customer.ts';

describe('the customer’s name', () => {
  test.each([
    ['Grete Holm', 'full-name', 'Grete Holm'],
    ['Grete Holm', 'first-name', 'Grete'],
    ['Holm, Grete', 'first-name', 'Grete'],
    ['Dr. Grete Holm', 'first-name', 'Grete'],
    ['Madonna', 'first-name', 'Madonna'],
    ['Grete Holm', 'no-name', null],
    // Nobody can say which part comes first; better none than the wrong one.
    ['山田太郎', 'first-name', null],
    ['grete@example.com', 'first-name', null],
    ['Mr.', 'first-name', null],
    [null, 'first-name', null],
  ] as const)('%s as %s is %s', (name, shown, seen) => expect(customerShown(name, shown)).toBe(seen));
});

describe('the customer’s words', () => {
  const said = (words: string, shown: CustomerShown, name: string | null = 'Grete Holm') =>
    wordsShown({ words, customer: { name, email: 'grete@example.com' } }, shown);
  const signed = 'Ben rang. I am Grete Holm, and glad.\n\nG. Holm\ngrete@example.com';

  test('stay as they are, less the address', () => {
    expect(said(signed, 'full-name')).toBe('Ben rang. I am Grete Holm, and glad.\n\nG. Holm\n[address removed]');
  });

  test('show no more of the name than people may see', () => {
    expect(said(signed, 'first-name')).toBe('Ben rang. I am Grete, and glad.\n\nGrete\n[address removed]');
    expect(said(signed, 'no-name')).toBe(
      'Ben rang. I am [name removed], and glad.\n\n[name removed]\n[address removed]',
    );
  });

  test('keep words that only look like the name', () => {
    expect(said('You are the best, Will! May all be well.\nBest,\nMay Best', 'no-name', 'May Best')).toBe(
      'You are the best, Will! May all be well.\n[name removed],\n[name removed]'.replace(
        '[name removed],\n',
        'Best,\n',
      ),
    );
    expect(said('Thanks to the Holms', 'no-name')).toBe('Thanks to the Holms');
    expect(said('$& Grete Holm (x*', 'no-name', '(x* $&')).toBe('$& Grete Holm (x*');
  });
});
