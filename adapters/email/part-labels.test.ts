import { expect, test } from 'vitest';
import { relabelled, unfolded } from './part-labels.ts';

const relabel = (text: string, keepCharset: boolean) => {
  const { raw, flow } = relabelled(Buffer.from(text, 'latin1'), { keepCharset });
  return { text: Buffer.from(raw).toString('latin1'), flow };
};

test('flowed text is told of, and hidden from the parser', () => {
  expect(relabel('Content-Type: text/plain;\r\n charset=utf-8; format=flowed\r\n\r\nHi', true)).toEqual({
    text: 'Content-Type: text/plain;\r\n charset=utf-8; format=x-flowed\r\n\r\nHi',
    flow: 'flowed',
  });
  expect(relabel('Content-Type: text/plain; format=x-flowed; delsp=yes\n\nflowed', true).flow).toBe('flowed-delsp');
  expect(relabel('Content-Type: text/plain\n\nflowed', true).flow).toBe('fixed');
});

test('a label that cannot be trusted gives way, any other stays', () => {
  expect(relabel('Content-Type: text/plain; charset="UTF-8"\n\nHi', false).text).toContain(
    'text/plain; charset=windows-1252',
  );
  expect(relabel('Content-Type: text/html\n\nHi', false).text).toBe(
    'Content-Type: text/html; charset=windows-1252\n\nHi',
  );
  expect(relabel('Subject: x\n\nHi', false).text).toBe(
    'Content-Type: text/plain; charset=windows-1252\nSubject: x\n\nHi',
  );
  const japanese = 'Content-Type: text/plain; charset=iso-2022-jp\n\nHi';
  expect(relabel(japanese, false).text).toBe(japanese);
});

test('flowed lines join within their own depth of quotation, a signature mark never', () => {
  expect(unfolded('> one \n> two \n>> three \nfour \nfive\n-- \nJane', 'flowed')).toBe(
    '> one two \n>> three \nfour five\n-- \nJane',
  );
  expect(unfolded('one \n two\n From me', 'flowed')).toBe('one two\nFrom me');
  expect(unfolded('長い \n文章', 'flowed-delsp')).toBe('長い文章');
  expect(unfolded('one \ntwo', 'fixed')).toBe('one \ntwo');
});
