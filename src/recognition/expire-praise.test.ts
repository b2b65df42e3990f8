import { expect, test } from 'vitest';
import { dana } from '../../test/samples/people.ts';
import { samplePraise } from '../../test/samples/praise.ts';
import type { Praise, PraiseStatus } from '../views.ts';
import { expirePraise } from './expire-praise.ts';
import { named } from './story-heroes.ts';

const DAY = 86_400_000;
const now = Date.parse('2026-11-18T09:00:00.000Z');
const ago = (days: number) => new Date(now - days * DAY).toISOString();
const settled = (id: string, as: 'win' | 'thanks' | 'not-praise', at: string): Praise =>
  samplePraise({ id, state: { status: 'settled', as, by: named(dana), at, story: null } satisfies PraiseStatus });
const expire = (...praise: readonly Praise[]) =>
  expirePraise({
    command: { type: 'expire-praise', key: 'k', organization: 'o', at: new Date(now).toISOString() },
    praiseDays: 90,
    settled: praise,
  });

test('words are let go once they were settled longer ago than they are kept, and what is no praise after a week', () => {
  const { facts } = expire(
    settled('old', 'win', ago(90.1)),
    settled('kept', 'thanks', ago(89.9)),
    settled('complaint', 'not-praise', ago(7.1)),
    settled('slip', 'not-praise', ago(6.9)),
  );
  expect(facts.map((fact) => 'praise' in fact && fact.praise)).toEqual(['old', 'complaint']);
});

test('what waits is never let go', () => {
  expect(expire(samplePraise({ capturedAt: ago(4000) })).facts).toEqual([]);
});

test('where the words stand it says that they were there, with nothing of anybody’s in it', () => {
  const { announce } = expire(settled('old', 'win', ago(91)));
  expect(announce).toMatchObject([
    {
      to: 'wherever-it-stands',
      about: { kind: 'praise', id: 'old' },
      view: { type: 'praise-expired', praise: { state: { status: 'expired', as: 'win' } } },
    },
  ]);
  expect(JSON.stringify(announce)).not.toMatch(/Grete|grete|Sunday|Look at this|Thank you/);
});
