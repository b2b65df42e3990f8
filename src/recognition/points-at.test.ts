import { describe, expect, test } from 'vitest';
import type { Person } from './organization.ts';
import { pointedAt } from './points-at.ts';

const person = (id: string, name: string): Person => ({
  id,
  organization: 'o',
  name,
  email: null,
  kind: 'human',
  manager: false,
  admin: false,
  active: true,
  guest: false,
});
const people = [
  person('ana', 'Ana Duarte'),
  person('ben', 'Ben Okafor'),
  person('may', 'May Young'),
  person('mark', 'Mark Stone'),
  person('yuki', '山田 由紀'),
  person('first-kim', 'Kim Novak'),
  person('other-kim', 'Kim Basinger'),
];
const at = (words: string) => pointedAt(words, people).map(({ id }) => id);

describe('words point at a colleague', () => {
  test.each([
    ['Ana never signs the form', ['ana']],
    ['the form that ana duarte wants', ['ana']],
    ['Because of Ana Duarte and Ben', ['ana', 'ben']],
    ['ask @ana first, always', ['ana']],
    ['@Ben’s rule about parcels', ['ben']],
    ['山田 由紀 decides alone', ['yuki']],
    ['Mark Stone has the only key', ['mark']],
  ])('%s', (words, whom) => {
    expect(at(words)).toEqual(whom);
  });
});

describe('words point at nobody', () => {
  test.each([
    'May I refund without a form? I may not.',
    'Mark every parcel twice',
    'Kim has the key, and we have two of that name',
    'The form is at ana@example.com',
    'The analyst’s report, benign as it is',
    'Cash at @home delivery',
    'A link in it: https://example.com/@ana',
    '',
  ])('%s', (words) => {
    expect(at(words)).toEqual([]);
  });
});
