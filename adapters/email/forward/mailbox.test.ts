import { expect, test } from 'vitest';
import { isSamePerson, readMailbox } from './mailbox.ts';

const jane = { name: 'Jane Sample', email: 'jane@customer.example', own: true };

test.each([
  ['Jane Sample <jane@customer.example>', jane],
  ['"Jane Sample" <jane@customer.example>', jane],
  ["'Jane Sample' <jane@customer.example>", jane],
  ['*Jane Sample* <jane@customer.example>', jane],
  ['Jane Sample [mailto:jane@customer.example]', jane],
  ['Jane Sample <jane@customer.example<mailto:jane@customer.example>>', jane],
  ['Jane Sample <mailto:jane@customer.example>', jane],
  ['jane@customer.example (Jane Sample)', jane],
  ['Jane Sample jane@customer.example', jane],
  ['\u2066Jane Sample\u2069 <jane@customer.example>', jane],
  ['"Sample, Jane" <jane@customer.example>', { ...jane, name: 'Sample, Jane' }],
  ['Jane Sample (Customer Ltd) <jane@customer.example>', { ...jane, name: 'Jane Sample' }],
  ['<jane@customer.example>', { ...jane, name: null }],
  ['jane@customer.example <jane@customer.example>', { ...jane, name: null }],
  ['Jane Sample', { ...jane, email: null }],
  ['Sample, Jane', { name: 'Sample, Jane', email: null, own: true }],
])('%s', (value, expected) => {
  expect(readMailbox(value)).toEqual(expected);
});

test('who writes on behalf of a person keeps the address and shows the person', () => {
  const shown = { name: 'Jane Sample', email: 'robot@survey.example', own: false };
  expect(readMailbox('Robot <robot@survey.example> On Behalf Of Jane Sample')).toEqual(shown);
  expect(readMailbox('Robot <robot@survey.example> im Auftrag von Jane Sample')).toEqual(shown);
  expect(readMailbox("'Jane Sample' via Survey <robot@survey.example>")).toEqual(shown);
  expect(readMailbox('Robot <robot@survey.example> on behalf of Jane Sample <jane@customer.example>')).toEqual(jane);
});

test('nothing is invented from what is no address', () => {
  expect(readMailbox('')).toEqual({ name: null, email: null, own: true });
  expect(readMailbox('<>')).toEqual({ name: null, email: null, own: true });
  expect(readMailbox('https://example.com/@jane')).toEqual({ name: null, email: null, own: true });
});

test('people are the same by address, else by name', () => {
  expect(isSamePerson(jane, { ...jane, email: 'JANE@customer.example', name: 'J.' })).toBe(true);
  expect(isSamePerson(jane, { ...jane, email: 'other@customer.example' })).toBe(false);
  expect(isSamePerson(jane, { ...jane, email: null, name: 'jane  sample' })).toBe(true);
});
