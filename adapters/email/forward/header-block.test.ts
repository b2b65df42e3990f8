import { expect, test } from 'vitest';
import { readHeaderBlock } from './header-block.ts';
import { LANGUAGES } from './languages.ts';
import { readLine } from './quote.ts';

const read = (text: string, announced = false) => readHeaderBlock(text.split('\n').map(readLine), 0, announced);
const first = (words: string) => words.split('|')[0] ?? '';

test.each(LANGUAGES.map((language) => [language.code, language] as const))('labels in %s', (_, language) => {
  const text = [
    `${first(language.from)}: Jane Sample <jane@customer.example>`,
    `${first(language.sent)}: 2025-02-03 10:23`,
    `${first(language.to)}: Support`,
    `${first(language.subject)}: Thank you`,
    '',
    'Words',
  ].join('\n');
  const block = read(text);
  expect(block).toMatchObject({ sent: '2025-02-03 10:23', subject: 'Thank you', end: 4 });
  expect(block?.author).toMatchObject({ name: 'Jane Sample', email: 'jane@customer.example' });
  expect(block?.languages).toContain(language.code);
});

test('an addressee list wrapped over several lines', () => {
  const block = read(
    'From: Jane <jane@customer.example>\nTo: Ana <ana@acme.example>;\n Ben <ben@acme.example>;\nCara,\nDan\nSubject: Hi\n\nWords',
  );
  expect(block).toMatchObject({ subject: 'Hi', end: 6 });
});

test('an addressee list wrapped at the end of the block does not take words with it', () => {
  const block = read(
    'From: Jane <jane@customer.example>\nTo: Ana <ana@acme.example>, Ben\n<ben@acme.example>\nDear Ana,\nthanks',
  );
  expect(block?.end).toBe(3);
});

test('values on the lines below their labels', () => {
  const block = read('From:\nJane <jane@customer.example>\nSubject:\nThank you\n\nWords');
  expect(block).toMatchObject({ subject: 'Thank you', end: 4 });
});

test('an empty line between any two labels, as HTML paragraphs give', () => {
  const block = read('From: Jane <jane@customer.example>\n\nSent: today\n\nSubject: Hi\n\nWords');
  expect(block).toMatchObject({ subject: 'Hi', end: 5 });
});

test.each([
  ['a heart', 'From: the bottom of our hearts\nTo: everyone at Acme'],
  ['a heart on a date', 'From: the bottom of our hearts\nDate: when we met\nTo: all of you'],
  ['a subject in a note', 'Subject: please read\n\nFrom: Jane <jane@customer.example>\nSent: today'],
  ['an author alone', 'From: Jane <jane@customer.example>\n\nWords'],
  ['no author', 'Date: 3 February 2025\nSubject: Hi\nTo: you'],
  ['an author without a letter', 'From: -\nSent: 2025\nSubject: Hi'],
])('%s is no header block', (_, text) => {
  expect(read(text)).toBeNull();
});

test('a bare name needs a date with digits, or a separator above', () => {
  expect(read('From: Jane\nSent: Monday, 3 February 2025\nSubject: Hi')).not.toBeNull();
  expect(read('From: Jane\nSubject: Hi')).toBeNull();
  expect(read('From: Jane\nSubject: Hi', true)).not.toBeNull();
});
