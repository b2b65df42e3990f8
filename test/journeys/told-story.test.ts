import { describe, expect, test } from 'vitest';
import { channel, kudos, person } from '../fakes/company.ts';
import { beginJourney, digestsSeen, MONDAY_9, MONDAY_AFTER } from './journey.ts';

describe('a story that a digest told', () => {
  test('is heard of at once, told on Monday, and moves, returns and goes wherever it stands', async () => {
    const journey = await beginJourney();
    const { as, give, seenAt, passTo } = journey;
    const first = await give('Drew a map for a customer who cannot read small print.');
    const second = await give('Carried a sofa up four floors.', { heroes: [person(3), person(4)] });

    expect(await seenAt(2)).toEqual([{ type: 'you-were-named', story: first }]);
    expect(await seenAt(4)).toEqual([{ type: 'you-were-named', story: second }]);
    expect(await seenAt(channel)).toEqual([first, second].map((story) => ({ type: 'story-told', story })));

    await passTo(MONDAY_9);
    expect(await digestsSeen(journey)).toEqual([{ week: '2026-W48', inFull: [first.id, second.id], inALine: [] }]);

    await as(5)({ type: 'cheer-story', story: first.id });
    await as(3)({ type: 'cheer-story', story: first.id });
    const moved = await as(1)({
      type: 'move-story',
      story: first.id,
      to: { lane: 'recovery', whatBroke: 'The small print' },
    });
    expect(moved).toMatchObject({ story: { id: first.id, lane: 'recovery', cheers: 2 } });
    expect(await digestsSeen(journey)).toEqual([{ week: '2026-W48', inFull: [second.id], inALine: [] }]);
    expect(await seenAt(2)).toMatchObject([{ type: 'you-were-named', story: { lane: 'recovery', cheers: 2 } }]);
    expect(await journey.exported('win')).toMatchObject([{ id: second.id }]);
    expect(await journey.exported('recovery')).toMatchObject([
      { id: first.id, whatBroke: 'The small print', cheers: 2, heroes: [{ name: 'Person 2' }] },
    ]);

    await as(0)({ type: 'move-story', story: first.id, to: { lane: 'win' } });
    expect(await digestsSeen(journey)).toEqual([{ week: '2026-W48', inFull: [first.id, second.id], inALine: [] }]);
    const by = await journey.exported('person');
    const nameOf = (id: unknown) => by.find((one) => one.id === id)?.name;
    const traces = await journey.exported('trace');
    expect(traces.map(({ story, what, by: who, at }) => [story, what, nameOf(who), at])).toEqual([
      [first.id, 'moved to recovery', 'Person 1', MONDAY_9],
      [first.id, 'moved to win', 'Person 0', MONDAY_9],
    ]);

    const third = await give('Called only to ask how the wedding had been.');
    await passTo(MONDAY_AFTER);
    expect((await digestsSeen(journey)).at(-1)).toEqual({ week: '2026-W49', inFull: [third.id], inALine: [] });

    const taken = await as(1)({ type: 'retract-story', which: { story: first.id } });
    expect(taken).toMatchObject({ type: 'story-retracted', words: first.words });
    expect(await seenAt(2)).toMatchObject([{ type: 'story-withdrawn' }, { type: 'you-were-named', story: third }]);
    expect((await seenAt(channel))[0]).toEqual({ type: 'story-withdrawn' });
    expect((await digestsSeen(journey))[0]).toEqual({ week: '2026-W48', inFull: [second.id], inALine: [] });
    expect(await journey.ask({ type: 'story', by: person(1), story: first.id })).toMatchObject({
      reason: 'story-unknown',
    });
  });

  test('shows corrected words and cheers in the digest too', async () => {
    const journey = await beginJourney();
    const story = await journey.give('Drew a mapp.');
    await journey.passTo(MONDAY_9);
    await journey.as(1)({ type: 'correct-words', story: story.id, words: 'Drew a map.' });
    await journey.as(3)({ type: 'cheer-story', story: story.id });
    const views = await journey.seenAt(channel);
    expect(views).toMatchObject([
      { type: 'story-told', story: { words: 'Drew a map.', cheers: 1 } },
      { type: 'digest', digest: { inFull: [{ words: 'Drew a map.', cheers: 1 }] } },
    ]);
    expect(await journey.ask({ type: 'feed', place: channel, limit: 10 })).toMatchObject({
      posts: views.map((view) => ({ view })),
    });
  });
});

test('undo takes back the newest story, and nobody else’s', async () => {
  const { as, give, seenAt, clock } = await beginJourney();
  await give('An older story.');
  clock.pass(1000);
  const newest = await give('A newer story.', { whatBroke: 'The bell' });
  clock.pass(1000);
  await give('Somebody else’s story.', { by: person(3) });
  const undo = () => as(1)({ type: 'retract-story', which: 'my-last' });
  expect(await undo()).toMatchObject({ type: 'story-retracted', words: newest.words });
  expect(await undo()).toMatchObject({ type: 'story-retracted', words: 'An older story.' });
  expect(await undo()).toEqual({ type: 'refusal', reason: 'nothing-to-undo' });
  expect((await seenAt(channel)).filter(({ type }) => type === 'story-told')).toHaveLength(1);
});

test('a story taken back before anybody saw it is never shown', async () => {
  const { undelivered, as, give, seenAt, adapter } = await beginJourney();
  await undelivered(async () => {
    await give('A slip.');
    await as(1)({ type: 'retract-story', which: 'my-last' });
  });
  await seenAt(2);
  expect(adapter.delivered).toEqual([]);
});

test('the same words about the same people within a day are one story; after it they are another', async () => {
  const { core, clock, give } = await beginJourney();
  const story = await give('  Drew a map. ');
  const again = (words: string, differs = {}) => core.handle(kudos(`again ${words}`, words, clock.now(), differs));
  clock.pass(23 * 3_600_000);
  expect(await again('Drew a map.')).toEqual({
    type: 'refusal',
    reason: 'already-told',
    story: story.id,
    at: story.at,
  });
  expect((await again('Drew a map. ', { heroes: [person(3)] })).type).toBe('kudos-given');
  expect((await again('Drew a map!')).type).toBe('kudos-given');
  clock.pass(3_600_001);
  expect((await again('\nDrew a map.')).type).toBe('kudos-given');
});

test('a repeated key gets the first reply, whatever has happened since', async () => {
  const { as, ask, give, seenAt } = await beginJourney();
  const story = await give('Drew a map.', { key: 'the same' });
  await as(1)({ type: 'correct-words', story: story.id, words: 'Drew a better map.' });
  expect(await give('Something else altogether.', { key: 'the same' })).toEqual(story);
  expect(await ask({ type: 'mine', by: person(1) })).toMatchObject({ told: [{ words: 'Drew a better map.' }] });
  const cheer = () => as(3)({ type: 'cheer-story', story: story.id, key: 'a cheer' });
  expect(await Promise.all([cheer(), cheer(), cheer()])).toEqual(
    Array(3).fill({ type: 'cheered', story: story.id, cheers: 1, byMe: true }),
  );
  expect(await seenAt(channel)).toHaveLength(1);
  const refused = () => as(4)({ type: 'correct-words', story: story.id, words: 'Mine!', key: 'no' });
  expect(await refused()).toEqual(await refused());
});

test('people whom nobody knows are told so', async () => {
  const { core, clock, as } = await beginJourney();
  const nobody = { connection: person(1).connection, user: 'nobody' };
  expect(await as(nobody)({ type: 'retract-story', which: 'my-last' })).toEqual({
    type: 'refusal',
    reason: 'person-unknown',
    name: 'nobody',
  });
  const elsewhere = { connection: 'elsewhere', user: 'p1' };
  expect(await core.handle(kudos('k', 'Words.', clock.now(), { by: elsewhere }))).toMatchObject({
    reason: 'person-unknown',
    name: 'p1',
  });
  expect(await core.handle(kudos('l', 'Words.', clock.now(), { heroes: [nobody] }))).toMatchObject({
    reason: 'person-unknown',
    name: 'nobody',
  });
});
