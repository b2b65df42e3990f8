import { describe, expect, test } from 'vitest';
import type { View } from '../../src/views.ts';
import { channel, person } from '../fakes/company.ts';
import { beginJourney, digestsSeen, MONDAY_9 } from './journey.ts';

const unknown = { type: 'refusal', reason: 'story-unknown' };

describe('a story between a few', () => {
  test('is seen by its heroes and its teller, and by nobody else anywhere', async () => {
    const journey = await beginJourney();
    const { as, ask, give, seenAt, passTo } = journey;
    const story = await give('Sat with me through the night shift.', { audience: 'heroes', heroes: [person(2)] });
    const see = (number: number) => ask({ type: 'story', by: person(number), story: story.id });

    expect(await seenAt(2)).toEqual([{ type: 'you-were-named', story }]);
    expect(await see(1)).toMatchObject({ type: 'story', mayChange: true });
    expect(await see(2)).toMatchObject({ type: 'story', mayChange: false });
    for (const other of [0, 3]) expect(await see(other)).toEqual(unknown);
    expect(await as(3)({ type: 'cheer-story', story: story.id })).toEqual(unknown);
    expect(await as(3)({ type: 'confirm-win', story: story.id })).toEqual(unknown);
    expect(await as(3)({ type: 'retract-story', which: { story: story.id } })).toEqual(unknown);
    expect(await as(3)({ type: 'correct-words', story: story.id, words: 'Mine.' })).toEqual(unknown);

    for (const reader of [0, 1, 2, 3]) {
      expect(await ask({ type: 'search', by: person(reader), words: 'night' })).toMatchObject({ stories: [] });
    }
    expect(await ask({ type: 'mine', by: person(2) })).toMatchObject({ aboutMe: [{ id: story.id }], told: [] });
    expect(await ask({ type: 'mine', by: person(1) })).toMatchObject({ aboutMe: [], told: [{ id: story.id }] });
    expect(await ask({ type: 'mine', by: person(3) })).toMatchObject({ aboutMe: [], told: [] });
    expect(await ask({ type: 'digest-preview', by: person(0), at: MONDAY_9 })).toMatchObject({
      digest: { inFull: [], inALine: [] },
      held: [],
      unsettled: [],
    });
    await passTo(MONDAY_9);
    expect(await digestsSeen(journey)).toEqual([]);
    expect(await seenAt(channel)).toMatchObject([{ type: 'quiet-week' }]);

    await as(1)({ type: 'move-story', story: story.id, to: { lane: 'recovery', whatBroke: 'The roster' } });
    expect(await ask({ type: 'search', by: person(0), words: 'night' })).toMatchObject({ stories: [] });
    expect(await seenAt(channel)).toHaveLength(1);
    for (const other of [0, 3]) expect(await seenAt(other)).toEqual([]);
  });
});

describe('search', () => {
  test('finds by the beginnings of words, without minding accents or case, in both lanes', async () => {
    const { ask, give } = await beginJourney();
    const café = await give('Chloé saved a seat in the café for a lady with a suitcase.', { customer: 'Garden Shop' });
    const bell = await give('Mended the bell of the café.', { whatBroke: 'The bell' });
    const naïve = await give('Explained the naïve painters to a class of twelve.');
    await give('Ganz ohne Grund.');
    const found = async (words: string) => {
      const view = await ask({ type: 'search', by: person(4), words });
      if (view.type !== 'search-results') throw new Error(view.type);
      return view.stories.map(({ id }) => id).toSorted();
    };
    expect(await found('CAFE')).toEqual([café.id, bell.id].toSorted());
    expect(await found('caf seat')).toEqual([café.id]);
    expect(await found('cafe\u0301')).toEqual([café.id, bell.id].toSorted());
    expect(await found('naive paint')).toEqual([naïve.id]);
    expect(await found('garden')).toEqual([café.id]);
    expect(await found('fé')).toEqual([]);
    expect(await found('nothing of this')).toEqual([]);
  });

  test('takes what people type for words, never for orders', async () => {
    const { ask, give } = await beginJourney();
    const story = await give('Drew "a map" AND found NEAR by* the (old) door: -x');
    for (const words of ['"a map"', 'AND', 'NEAR(', 'by*', '-x', '(old', 'door:', "o'door OR"]) {
      const view = await ask({ type: 'search', by: person(4), words });
      expect([words, view.type]).toEqual([words, 'search-results']);
    }
    expect(await ask({ type: 'search', by: person(4), words: '"a map' })).toMatchObject({ stories: [story] });
    for (const words of ['', ' ', '"*"', '—']) {
      expect(await ask({ type: 'search', by: person(4), words })).toEqual({
        type: 'refusal',
        reason: 'no-search-words',
      });
    }
  });

  test('follows corrections and retractions, and shows twenty and that there are more', async () => {
    const { as, ask, give } = await beginJourney();
    const search = (words: string) => ask({ type: 'search', by: person(4), words });
    const story = await give('Drew a mapp.');
    await as(1)({ type: 'correct-words', story: story.id, words: 'Drew a chart.' });
    expect(await search('mapp')).toMatchObject({ stories: [] });
    expect(await search('chart')).toMatchObject({ stories: [{ id: story.id }] });
    await as(1)({ type: 'retract-story', which: 'my-last' });
    expect(await search('chart')).toMatchObject({ stories: [], more: false });
    for (let number = 0; number < 21; number += 1) await give(`Carried sofa number ${number}.`);
    const view = await search('sofa');
    expect(view.type === 'search-results' && [view.stories.length, view.more]).toEqual([20, true]);
  });
});

test('one organization’s stories, praise and people are out of another’s reach', async () => {
  const { as, ask, bring, core, clock, give, settle } = await beginJourney();
  const at = clock.now();
  const connection = { id: 'other', platform: 'web', digestChannel: 'good-news' } as const;
  await core.handle({
    type: 'open-connection',
    key: 'open',
    at,
    organization: { id: 'other company', name: 'Other', sample: false },
    connection,
    schedule: { minute: 0, hour: 9, weekday: 1, timeZone: 'UTC' },
  });
  const roles = { manager: true, admin: true, active: true, guest: false };
  const all = { email: 'p1@example.com', kind: 'human', ...roles } as const;
  const people = [{ user: 'x', name: 'Xenia', ...all }];
  await core.handle({ type: 'meet-people', key: 'meet', at, connection: 'other', people });
  const xenia = { connection: 'other', user: 'x' };
  const story = await give('Drew a map.');
  const praise = await bring({});
  if (praise.type !== 'praise-waiting') throw new Error(praise.type);

  const answers: View[] = [
    await ask({ type: 'story', by: xenia, story: story.id }),
    await as(xenia)({ type: 'cheer-story', story: story.id }),
    await as(xenia)({ type: 'hold-win', story: story.id }),
    await as(xenia)({ type: 'retract-story', which: { story: story.id } }),
    await as(xenia)({ type: 'move-story', story: story.id, to: { lane: 'recovery', whatBroke: 'It' } }),
  ];
  expect(answers).toEqual(answers.map(() => unknown));
  expect(
    await as(xenia)({ type: 'settle-praise', praise: praise.praise.id, settlement: { as: 'not-praise' } }),
  ).toEqual({
    type: 'refusal',
    reason: 'praise-unknown',
  });
  expect(await ask({ type: 'praise', by: xenia, praise: praise.praise.id })).toMatchObject({
    reason: 'praise-unknown',
  });
  expect(await ask({ type: 'inbox', by: xenia })).toMatchObject({ praise: [] });
  expect(await ask({ type: 'search', by: xenia, words: 'map' })).toMatchObject({ stories: [] });
  expect(await ask({ type: 'people', connection: 'other' })).toMatchObject({ people: [{ name: 'Xenia' }] });
  expect(
    await settle(praise.praise.id, { as: 'win', heroes: [xenia], audience: 'everyone', customer: 'full-name' }),
  ).toMatchObject({
    reason: 'person-unknown',
    name: 'x',
  });
  expect(await as(xenia)({ type: 'move-clock', to: '2026-12-01T00:00:00.000Z' })).toMatchObject({
    reason: 'not-a-sample',
  });
});
