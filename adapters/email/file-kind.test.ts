import { expect, test } from 'vitest';
import { fileKind } from './file-kind.ts';

const kind = (text: string) => fileKind(Buffer.from(text));

test.each([
  ['a server’s headers', 'Received: by mx.example\nFrom: a@b.example\n\nHi'],
  ['a byte order mark and an empty line first', '\ufeff\r\nMIME-Version: 1.0\r\nFrom: a@b.example\r\n\r\nHi'],
  ['an mbox line first', 'From jane Mon Feb 3\nFrom: a@b.example\nSubject: x\n\nHi'],
  ['the fewest headers', 'From: a@b.example\nTo: c@d.example\nSubject: x\n\nHi'],
  ['a date as RFC 5322 wants it', 'From: a@b.example\nDate: Mon, 3 Feb 2025 10:23:00 +0100\nSubject: x\n\nHi'],
  ['no body', 'Message-ID: <a@b>\nFrom: a@b.example\n'],
])('%s: a mail', (_, text) => {
  expect(kind(text)).toBe('mail');
});

test.each([
  ['words', 'Dear Ana,\n\nthank you!'],
  ['a block copied out of Outlook', 'From: Jane <jane@x.example>\nSent: Monday\nTo: us\nSubject: x\n\nHi'],
  [
    'a block copied out of Apple Mail',
    'From: Jane <jane@x.example>\nSubject: x\nDate: 3 February 2025 at 10:23:00 CET\nTo: us\n\nHi',
  ],
  ['words with a colon', 'PS: thank you\nAna: you are great\n'],
])('%s: a text', (_, text) => {
  expect(kind(text)).toBe('text');
});

test('an Outlook .msg and a Word file are neither', () => {
  expect(fileKind(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1))).toBe('binary');
  expect(fileKind(Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 6, 0))).toBe('binary');
});
