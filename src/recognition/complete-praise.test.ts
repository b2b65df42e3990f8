import { describe, expect, test } from 'vitest';
import { identityOf, samplePerson } from '../../test/samples/people.ts';
import { samplePraise } from '../../test/samples/praise.ts';
import type { Praise } from '../views.ts';
import { completePraise } from './complete-praise.ts';
import { named } from './story-heroes.ts';

const at = '2026-11-23T08:00:00.000Z';
const [ana, ben, chloe] = [samplePerson('Ana Duarte'), samplePerson('Ben Okafor'), samplePerson('Chloé Martin')];
const empty = samplePraise({
  words: '',
  unsure: ['words', 'name'],
  customer: { name: null, email: 'g@example.com' },
  forwarder: named(ben),
});

function complete(given: { words?: string; name?: string }, praise: Praise | null = empty, person = ben) {
  const { words = null, name = null } = given;
  const command = {
    type: 'complete-praise',
    key: 'k',
    by: identityOf(person),
    at,
    praise: 'praise',
    words,
    name,
  } as const;
  return completePraise({ command, person, praise, colleagues: [ana, ben, chloe] });
}

function completed(given: { words?: string; name?: string }, praise?: Praise): Praise {
  const { reply } = complete(given, praise);
  if (reply.type !== 'praise-waiting') throw new Error(reply.type);
  return reply.praise;
}

describe('what a mail did not say', () => {
  test('is filled in, and what the words look like and whom they name is found in them', () => {
    expect(completed({ words: ' Ana carried my bags without being asked. ', name: 'Grete' })).toMatchObject({
      words: 'Ana carried my bags without being asked.',
      customer: { name: 'Grete', email: 'g@example.com' },
      unsure: [],
      suggestion: { lane: 'win' },
      guessedHeroes: [{ ...named(ana), said: null }],
      state: { status: 'waiting' },
    });
  });

  test('is stored, and stands corrected wherever it is shown', () => {
    const { reply, facts, announce } = complete({ words: 'Thank you, Ana.' });
    const praise = completed({ words: 'Thank you, Ana.' });
    expect(facts).toEqual([{ type: 'praise-completed', organization: ben.organization, at, praise }]);
    expect(announce).toEqual([{ to: 'wherever-it-stands', about: { kind: 'praise', id: praise.id }, view: reply }]);
  });

  test('may come in two steps; what nobody filled in stays unsure', () => {
    expect(completed({ words: 'Thank you.' }).unsure).toEqual(['name']);
    const whole = samplePraise({ words: 'All of the mail', unsure: ['words', 'name', 'date'], forwarder: named(ben) });
    expect(completed({ name: 'Grete' }, whole)).toMatchObject({ words: 'All of the mail', unsure: ['words', 'date'] });
    expect(completed({ words: ' \n', name: ' ' }, whole)).toMatchObject({
      words: 'All of the mail',
      unsure: whole.unsure,
    });
  });

  test('is freed of telephone numbers like every mail', () => {
    expect(completed({ words: 'Call me: +49 30 901820 12' }).words).not.toContain('901820');
  });

  test('is all that can be changed: what the mail did say is the customer’s', () => {
    const clear = samplePraise({
      words: 'My own words.',
      unsure: [],
      customer: { name: 'Grete', email: null },
      forwarder: named(ben),
    });
    expect(completed({ words: 'Better words!', name: 'Somebody' }, clear)).toMatchObject({
      words: 'My own words.',
      customer: { name: 'Grete' },
    });
  });

  test.each([
    ['nobody who may not settle it', { words: 'x' }, empty, chloe, 'not-yours-to-settle'],
    ['no praise that is not there', { words: 'x' }, null, ben, 'praise-unknown'],
    ['nothing, where words are missing', { name: 'Grete' }, empty, ben, 'praise-without-words'],
    [
      'nothing that was settled',
      { words: 'x' },
      samplePraise({
        forwarder: named(ben),
        state: { status: 'settled', as: 'thanks', by: named(ben), at, story: null },
      }),
      ben,
      'already-settled',
    ],
  ] as const)('is filled in by %s', (_who, given, praise, person, reason) => {
    expect(complete(given, praise, person)).toEqual({
      reply: expect.objectContaining({ type: 'refusal', reason }),
      facts: [],
      announce: [],
    });
  });
});
