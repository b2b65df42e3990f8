import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparable, headerEnd, headerFields, soleSender } from './header-fields.ts';

const fieldsOf = (text: string) => headerFields(Buffer.from(text));
const sender = (header: string) => {
  const fields = fieldsOf(`${header}\r\n\r\nHi`);
  return fields === null ? null : soleSender(fields);
};

describe('the sender', () => {
  test.each([
    ['From: mia@example.com', 'mia@example.com'],
    ['From: Mia Smith <Mia@Example.com>', 'mia@example.com'],
    ['From: "Smith, Mia" <mia@example.com>', 'mia@example.com'],
    ['From: "bob@evil.example" <mia@example.com>', 'mia@example.com'],
    ['From: Mia (of <evil@evil.example>) <mia@example.com>', 'mia@example.com'],
    ['From: =?utf-8?q?Mia?=\r\n <mia@example.com>', 'mia@example.com'],
    ['From: mia@example.com <mia@example.com>', 'mia@example.com'],
    ['FROM : mia@example.com', 'mia@example.com'],
    ['From: Mia <mia@bücher.example>', 'mia@xn--bcher-kva.example'],
    ['From: Zoë <zoë@example.com>', 'zoë@example.com'],
  ])('of %s is %s', (header, address) => {
    expect(sender(header)).toBe(address);
  });

  test.each([
    ['two From fields', 'From: mia@example.com\r\nFrom: bob@evil.example'],
    ['no From field', 'Subject: Hi'],
    ['two mailboxes', 'From: bob@evil.example, mia@example.com'],
    ['a name and a mailbox', 'From: bob, mia@example.com'],
    ['a group', 'From: all: mia@example.com;'],
    ['two brackets', 'From: <bob@evil.example> <mia@example.com>'],
    ['another address as a name', 'From: bob@evil.example <mia@example.com>'],
    ['a route', 'From: <@evil.example:mia@example.com>'],
    ['a quoted local part', 'From: "mia@example.com"@evil.example'],
    ['an open comment', 'From: mia@example.com ( bob@evil.example'],
    ['an open quote', 'From: "mia <mia@example.com>'],
    ['a bare carriage return', 'X: y\rFrom: bob@evil.example\r\nFrom: mia@example.com'],
    ['a NUL', 'From: mia@example.com\0.evil.example'],
    ['no domain', 'From: mia'],
    ['a line that is no field', 'From: mia@example.com\r\nhello there'],
    ['a fold before anything', ' From: mia@example.com'],
  ])('is nobody with %s', (_, header) => {
    expect(sender(header)).toBeNull();
  });
});

test('the header ends at the first empty line, and one without an end is not waited for for ever', () => {
  expect(headerEnd(Buffer.from('A: b\r\n\r\nC: d'))).toBe(8);
  expect(headerEnd(Buffer.from('A: b\n\nC: d'))).toBe(6);
  expect(headerEnd(Buffer.from('A: b\r\nC: d'))).toBeNull();
  expect(fieldsOf(`A: ${'x'.repeat(200_000)}\r\n\r\n`)).toBeNull();
});

test('addresses that DNS and mail programs hold for the same are the same', () => {
  expect(comparable('Mia@BÜCHER.example')).toBe(comparable('mia@xn--bcher-kva.example'));
  expect(comparable('mia')).not.toContain('undefined');
});

test('any bytes are read or refused', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const fields = headerFields(bytes);
      if (fields !== null) soleSender(fields);
    }),
  );
});
