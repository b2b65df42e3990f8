import { expect, test } from 'vitest';
import { ana, ben, chloe, dana, identityOf } from '../../test/samples/people.ts';
import { samplePraise } from '../../test/samples/praise.ts';
import type { Praise } from '../views.ts';
import type { Person } from './organization.ts';
import { reopenPraise } from './reopen-praise.ts';
import { named } from './story-heroes.ts';

const at = '2026-11-20T08:00:00.000Z';
const settled = (as: 'win' | 'thanks' | 'not-praise', story: string | null = null) =>
  samplePraise({ state: { status: 'settled', as, by: named(dana), at, story } });
const reopen = (praise: Praise | null, person: Person = dana) =>
  reopenPraise({
    command: { type: 'reopen-praise', key: 'k', by: identityOf(person), at, praise: 'praise' },
    person,
    praise,
    guessedHeroes: [ana, ben].map((one) => ({ ...named(one), said: null })),
  });

test.each(['thanks', 'not-praise'] as const)(
  'what was settled as %s by a slip waits again, wherever it stands',
  (as) => {
    // Whose name stands in the words is looked for anew; whoever brought them is not guessed.
    const waiting = {
      type: 'praise-waiting',
      praise: samplePraise({ guessedHeroes: [{ ...named(ana), said: null }] }),
    };
    expect(reopen(settled(as))).toEqual({
      reply: waiting,
      facts: [{ type: 'praise-reopened', organization: 'o', at, praise: waiting.praise }],
      announce: [
        { to: 'wherever-it-stands', about: { kind: 'praise', id: 'praise' }, view: waiting },
        { to: 'wherever-it-stands', about: { kind: 'thanks', id: 'praise' }, view: { type: 'story-withdrawn' } },
      ],
    });
  },
);

test('its forwarder may say so too, a colleague may not', () => {
  expect(reopen(settled('thanks'), ben).facts).toHaveLength(1);
  expect(reopen(settled('thanks'), chloe).reply).toMatchObject({ reason: 'not-yours-to-settle' });
});

test('what became a story is taken back there, and what waits still waits', () => {
  expect(reopen(settled('win', 's')).reply).toMatchObject({ reason: 'already-settled', as: 'win' });
  expect(reopen(samplePraise())).toMatchObject({ reply: { type: 'praise-waiting' }, facts: [] });
  expect(reopen(null).reply).toMatchObject({ reason: 'praise-unknown' });
});
