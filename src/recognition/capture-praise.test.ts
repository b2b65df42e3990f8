import { describe, expect, test } from 'vitest';
import { ana, ben, chloe, dana, eva, identityOf } from '../../test/samples/people.ts';
import { samplePraise } from '../../test/samples/praise.ts';
import type { ForwardedMail } from '../commands.ts';
import { capturePraise } from './capture-praise.ts';
import { named } from './story-heroes.ts';

const at = '2026-11-19T13:05:00.000Z';
const mail: ForwardedMail = {
  words: 'Ana called me back on a Sunday.',
  note: 'Look at this!',
  customer: { name: 'Grete Holm', email: 'grete@example.com' },
  subject: 'Thank you',
  wroteAt: '2026-11-18T09:00:00.000Z',
  messageIds: ['<one@example.com>'],
  unsure: [],
};
const capture = (differs: Partial<ForwardedMail>, known: Partial<Parameters<typeof capturePraise>[0]> = {}) =>
  capturePraise({
    command: { type: 'capture-praise', key: 'k', by: identityOf(ben), at, mail: { ...mail, ...differs } },
    id: 'praise',
    forwarder: ben,
    earlier: null,
    fingerprints: ['print'],
    guessedHeroes: [],
    ...known,
  });
const captured = (differs: Partial<ForwardedMail>) => {
  const { reply } = capture(differs);
  if (reply.type !== 'praise-waiting') throw new Error(`Not captured: ${reply.type}`);
  return reply.praise;
};

describe('a customer’s words', () => {
  test('wait in the inbox of whoever brought them', () => {
    const praise = samplePraise();
    expect(capture({})).toEqual({
      reply: { type: 'praise-waiting', praise },
      facts: [{ type: 'praise-captured', organization: 'o', at, praise, fingerprints: ['print'] }],
      announce: [
        {
          to: { kind: 'person', person: 'ben' },
          about: { kind: 'praise', id: 'praise' },
          view: { type: 'praise-waiting', praise },
        },
      ],
    });
  });

  test('come with a suggestion and with the colleagues named in them, but for who brought them', () => {
    const { reply } = capture(
      { words: 'A surprise for my mother.' },
      { guessedHeroes: [named(ben), named(ana)].map((hero) => ({ ...hero, said: null })) },
    );
    expect(reply).toMatchObject({
      praise: {
        suggestion: { lane: 'win', because: ['surprise', 'my mother'] },
        guessedHeroes: [{ ...named(ana), said: null }],
      },
    });
  });

  test('are shortened visibly when no mail is as long', () => {
    const { words } = captured({ words: 'x'.repeat(100_001) });
    expect(words).toBe(`${'x'.repeat(100_000)} […]`);
    expect(captured({ words: `${'x'.repeat(99_999)}😀` }).words.isWellFormed()).toBe(true);
  });

  test('keep a name and a subject that can be shown, and no address that was cut', () => {
    const long = captured({
      customer: { name: `Grete\n${'x'.repeat(200)}`, email: `${'x'.repeat(250)}@example.com` },
      subject: 's'.repeat(1000),
    });
    expect(long.customer).toEqual({ name: `Grete ${'x'.repeat(144)}`, email: null });
    expect(long.subject).toHaveLength(500);
    const local = `${'x'.repeat(242)}@example.com`;
    expect(captured({ customer: { name: ' ', email: local } }).customer).toEqual({ name: null, email: local });
  });

  test('that the forward came without are asked for, when it says whose they are', () => {
    const reply = capture({ words: '', unsure: ['words'] }).reply;
    expect(reply).toMatchObject({ type: 'praise-waiting', praise: { words: '', unsure: ['words'], suggestion: null } });
    const nobodys = { words: '', unsure: ['words'], customer: { name: null, email: ' ' }, subject: null } as const;
    expect(capture(nobodys).reply).toMatchObject({ reason: 'nothing-readable' });
  });

  test('that are none are said to be', () => {
    expect(capture({ words: ' \u200b\n ' })).toEqual({
      reply: { type: 'refusal', reason: 'nothing-readable', what: 'empty', limit: null },
      facts: [],
      announce: [],
    });
  });
});

describe('the same words brought again', () => {
  const settled = samplePraise({
    state: { status: 'settled', as: 'win', by: named(chloe), at, story: 's' },
  });
  const again = (by: typeof ben, earlier = settled) => capture({}, { forwarder: by, earlier });

  test('are answered with what became of them, and stored once', () => {
    expect(again(ben)).toEqual({ reply: { type: 'praise-already-here', praise: settled }, facts: [], announce: [] });
  });

  test.each([
    ['whoever brought them first', ben, 'Look at this!'],
    ['a manager', dana, 'Look at this!'],
    ['an admin', eva, 'Look at this!'],
    ['nobody else', ana, ''],
  ])('show the first one’s note to %s', (_who, person, note) => {
    expect(again(person).reply).toMatchObject({ type: 'praise-already-here', praise: { note } });
  });
});
