import { expect, test } from 'vitest';
import { splitOneLineBlock } from './one-line.ts';

test('a header block in one line becomes a line per label', () => {
  const line =
    '----- Forwarded Message ----- From: "Jane" <jane@customer.example>To: Ana <ana@acme.example>Sent: Mon, 10:23:45Subject: Note: thanks to: you';
  expect(splitOneLineBlock(line)).toEqual([
    '----- Forwarded Message -----',
    'From: "Jane" <jane@customer.example>',
    'To: Ana <ana@acme.example>',
    'Sent: Mon, 10:23:45',
    'Subject: Note: thanks to: you',
  ]);
});

test.each([
  'From: Jane <jane@customer.example>',
  'Thanks to: Ana, from: me@x.example, date: today',
  'Subject: a From: b@c.example',
])('"%s" stays one line', (line) => {
  expect(splitOneLineBlock(line)).toBeNull();
});
