import { expect, test } from 'vitest';
import { createFlood, TOLD_A_MINUTE } from './flood.ts';

let clock = 0;
const flood = () => {
  clock = 1_000_000;
  return createFlood(() => clock);
};

test('a person’s stories are taken up to the limit, those of others go on', () => {
  const { takes } = flood();
  for (let number = 0; number < TOLD_A_MINUTE; number += 1) expect(takes('UANA', `k${number}`)).toBe(true);
  expect(takes('UANA', 'one more')).toBe(false);
  expect(takes('UBEN', 'one')).toBe(true);
  clock += 60_000;
  expect(takes('UANA', 'one more')).toBe(true);
});

test('what was taken and comes again is no further story', () => {
  const { takes } = flood();
  for (let number = 0; number < TOLD_A_MINUTE; number += 1) takes('UANA', `k${number}`);
  clock += 360_000;
  for (let number = 0; number < TOLD_A_MINUTE; number += 1) takes('UANA', `l${number}`);
  expect(takes('UANA', 'm')).toBe(false);
  expect(takes('UANA', 'k0')).toBe(true);
});
