import { expect, test } from 'vitest';
import { createRecentAnswers } from './recent-answers.ts';

test('an answer serves for ten seconds, and is asked for anew then', async () => {
  let now = 0;
  let asked = 0;
  const recent = createRecentAnswers(() => now);
  const ask = async () => {
    asked += 1;
    return [`answer ${asked}`];
  };
  expect(await recent.of('TXT example.com', ask)).toEqual(['answer 1']);
  now = 9_999;
  expect(await recent.of('TXT example.com', ask)).toEqual(['answer 1']);
  expect(await recent.of('MX example.com', ask)).toEqual(['answer 2']);
  now = 10_000;
  expect(await recent.of('TXT example.com', ask)).toEqual(['answer 3']);
});

test('silence is not kept', async () => {
  const recent = createRecentAnswers();
  const silent = () => Promise.reject(new Error('ETIMEOUT'));
  await expect(recent.of('TXT example.com', silent)).rejects.toThrow('ETIMEOUT');
  expect(await recent.of('TXT example.com', async () => ['back'])).toEqual(['back']);
});

test('that there is no answer is one', async () => {
  let now = 0;
  const recent = createRecentAnswers(() => now);
  const absent = () => Promise.reject(Object.assign(new Error('queryTxt'), { code: 'ENOTFOUND' }));
  await expect(recent.of('TXT example.com', absent)).rejects.toThrow('queryTxt');
  const there = async () => ['there'];
  await expect(recent.of('TXT example.com', there)).rejects.toThrow('queryTxt');
  now = 10_000;
  expect(await recent.of('TXT example.com', there)).toEqual(['there']);
});
