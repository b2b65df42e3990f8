import { expect, test } from 'vitest';
import type { Obstacle } from '../obstacles.ts';
import { findAlike } from './alike-obstacles.ts';

const known = (words: string): Obstacle => ({
  id: words,
  words,
  kind: null,
  touchpoint: null,
  reporter: null,
  origin: 'nameless',
  times: 1,
  at: '2026-11-22',
  now: { state: 'reported' },
});

test.each([
  ['The label printer', 'Label printer jammed again'],
  ['Label printers', 'the LABEL printer!'],
  ['I may not refund under 5 € without a form', 'No refund under 5 € without that form'],
  ['Das Kassensystem stürzt ab', 'Kassensystem stürzt ständig ab'],
  ['レジのプリンターが壊れた', 'レジのプリンターが壊れた。'],
  ['Нельзя вернуть деньги без бланка', 'вернуть деньги без бланка нельзя'],
  ['لا يمكنني رد المبلغ دون نموذج', 'لا يمكنني رد المبلغ دون نموذج ورقي'],
  ['VPN', 'vpn'],
])('“%s” and “%s” are the same obstacle', (one, other) => {
  expect(findAlike(one, [known(other)])?.id).toBe(other);
  expect(findAlike(other, [known(one)])?.id).toBe(one);
});

test.each([
  ['The label printer', 'The receipt printer'],
  ['The printer', 'The printer budget needs three signatures from the head office'],
  ['Refunds under 5 € need a form', 'Refunds under 500 € need a form'],
  ['I may not refund without a form', 'I may not answer the phone without a headset'],
  ['the and for', 'der die das'],
  ['???', '!!!'],
])('“%s” and “%s” are two', (one, other) => {
  expect(findAlike(one, [known(other)])).toBeNull();
});

test('of several alike ones the first, which is the newest, is the one', () => {
  const newest = known('Label printer is jammed');
  expect(findAlike('The label printer is jammed', [newest, known('the label printer is jammed')])).toBe(newest);
});

test('the longest words are compared in no time to speak of', () => {
  const long = 'перевод '.repeat(125);
  expect(findAlike(long, [known(long)])?.words).toBe(long);
});
