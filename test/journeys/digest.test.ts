import Sqlite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { channel, person } from '../fakes/company.ts';
import { beginJourney, digestsSeen, MONDAY_9, MONDAY_AFTER, WEDNESDAY } from './journey.ts';

const mended = 'The parcel was lost, and Person 2 sent another the same day.';

describe('a kudos that tells of a problem and a repair', () => {
  test('waits outside the digest until somebody says that nothing went wrong', async () => {
    const journey = await beginJourney();
    const { as, ask, give, passTo } = journey;
    const asked = await give(mended);
    expect(asked).toMatchObject({ lane: 'win', settled: false });
    expect(await ask({ type: 'digest-preview', by: person(0), at: WEDNESDAY })).toMatchObject({
      digest: { inFull: [], inALine: [] },
      unsettled: [asked],
      held: [],
      due: MONDAY_9,
    });
    const other = await give('Drew a map.');
    await passTo(MONDAY_9);
    expect(await digestsSeen(journey)).toMatchObject([{ inFull: [other.id] }]);

    expect(await as(2)({ type: 'confirm-win', story: asked.id })).toMatchObject({ story: { settled: true } });
    await passTo(MONDAY_AFTER);
    expect((await digestsSeen(journey)).at(-1)).toEqual({ week: '2026-W49', inFull: [asked.id], inALine: [] });
  });

  test('leaves the digest’s queue for good when something had gone wrong', async () => {
    const journey = await beginJourney();
    const { as, ask, give, passTo, seenAt } = journey;
    const asked = await give(mended);
    await as(1)({ type: 'move-story', story: asked.id, to: { lane: 'recovery', whatBroke: 'The parcel’s label' } });
    expect(await ask({ type: 'digest-preview', by: person(0), at: WEDNESDAY })).toMatchObject({ unsettled: [] });
    await passTo(MONDAY_9);
    await passTo(MONDAY_AFTER);
    expect(await digestsSeen(journey)).toEqual([]);
    expect((await seenAt(channel))[0]).toMatchObject({ story: { lane: 'recovery', whatBroke: 'The parcel’s label' } });
  });
});

describe('a win that an admin holds', () => {
  test('stays out of one digest and stands in the next', async () => {
    const journey = await beginJourney();
    const { as, ask, give, passTo } = journey;
    const [held, told] = [await give('Names a customer.'), await give('Drew a map.')];
    expect(await as(1)({ type: 'hold-win', story: held.id })).toEqual({ type: 'refusal', reason: 'admins-only' });
    expect(await as(0)({ type: 'hold-win', story: held.id })).toMatchObject({ type: 'win-held', until: '2026-W48' });
    const preview = await ask({ type: 'digest-preview', by: person(0), at: WEDNESDAY });
    expect(preview).toMatchObject({ digest: { inFull: [{ id: told.id }] }, held: [{ id: held.id }], mayHold: true });
    await passTo(MONDAY_9);
    await passTo(MONDAY_AFTER);
    expect(await digestsSeen(journey)).toEqual([
      { week: '2026-W48', inFull: [told.id], inALine: [] },
      { week: '2026-W49', inFull: [held.id], inALine: [] },
    ]);
    expect(await as(0)({ type: 'hold-win', story: told.id })).toMatchObject({ reason: 'not-in-the-digest-queue' });
  });

  test('and lets in after all is told with the others', async () => {
    const journey = await beginJourney();
    const { as, give, passTo } = journey;
    const story = await give('Names a customer.');
    await as(0)({ type: 'hold-win', story: story.id });
    expect(await as(0)({ type: 'release-win', story: story.id })).toMatchObject({ type: 'win-released' });
    await passTo(MONDAY_9);
    expect(await digestsSeen(journey)).toMatchObject([{ inFull: [story.id] }]);
  });
});

describe('the schedule', () => {
  test('posts a week once, however often it looks', async () => {
    const journey = await beginJourney();
    await journey.give('Drew a map.');
    await journey.passTo('2026-11-23T07:59:59.999Z');
    expect(await digestsSeen(journey)).toEqual([]);
    await Promise.all([journey.passTo(MONDAY_9), journey.passTo(MONDAY_9)]);
    await journey.passTo('2026-11-23T08:01:00.000Z');
    await journey.passTo('2026-11-29T22:00:00.000Z');
    expect(await digestsSeen(journey)).toHaveLength(1);
  });

  test('makes up for a Monday that was missed while Herald was away, within its week', async () => {
    const journey = await beginJourney();
    await journey.give('Drew a map.');
    await journey.passTo('2026-11-26T15:00:00.000Z');
    expect(await digestsSeen(journey)).toMatchObject([{ week: '2026-W48' }]);
  });

  test('posts one digest and no more after a long time away', async () => {
    const journey = await beginJourney();
    await journey.give('Drew a map.');
    await journey.passTo('2027-01-06T15:00:00.000Z');
    await journey.passTo('2027-01-06T15:01:00.000Z');
    expect((await digestsSeen(journey)).map(({ week }) => week)).toEqual(['2027-W01']);
  });

  test('asks one open question in a week without wins, is silent the week after, and asks anew after that', async () => {
    const { passTo, seenAt } = await beginJourney();
    const asked = async () => (await seenAt(channel)).map((view) => view.type === 'quiet-week' && view.week);
    await passTo(MONDAY_9);
    expect(await asked()).toEqual(['2026-W48']);
    await passTo(MONDAY_AFTER);
    expect(await asked()).toEqual(['2026-W48']);
    await passTo('2026-12-07T08:00:00.000Z');
    expect(await asked()).toEqual(['2026-W48', '2026-W50']);
  });
});

test('a held win that is a recovery for a while is held as before when it comes back', async () => {
  const journey = await beginJourney();
  const { as, give, passTo } = journey;
  const story = (await give('Drew a map.')).id;
  await as(0)({ type: 'hold-win', story });
  await as(1)({ type: 'move-story', story, to: { lane: 'recovery', whatBroke: 'The sign' } });
  await as(1)({ type: 'move-story', story, to: { lane: 'win' } });
  await passTo(MONDAY_9);
  expect(await digestsSeen(journey)).toEqual([]);
  await passTo(MONDAY_AFTER);
  expect(await digestsSeen(journey)).toMatchObject([{ week: '2026-W49', inFull: [story] }]);
});

test('six wins: five in full, the sixth in a line, none dropped', async () => {
  const journey = await beginJourney();
  const told = [];
  for (const number of [1, 2, 3, 4, 5, 6]) {
    journey.clock.pass(60_000);
    told.push((await journey.give(`Story ${number}.`, { heroes: [person(2 + (number % 4))] })).id);
  }
  await journey.passTo(MONDAY_9);
  const [digest] = await digestsSeen(journey);
  expect(digest?.inFull).toHaveLength(5);
  expect([...(digest?.inFull ?? []), ...(digest?.inALine ?? [])].toSorted()).toEqual(told.toSorted());
});

test('the digest’s whole path needs no recoveries: their tables may be gone', async () => {
  const journey = await beginJourney();
  const { as, ask, file, give, passTo } = journey;
  const [first, second, held] = [await give('Drew a map.'), await give('Carried a sofa.'), await give('Sang.')];
  const gone = new Sqlite(file);
  gone.pragma('foreign_keys = OFF');
  for (const table of ['recovery_words', 'recovery_heroes', 'recoveries']) gone.exec(`DROP TABLE ${table}`);
  gone.close();

  expect((await as(0)({ type: 'hold-win', story: held.id })).type).toBe('win-held');
  expect(await ask({ type: 'digest-preview', by: person(0), at: WEDNESDAY })).toMatchObject({
    digest: { inFull: [{ id: first.id }, { id: second.id }] },
    held: [{ id: held.id }],
  });
  await passTo(MONDAY_9);
  await as(4)({ type: 'cheer-story', story: first.id });
  await as(1)({ type: 'correct-words', story: first.id, words: 'Drew a map by hand.' });
  await as(1)({ type: 'retract-story', which: { story: second.id } });
  expect(await digestsSeen(journey)).toEqual([{ week: '2026-W48', inFull: [first.id], inALine: [] }]);
  await passTo(MONDAY_AFTER);
  expect((await digestsSeen(journey)).at(-1)).toMatchObject({ week: '2026-W49', inFull: [held.id] });
});
