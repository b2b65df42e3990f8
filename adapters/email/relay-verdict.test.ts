import { expect, test } from 'vitest';
import { relayVerdict } from './relay-verdict.ts';

const judge = (...values: string[]) => {
  const fields = values.map((value) => ({ name: 'authentication-results', value }));
  const { verdict } = relayVerdict(fields, 'mx.example.com', 'mia@example.com');
  return verdict;
};

test.each([
  'mx.example.com; dmarc=pass header.from=example.com',
  'MX.example.com 1; spf=fail smtp.mailfrom=x; dkim=pass header.d=example.com; dmarc=pass (p=REJECT) header.from=Example.com',
  'mx.example.com; dmarc = pass action=none header.from=mia@example.com',
])('%s: proven', (value) => {
  expect(judge(value)).toBe('proven');
});

test.each([
  ['another server’s', 'mx.evil.example; dmarc=pass header.from=example.com'],
  ['a longer name', 'mx.example.com.evil.example; dmarc=pass header.from=example.com'],
  ['a failure', 'mx.example.com; dmarc=fail header.from=example.com'],
  ['nothing about DMARC', 'mx.example.com; dkim=pass header.d=example.com'],
  ['another domain', 'mx.example.com; dmarc=pass header.from=evil.example'],
  ['no domain', 'mx.example.com; dmarc=pass'],
  ['a word in a comment', 'mx.example.com; dmarc=fail (dmarc=pass header.from=example.com)'],
  ['a word in a quoted string', 'mx.example.com; spf=fail smtp.mailfrom="x; dmarc=pass header.from=example.com"'],
  ['two words', 'mx.example.com; dmarc=fail header.from=example.com; dmarc=pass header.from=example.com'],
  ['an open quote', 'mx.example.com; dmarc=pass header.from=example.com "'],
  ['almost the method', 'mx.example.com; x-dmarc=pass header.from=example.com'],
])('%s proves nothing', (_, value) => {
  expect(judge(value)).toBe('unproven');
});

test('only the topmost counts', () => {
  const good = 'mx.example.com; dmarc=pass header.from=example.com';
  expect(judge(good, 'mx.evil.example; dmarc=fail')).toBe('proven');
  expect(judge('mx.evil.example; dmarc=fail', good)).toBe('unproven');
  expect(judge('mx.example.com; dmarc=fail header.from=example.com', good)).toBe('unproven');
  expect(judge()).toBe('unproven');
});

test('a relay that could not tell is asked again later', () => {
  expect(judge('mx.example.com; dmarc=temperror header.from=example.com')).toBe('later');
});
