import { describe, expect, test } from 'vitest';
import { ana, ben, chloe, identityOf, mentioned, robot } from '../../test/samples/people.ts';
import { sampleWin } from '../../test/samples/win.ts';
import { confirmNomination } from './confirm-nomination.ts';
import { type KnownNomination, nominate, withdrawNomination } from './nominate.ts';
import type { Person } from './organization.ts';
import { named } from './story-heroes.ts';

const at = '2026-11-18T09:00:00.000Z';
const markedAt = '2026-11-18T08:59:59.000Z';
const permalink = 'https://chat.example.com/p1';
const message = { channel: 'C1', message: '17.01', permalink, words: 'Ana stayed until it worked.' };
const nomination = { id: 'n', by: named(ben), message: { connection: 'c', ...message }, heroes: [named(ana)], at };
const waiting: KnownNomination = { nomination, story: null };
const told: KnownNomination = { nomination, story: 's' };
const refused = (reason: string, fields: object = {}) => ({
  reply: { type: 'refusal', reason, ...fields },
  facts: [],
  announce: [],
});

const propose = (differs: Partial<Parameters<typeof nominate>[0]> = {}, words = message.words) =>
  nominate({
    command: {
      type: 'nominate',
      key: 'k',
      by: identityOf(ben),
      at,
      message: { ...message, words },
      heroes: [],
      markedAt,
    },
    id: 'n',
    nominator: ben,
    heroes: mentioned(ana),
    earlier: null,
    told: null,
    withdrawnUntil: null,
    ...differs,
  });

describe('a nomination', () => {
  const view = { type: 'nomination-waiting', nomination };

  test('asks the one who made it, and nobody else', () => {
    expect(propose()).toEqual({
      reply: view,
      facts: [{ type: 'message-nominated', organization: 'o', at, nomination }],
      announce: [{ to: { kind: 'person', person: 'ben' }, about: { kind: 'nomination', id: 'n' }, view }],
    });
  });

  test('made twice asks once', () => {
    expect(propose({ earlier: waiting, id: 'another' })).toEqual({ reply: view, facts: [], announce: [] });
  });

  test('of a message that became a story is told so, until that story is taken back', () => {
    const story = sampleWin('s', { at: '2026-11-17T09:00:00.000Z' });
    expect(propose({ earlier: told, told: story })).toEqual(
      refused('already-told', { story: 's', at: '2026-11-17T09:00:00.000Z' }),
    );
    expect(propose({ earlier: told, told: null, id: 'again' }).reply).toMatchObject({ nomination: { id: 'again' } });
  });

  test('needs a colleague to be about', () => {
    expect(propose({ heroes: mentioned(ben) })).toEqual(refused('own-message-marked'));
    expect(propose({ heroes: mentioned(robot) })).toEqual(refused('only-bots'));
  });

  test('of a long message is cut to a story, visibly; of a picture it has no words yet', () => {
    const long = propose({}, 'w'.repeat(4000)).reply;
    if (long.type !== 'nomination-waiting') throw new Error(long.type);
    expect(long.nomination.message.words).toHaveLength(3000);
    expect(long.nomination.message.words).toMatch(/w \[…\]$/);
    expect(propose({}, ' ').reply).toMatchObject({ nomination: { message: { words: '' } } });
  });
});

describe('a nomination taken back', () => {
  const withdraw = (known: KnownNomination | null, person: Person = ben, until: string | null = null) =>
    withdrawNomination({
      command: { type: 'withdraw-nomination', key: 'k', by: identityOf(person), at, message, until },
      person,
      known,
    });

  test('takes its question along', () => {
    const view = { type: 'nomination-withdrawn' };
    expect(withdraw(waiting)).toEqual({
      reply: view,
      facts: [{ type: 'nomination-withdrawn', organization: 'o', at, nomination: 'n' }],
      announce: [{ to: 'wherever-it-stands', about: { kind: 'nomination', id: 'n' }, view }],
    });
  });

  test('after it was told leaves the story', () => {
    expect(withdraw(told)).toEqual(refused('nomination-unknown'));
    expect(withdraw(null)).toEqual(refused('nomination-unknown'));
  });

  test('is remembered: the mark itself may be heard of later', () => {
    const where = { ...message, connection: 'c' };
    const fact = {
      type: 'withdrawal-remembered',
      organization: 'o',
      at,
      person: 'ben',
      message: where,
      until: markedAt,
    };
    expect(withdraw(null, ben, markedAt)).toEqual({
      reply: { type: 'nomination-withdrawn' },
      facts: [fact],
      announce: [],
    });
    expect(withdraw(waiting, ben, markedAt).facts.at(-1)).toEqual(fact);
    const withdrawn = { reply: { type: 'nomination-withdrawn' }, facts: [], announce: [] };
    expect(propose({ withdrawnUntil: markedAt })).toEqual(withdrawn);
    expect(propose({ withdrawnUntil: '2026-11-18T08:59:58.999Z' }).reply.type).toBe('nomination-waiting');
  });
});

describe('a nomination confirmed', () => {
  const confirm = (differs: Partial<Parameters<typeof confirmNomination>[0]> = {}, words = 'In my words.') =>
    confirmNomination({
      command: {
        type: 'confirm-nomination',
        key: 'k',
        by: identityOf(ben),
        at,
        nomination: 'n',
        heroes: [],
        words,
        whatBroke: null,
        customer: null,
        touchpoint: null,
        audience: 'everyone',
        where: null,
      },
      known: waiting,
      told: null,
      id: 's',
      teller: ben,
      heroes: mentioned(ana, chloe),
      inTheseWords: [],
      announce: 'where-typed',
      ...differs,
    });

  test('is a story of whoever nominated it, with the way back to the message; the question shows it', () => {
    const { reply, facts, announce } = confirm();
    expect(reply).toMatchObject({
      type: 'kudos-given',
      story: { id: 's', words: 'In my words.', teller: named(ben), heroes: [named(ana), named(chloe)], permalink },
    });
    expect(facts.map(({ type }) => type)).toEqual(['story-told', 'nomination-confirmed']);
    expect(facts[1]).toMatchObject({ nomination: 'n', story: 's' });
    expect(announce.map(({ to }) => to)).toEqual([
      { kind: 'person', person: 'ana' },
      { kind: 'person', person: 'chloe' },
      'wherever-it-stands',
    ]);
    expect(announce.at(-1)).toMatchObject({ about: { kind: 'nomination', id: 'n' }, view: reply });
  });

  test('keeps waiting when the story cannot be told', () => {
    expect(confirm({}, ' ')).toEqual(refused('no-words'));
  });

  test('is for the one who made it, once', () => {
    expect(confirm({ teller: chloe })).toEqual(refused('nomination-unknown'));
    expect(confirm({ known: null })).toEqual(refused('nomination-unknown'));
    expect(confirm({ known: told })).toEqual(refused('nomination-unknown'));
    const story = sampleWin('s');
    expect(confirm({ known: told, told: story })).toEqual(refused('already-told', { story: 's', at: story.at }));
  });
});
