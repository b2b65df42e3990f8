import { expect, test } from 'vitest';
import { splitMbox } from './mbox.ts';

const split = (text: string) => [...splitMbox(Buffer.from(text))].map((mail) => Buffer.from(mail).toString());

test('mails stand between lines that begin with "From "', () => {
  const mails = split('From jane Mon Feb  3\nSubject: a\n\none\n\nFrom ben Tue Feb  4\nSubject: b\n\ntwo\n');
  expect(mails).toEqual(['Subject: a\n\none\n\n', 'Subject: b\n\ntwo\n']);
});

test('quoted "From " lines lose one mark, and "From " within a paragraph separates nothing', () => {
  const mails = split('From x\nSubject: a\n\n>From me to you\n>>From us\nwe heard\nFrom everybody\n> quoted\n');
  expect(mails).toEqual(['Subject: a\n\nFrom me to you\n>From us\nwe heard\nFrom everybody\n> quoted\n']);
});

test('Windows line ends', () => {
  expect(split('From x\r\nA: 1\r\n\r\none\r\n\r\nFrom y\r\nB: 2\r\n\r\ntwo')).toEqual([
    'A: 1\r\n\r\none\r\n\r\n',
    'B: 2\r\n\r\ntwo',
  ]);
});

test('a file that is no mbox is one mail; an empty one is none', () => {
  expect(split('Subject: a\n\none')).toEqual(['Subject: a\n\none']);
  expect(split('')).toEqual([]);
});
