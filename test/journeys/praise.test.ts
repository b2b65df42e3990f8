import { describe, expect, test } from 'vitest';
import type { Praise, View } from '../../src/views.ts';
import { channel, person } from '../fakes/company.ts';
import { beginJourney, digestsSeen, MONDAY_9, WEDNESDAY } from './journey.ts';

function praiseIn(view: View): Praise {
  if (view.type === 'praise-waiting' || view.type === 'praise-already-here' || view.type === 'praise-settled') {
    return view.praise;
  }
  throw new Error(`No praise: ${JSON.stringify(view)}`);
}
const win = { as: 'win', heroes: [person(2)], audience: 'everyone', customer: 'full-name' } as const;

describe('a customer’s words', () => {
  test('wait with who brought them and with those who manage', async () => {
    const { bring, ask, seenAt } = await beginJourney();
    const praise = praiseIn(await bring({}));
    expect(praise).toMatchObject({
      customer: { name: 'Grete Holm', email: 'grete@example.com' },
      forwarder: { name: 'Person 1' },
      note: 'Look at this!',
      state: { status: 'waiting' },
    });
    expect(await seenAt(1)).toEqual([{ type: 'praise-waiting', praise }]);
    for (const reader of [person(1), person(0)]) {
      expect(await ask({ type: 'inbox', by: reader })).toEqual({ type: 'inbox', praise: [praise], more: 0 });
    }
    expect(await ask({ type: 'inbox', by: person(3) })).toEqual({ type: 'inbox', praise: [], more: 0 });
  });

  test('brought twice are here once: by the mail’s id, by an attached mail’s id, and by what they say', async () => {
    const { bring, exported } = await beginJourney();
    const { id } = praiseIn(await bring({ messageIds: ['<outer@example.com>', '<inner@example.com>'] }));
    const again = [
      await bring({ messageIds: ['<outer@example.com>'], words: 'Cut differently.' }),
      await bring({ messageIds: ['<another@example.com>', '<inner@example.com>'] }, 0),
      await bring({
        messageIds: [],
        words: 'PERSON 2 called me back on a Sunday - only to hear\nwhether the roses had arrived!',
      }),
    ];
    expect(again.map((view) => [view.type, praiseIn(view).id])).toEqual(again.map(() => ['praise-already-here', id]));
    expect(await exported('praise')).toHaveLength(1);
  });

  test('in a few words of thanks may come again another day', async () => {
    const { bring } = await beginJourney();
    const thanks = (id: string, wroteAt: string | null) => bring({ words: 'Thank you!', messageIds: [id], wroteAt });
    expect((await thanks('<a@example.com>', '2026-03-02T09:00:00.000Z')).type).toBe('praise-waiting');
    expect((await thanks('<b@example.com>', '2026-09-02T09:00:00.000Z')).type).toBe('praise-waiting');
    expect((await thanks('<c@example.com>', '2026-03-02T09:00:00.000Z')).type).toBe('praise-already-here');
  });

  test('that the forward came without are asked for, and then they are as if they had come', async () => {
    const { as, bring, settle, seenAt, ask, exported } = await beginJourney();
    const { id } = praiseIn(
      await bring({ words: '', unsure: ['words', 'name'], customer: { name: null, email: 'grete@example.com' } }),
    );
    expect(await bring({ words: '', unsure: ['words'], messageIds: ['<another@example.com>'] })).toMatchObject({
      type: 'praise-waiting',
    });
    expect(await settle(id, win)).toMatchObject({ type: 'refusal', reason: 'praise-without-words' });
    const words = 'Person 2 called me back on a Sunday, without being asked. My number is 0170 1234567.';
    await as(1)({ type: 'complete-praise', praise: id, words, name: 'Grete Holm' });
    const kept = words.replace('0170 1234567', '[phone number removed]');
    expect((await seenAt(1)).map(praiseIn).find((praise) => praise.id === id)).toMatchObject({
      words: kept,
      customer: { name: 'Grete Holm', email: 'grete@example.com' },
      unsure: [],
      suggestion: { lane: 'win' },
    });
    expect(await ask({ type: 'inbox', by: person(0) })).toMatchObject({
      praise: expect.arrayContaining([expect.objectContaining({ id, words: kept })]),
    });
    expect(await settle(id, win)).toMatchObject({
      type: 'praise-settled',
      story: { words: kept, customer: 'Grete Holm' },
    });
    expect(await exported('win')).toMatchObject([{ words: kept, customer: 'Grete Holm' }]);
  });

  test('settled as a win are told to their hero, and on Monday to everyone before our own words', async () => {
    const journey = await beginJourney();
    const { bring, settle, give, seenAt, passTo, exported } = journey;
    const ours = await give('Drew a map.');
    const { id } = praiseIn(await bring({}));
    const settled = await settle(id, win);
    if (settled.type !== 'praise-settled' || settled.story === null) throw new Error(settled.type);
    expect(settled.story).toMatchObject({
      voice: 'customer',
      customer: 'Grete Holm',
      teller: { name: 'Person 1' },
      words: 'Person 2 called me back on a Sunday, only to hear whether the roses had arrived.',
    });
    expect(await seenAt(1)).toEqual([settled]);
    expect(await seenAt(2)).toContainEqual({ type: 'you-were-named', story: settled.story });
    await passTo(MONDAY_9);
    expect(await digestsSeen(journey)).toEqual([
      { week: '2026-W48', inFull: [settled.story.id, ours.id], inALine: [] },
    ]);
    expect(await exported('praise')).toMatchObject([
      { id, status: 'settled', settledAs: 'win', settledBy: 'Person 1', story: settled.story.id },
    ]);
  });

  test('settled as a recovery never come near the digest', async () => {
    const journey = await beginJourney();
    const { bring, settle, passTo, exported, seenAt } = journey;
    const { id } = praiseIn(await bring({}));
    await settle(id, { ...win, as: 'recovery', whatBroke: 'The courier’s list' });
    await passTo(MONDAY_9);
    expect(await digestsSeen(journey)).toEqual([]);
    expect(await exported('recovery')).toMatchObject([{ whatBroke: 'The courier’s list' }]);
    expect(await seenAt(2)).toMatchObject([{ type: 'you-were-named', story: { lane: 'recovery' } }]);
  });

  test('kept as thanks reach whom they name in private; no praise reaches nobody', async () => {
    const { bring, settle, seenAt, exported } = await beginJourney();
    const thanks = praiseIn(await bring({}));
    await settle(thanks.id, {
      as: 'thanks',
      heroes: [person(2), person(3)],
      audience: 'heroes',
      customer: 'full-name',
    });
    const complaint = praiseIn(await bring({ words: 'Where is my parcel?', messageIds: [] }));
    await settle(complaint.id, { as: 'not-praise' });
    for (const hero of [2, 3]) {
      expect(await seenAt(hero)).toEqual([
        { type: 'customer-thanks-you', words: thanks.words, customer: 'Grete Holm' },
      ]);
    }
    expect(await seenAt(channel)).toEqual([]);
    expect([...(await exported('win')), ...(await exported('recovery'))]).toEqual([]);
    expect((await seenAt(1)).map((view) => praiseIn(view).state)).toMatchObject([
      { as: 'thanks', by: { name: 'Person 1' } },
      { as: 'not-praise' },
    ]);
  });

  test('settled by a slip wait in the inbox again, and thanks sent for them are taken away', async () => {
    const { as, bring, settle, seenAt, ask } = await beginJourney();
    const { id } = praiseIn(await bring({}));
    await settle(id, { as: 'thanks', heroes: [person(2)], audience: 'heroes', customer: 'full-name' });
    expect(await seenAt(2)).toMatchObject([{ type: 'customer-thanks-you' }]);
    expect(await as(1)({ type: 'reopen-praise', praise: id })).toMatchObject({ type: 'praise-waiting' });
    expect(await ask({ type: 'inbox', by: person(1) })).toMatchObject({ praise: [{ id }], more: 0 });
    expect(await seenAt(2)).toEqual([{ type: 'story-withdrawn' }]);
    expect(await settle(id, win)).toMatchObject({ type: 'praise-settled', story: { lane: 'win' } });
  });

  test('are settled by one: two at once, and the second hears who and how', async () => {
    const { bring, settle, exported } = await beginJourney();
    const { id } = praiseIn(await bring({}));
    const [first, second] = await Promise.all([
      settle(id, { as: 'thanks', heroes: [], audience: 'heroes', customer: 'full-name' }, 0),
      settle(id, win, 1),
    ]);
    expect(first.type).toBe('praise-settled');
    expect(second).toMatchObject({
      type: 'refusal',
      reason: 'already-settled',
      by: { name: 'Person 0' },
      as: 'thanks',
      at: WEDNESDAY,
    });
    expect(await exported('win')).toEqual([]);
    expect(await settle(id, win, 3)).toMatchObject({ reason: 'not-yours-to-settle', forwarder: { name: 'Person 1' } });
  });

  test('can be opened however many wait before them, by those who may settle them', async () => {
    const { ask, bring } = await beginJourney();
    const brought: Praise[] = [];
    for (let count = 1; count <= 21; count += 1) {
      brought.push(praiseIn(await bring({ words: `Lovely surprise number ${count}.`, messageIds: [] })));
    }
    const last = brought.at(-1);
    if (!last) throw new Error('Nothing was brought.');
    const see = (number: number) => ask({ type: 'praise', by: person(number), praise: last.id });
    expect(await ask({ type: 'inbox', by: person(1) })).toMatchObject({ more: 1 });
    for (const reader of [0, 1]) expect(await see(reader)).toEqual({ type: 'praise-waiting', praise: last });
    expect(await see(3)).toMatchObject({ reason: 'not-yours-to-settle', forwarder: { name: 'Person 1' } });
  });

  test('whose story moves count as what it is now', async () => {
    const { as, bring, settle, seenAt, exported } = await beginJourney();
    const { id } = praiseIn(await bring({}));
    const settled = await settle(id, win);
    if (settled.type !== 'praise-settled' || settled.story === null) throw new Error(settled.type);
    const { story } = settled;
    await as(2)({ type: 'move-story', story: story.id, to: { lane: 'recovery', whatBroke: 'The roses' } });
    expect(await settle(id, win, 0)).toMatchObject({ reason: 'already-settled', as: 'recovery' });
    expect(await seenAt(1)).toMatchObject([{ type: 'praise-settled', story: { lane: 'recovery' } }]);
    expect(await exported('praise')).toMatchObject([{ settledAs: 'recovery', story: story.id }]);
  });

  test('wait again when their story is taken back, also by the manager who settled them, and are told anew', async () => {
    const journey = await beginJourney();
    const { as, ask, bring, settle, seenAt, passTo } = journey;
    const { id } = praiseIn(await bring({}));
    const first = await settle(id, win, 0);
    if (first.type !== 'praise-settled' || first.story === null) throw new Error(first.type);
    await passTo(MONDAY_9);
    expect(await seenAt(2)).toMatchObject([{ type: 'you-were-named' }]);
    const taken = await as(0)({ type: 'retract-story', which: { story: first.story.id } });
    expect(taken).toMatchObject({ type: 'story-retracted', words: first.story.words });
    expect(await digestsSeen(journey)).toEqual([{ week: '2026-W48', inFull: [], inALine: [] }]);
    expect(await seenAt(1)).toMatchObject([{ type: 'praise-waiting', praise: { id, state: { status: 'waiting' } } }]);
    expect(await seenAt(2)).toEqual([{ type: 'story-withdrawn' }]);
    expect(await ask({ type: 'inbox', by: person(1) })).toMatchObject({ praise: [{ id }] });

    const second = await settle(id, { ...win, heroes: [person(3)] });
    expect(second).toMatchObject({ type: 'praise-settled', story: { heroes: [{ name: 'Person 3' }] } });
    expect(await seenAt(1)).toEqual([second]);
  });

  test('are the manager’s praise too when the customer names others beside them', async () => {
    const { bring, settle } = await beginJourney();
    const { id } = praiseIn(await bring({}, 0));
    const heroes = (...numbers: number[]) => ({ ...win, heroes: numbers.map(person) });
    expect(await settle(id, heroes(0), 0)).toEqual({ type: 'refusal', reason: 'only-yourself' });
    expect(await settle(id, heroes(0, 2), 0)).toMatchObject({
      story: { heroes: [{ name: 'Person 0' }, { name: 'Person 2' }] },
    });
  });
});
