import { expect, test } from 'vitest';
import { hasForwardPrefix, plainSubject } from './subject.ts';

test.each([
  ['Fwd: Thank you', 'Thank you'],
  ['FWD: Thank you', 'Thank you'],
  ['[EXTERNAL] Fwd: Thank you', 'Thank you'],
  ['Fw: FW: Fwd: Thank you', 'Thank you'],
  ['WG: Danke', 'Danke'],
  ['TR : Merci', 'Merci'],
  ['转发：感谢', '感谢'],
  ['Re: Fwd: Thank you', 'Thank you'],
  ['[Fwd: Thank you]', 'Thank you'],
  ['Fwd: Re: Your order', 'Re: Your order'],
  ['Re: Your order', 'Re: Your order'],
  ['Our order: thank you', 'Our order: thank you'],
  ['[Team] Thank you', '[Team] Thank you'],
  ['', ''],
])('"%s" is about "%s"', (subject, expected) => {
  expect(plainSubject(subject)).toBe(expected);
});

test('a forward is known by its prefix, a reply and a plain subject are not one', () => {
  expect(hasForwardPrefix('RE: FW: Thank you')).toBe(true);
  expect(hasForwardPrefix('AW: Danke')).toBe(false);
  expect(hasForwardPrefix('Forward thinking: thank you')).toBe(false);
});
