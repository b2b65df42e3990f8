import { expect, test } from 'vitest';
import { pastedMail } from './pasted-mail.ts';

const text = (raw: Uint8Array) => Buffer.from(raw).toString('utf8');

test('the source of a mail stays as it is', () => {
  const source = 'From: a@example.org\nMessage-ID: <1@example.org>\nSubject: Hi\n\nThank you!';
  expect(text(pastedMail(`\n${source}`, { user: 'dana' }))).toBe(source);
});

test('the text of a mail is put into one, whatever it begins with', () => {
  for (const words of ['Danke schön!', 'From: Grete\nSubject: Hi\n\nThank you!', 'no empty line', '']) {
    const [head = '', body = ''] = text(pastedMail(words, { user: 'dana' })).split('\r\n\r\n');
    expect(head).toContain('From: <dana@example.com>');
    expect(Buffer.from(body, 'base64').toString('utf8')).toBe(words);
  }
});
