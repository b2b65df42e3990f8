import { expect, test } from 'vitest';
import type { Idea } from '../../src/ideas.ts';
import type { View } from '../../src/views.ts';
import { channel, person } from '../fakes/company.ts';
import { beginJourney, MONDAY_9, MONDAY_AFTER } from './journey.ts';

const CUP = 'Write the customer’s name on the cup.';

type Journey = Awaited<ReturnType<typeof beginJourney>>;

async function propose(journey: Journey, by: number, words: string): Promise<Idea> {
  const view = await journey.as(by)({ type: 'propose-idea', words, anyway: true });
  if (view.type !== 'idea-proposed') throw new Error(`Not proposed: ${JSON.stringify(view)}`);
  return view.idea;
}

const reasonOf = (view: View) => (view.type === 'refusal' ? view.reason : view.type);
const newsSeen = async (journey: Journey, by: number) =>
  (await journey.seenAt(by)).flatMap((view) => (view.type === 'idea-news' ? [view.what] : []));

test('an idea goes from its author to life, and everybody concerned hears each answer once, in private', async () => {
  const journey = await beginJourney();
  const { as, ask, seenAt } = journey;
  const { id: idea } = await propose(journey, 1, CUP);
  expect(reasonOf(await as(1)({ type: 'propose-idea', words: ` ${CUP} `, anyway: true }))).toBe('already-proposed');

  // Somebody with the same thought sees it before proposing, and joins.
  expect(await as(2)({ type: 'propose-idea', words: 'Names on cups!', anyway: false })).toMatchObject({
    type: 'ideas-alike',
    words: 'Names on cups!',
    ideas: [{ id: idea }],
  });
  await as(2)({ type: 'lend-hand', idea });
  await as(2)({ type: 'lend-hand', idea });
  expect(reasonOf(await as(1)({ type: 'lend-hand', idea }))).toBe('your-own-idea');

  expect(reasonOf(await as(3)({ type: 'back-idea', idea, clearing: 'Everything' }))).toBe('not-yours-to-answer');
  expect(reasonOf(await as(0)({ type: 'back-idea', idea, clearing: ' ' }))).toBe('clearing-missing');
  await as(0)({ type: 'back-idea', idea, clearing: 'Pens that write on paper' });
  expect(reasonOf(await as(3)({ type: 'bring-idea-alive', idea }))).toBe('not-your-idea');
  await as(1)({ type: 'bring-idea-alive', idea });
  expect(reasonOf(await as(1)({ type: 'bring-idea-alive', idea }))).toBe('idea-stands-so');

  expect(await newsSeen(journey, 1)).toEqual(['hand-lent', 'backed']);
  expect(await newsSeen(journey, 2)).toEqual(['backed', 'came-alive']);
  expect(await newsSeen(journey, 0)).toEqual(['came-alive']);
  expect(await seenAt(channel)).toEqual([]);
  expect(await ask({ type: 'ideas', by: person(4) })).toMatchObject({ alive: [{ id: idea }], backed: [], looking: [] });
  expect(await ask({ type: 'mine', by: person(2) })).toMatchObject({ ideas: { proposed: [], helped: [{ id: idea }] } });
  expect(await ask({ type: 'home', by: person(1), at: journey.clock.now() })).toMatchObject({
    ideas: { proposed: [{ id: idea, now: { state: 'alive' } }] },
    firstSteps: false,
  });
  expect(await journey.exported('idea')).toMatchObject([
    { id: idea, words: CUP, state: 'alive', hands: [{ name: 'Person 2' }], backing: { by: { name: 'Person 0' } } },
  ]);
});

test('a customer who notices an idea is heard by its author and hands, and by everyone in the digest', async () => {
  const journey = await beginJourney();
  const { as, seenAt } = journey;
  const { id: idea } = await propose(journey, 1, CUP);
  await as(2)({ type: 'lend-hand', idea });
  const { id: waiting } = await propose(journey, 3, 'An umbrella to borrow when it rains');
  await as(1)({ type: 'bring-idea-alive', idea });

  const brought = await journey.bring({ words: 'Person 4 wrote my name on my cup. What a surprise!' });
  if (brought.type !== 'praise-waiting') throw new Error('It does not wait.');
  const heroes = [person(4)];
  const heard = { heroes, audience: 'everyone', customer: 'full-name' } as const;
  const settled = await journey.settle(brought.praise.id, { as: 'win', ...heard });
  if (settled.type !== 'praise-settled' || settled.story === null) throw new Error('It is not settled.');
  expect(settled.soundsLike).toMatchObject({ id: idea });
  const story = settled.story.id;
  expect(reasonOf(await as(5)({ type: 'link-idea', idea, story }))).toBe('not-yours-to-change');
  await as(1)({ type: 'link-idea', idea, story });
  await as(1)({ type: 'link-idea', idea, story });
  const noticed = { type: 'idea-noticed', idea: { id: idea }, story: { id: story, words: settled.story.words } };
  expect(await seenAt(2)).toContainEqual(expect.objectContaining({ type: 'idea-noticed' }));
  expect((await seenAt(2)).filter(({ type }) => type === 'idea-noticed')).toMatchObject([noticed]);

  await journey.passTo(MONDAY_9);
  const below = async () =>
    (await seenAt(channel)).flatMap((view) => (view.type === 'digest' ? [view.digest.below?.ideas] : []));
  expect(await below()).toMatchObject([
    { alive: [{ idea: { id: idea }, noticed: { story, customer: 'Grete Holm' } }], looking: [{ id: waiting }] },
  ]);

  // The next digest tells none of it again.
  await journey.give('Carried every box.');
  await journey.passTo(MONDAY_AFTER);
  expect((await below())[1]).toBeUndefined();

  // A cheer keeps what stands below; other words, another lane and a withdrawal change it there too.
  await as(5)({ type: 'cheer-story', story });
  await as(3)({ type: 'reword-idea', idea: waiting, words: 'Umbrellas to borrow' });
  expect((await below())[0]).toMatchObject({
    alive: [{ noticed: { story } }],
    looking: [{ words: 'Umbrellas to borrow' }],
  });
  await as(1)({ type: 'move-story', story, to: { lane: 'recovery', whatBroke: 'The pen' } });
  expect((await below())[0]).toMatchObject({ alive: [{ idea: { id: idea }, noticed: null }] });
  await as(3)({ type: 'withdraw-idea', idea: waiting });
  expect((await below())[0]).toMatchObject({ alive: [{ idea: { id: idea } }], looking: [] });

  await as(1)({ type: 'retract-story', which: { story } });
  expect((await seenAt(2)).filter(({ type }) => type === 'idea-noticed')).toEqual([]);
  await as(1)({ type: 'withdraw-idea', idea });
  expect(JSON.stringify(await seenAt(2))).not.toContain('name on the cup');
  expect(JSON.stringify(await seenAt(channel))).not.toContain('name on the cup');
});

test('two managers, a withdrawal while it is backed, an idea laid to rest and woken', async () => {
  const journey = await beginJourney();
  const { as } = journey;
  await as(0)({ type: 'change-settings', changes: { managers: [person(0), person(5)] } });
  const { id: idea } = await propose(journey, 1, CUP);
  const [first, second] = await Promise.all([
    as(0)({ type: 'back-idea', idea, clearing: 'Pens' }),
    as(5)({ type: 'back-idea', idea, clearing: 'Cups' }),
  ]);
  expect([reasonOf(first), reasonOf(second)].toSorted()).toEqual(['already-backed', 'idea-changed']);
  expect(reasonOf(await as(5)({ type: 'rest-idea', idea, reason: 'No' }))).toBe('already-backed');
  expect(reasonOf(await as(0)({ type: 'rest-idea', idea, reason: '' }))).toBe('rest-reason-missing');
  await as(0)({ type: 'rest-idea', idea, reason: 'The cups change in spring.' });
  expect(reasonOf(await as(2)({ type: 'lend-hand', idea }))).toBe('idea-stands-so');
  expect(reasonOf(await as(3)({ type: 'wake-idea', idea }))).toBe('not-your-idea');
  await as(1)({ type: 'wake-idea', idea });
  expect(await newsSeen(journey, 1)).toEqual(['backed', 'rested']);

  const [gone, late] = await Promise.all([
    as(1)({ type: 'withdraw-idea', idea }),
    as(0)({ type: 'back-idea', idea, clearing: 'Pens' }),
  ]);
  expect(gone).toEqual({ type: 'idea-taken-back', words: CUP });
  expect(reasonOf(late)).toBe('idea-unknown');
  expect(reasonOf(await as(0)({ type: 'reword-idea', idea, words: 'Mine' }))).toBe('idea-unknown');
  expect(await newsSeen(journey, 1)).toEqual([]);
});

test('whoever is not named where others read is not named beside an idea either, but to those who hear of it in private', async () => {
  const journey = await beginJourney();
  const { as, ask } = journey;
  const { id: idea } = await propose(journey, 1, CUP);
  await as(2)({ type: 'lend-hand', idea });
  await as(1)({ type: 'hide-name' });
  await as(2)({ type: 'hide-name' });
  const read = JSON.stringify([
    await ask({ type: 'ideas', by: person(3) }),
    await ask({ type: 'idea', by: person(3), idea }),
    await as(3)({ type: 'propose-idea', words: 'Names on cups', anyway: false }),
    await as(0)({ type: 'back-idea', idea, clearing: 'Pens' }),
  ]);
  expect(read).toContain(CUP);
  expect(read).not.toMatch(/Person [12]/);
  expect(JSON.stringify(await journey.seenAt(1))).toContain('Person 2');
});

test('whoever is erased leaves their idea, and nobody reads whose it was or who helped', async () => {
  const journey = await beginJourney();
  const { as, ask } = journey;
  const { id: idea } = await propose(journey, 1, 'Person 1 writes the customer’s name on the cup.');
  const { id: helped } = await propose(journey, 3, 'Umbrellas to borrow');
  await as(1)({ type: 'lend-hand', idea: helped });
  await as(2)({ type: 'lend-hand', idea });
  const me = await ask({ type: 'people', connection: person(1).connection });
  const erased = me.type === 'people' ? me.people.find(({ user }) => user === 'p1')?.person : undefined;
  await as(0)({ type: 'erase-person', person: erased ?? '' });
  await journey.ledger.sweepUp();
  const left = JSON.stringify([await ask({ type: 'ideas', by: person(4) }), await journey.exported('idea')]);
  expect(left).toContain('writes the customer’s name on the cup.');
  expect(left).toContain('Umbrellas to borrow');
  expect(left).not.toContain('Person 1');
  expect(reasonOf(await as(2)({ type: 'take-hand-back', idea }))).toBe('idea-changed');
  expect(reasonOf(await as(0)({ type: 'back-idea', idea, clearing: 'Pens' }))).toBe('idea-changed');
});

test('an idea without an answer is put before those who manage after two weeks, once, and again once it is woken', async () => {
  const journey = await beginJourney();
  const { as, passTo } = journey;
  const { id: idea } = await propose(journey, 1, CUP);
  const waitingAt = async (by: number) =>
    (await journey.seenAt(by)).filter(({ type }) => type === 'idea-waiting').length;
  await passTo('2026-12-02T08:00:00.000Z');
  expect(await waitingAt(0)).toBe(0);
  await passTo('2026-12-02T09:01:00.000Z');
  await passTo('2026-12-09T09:01:00.000Z');
  expect([await waitingAt(0), await waitingAt(1)]).toEqual([1, 0]);
  await as(0)({ type: 'rest-idea', idea, reason: 'Not now' });
  await as(1)({ type: 'wake-idea', idea });
  await passTo('2026-12-30T09:01:00.000Z');
  expect(await waitingAt(0)).toBe(2);
});

test('what is kept between a few is linked to no idea, and a recovery brings it to its author but never to the digest', async () => {
  const journey = await beginJourney();
  const { as, seenAt } = journey;
  const { id: idea } = await propose(journey, 2, CUP);
  await as(2)({ type: 'bring-idea-alive', idea });
  const secret = await journey.give('Wrote a name on the cup.', { audience: 'heroes' });
  expect(reasonOf(await as(1)({ type: 'link-idea', idea, story: secret.id }))).toBe('story-kept-between');
  const recovery = await journey.give('Wrote the right name on a new cup.', { whatBroke: 'The spelling of xenial' });
  await as(1)({ type: 'link-idea', idea, story: recovery.id });
  expect(await seenAt(2)).toContainEqual(expect.objectContaining({ type: 'idea-noticed' }));
  await journey.give('Carried every box.');
  await journey.passTo(MONDAY_9);
  const told = JSON.stringify((await seenAt(channel)).filter(({ type }) => type === 'digest'));
  expect(told).toContain(CUP);
  expect(told).not.toMatch(/new cup|xenial|Wrote a name/);
});

test('a week without stories tells what came alive and what fell, once, and follows what becomes of it', async () => {
  const journey = await beginJourney();
  const { as, seenAt, passTo } = journey;
  const posted = async () => (await seenAt(channel)).map((view) => (view.type === 'digest' ? view.digest : view.type));
  await passTo(MONDAY_9);
  expect(await posted()).toEqual(['quiet-week']);

  // The week after a question would be silent.
  const { id: idea } = await propose(journey, 1, CUP);
  await as(1)({ type: 'bring-idea-alive', idea });
  const report = { type: 'report-obstacle', kind: null, touchpoint: null, named: true, mentions: [] } as const;
  const reported = await as(2)({ ...report, words: 'The till has one key only.' });
  if (reported.type !== 'obstacle') throw new Error('It is not reported.');
  await as(0)({ type: 'take-obstacle', obstacle: reported.obstacle.id });
  await as(0)({ type: 'clear-obstacle', obstacle: reported.obstacle.id, whatChanged: 'There are two.' });
  await passTo(MONDAY_AFTER);
  const news = { week: '2026-W49', inFull: [], inALine: [] };
  const cleared = [{ id: reported.obstacle.id }];
  expect((await posted())[1]).toMatchObject({
    ...news,
    below: { ideas: { alive: [{ idea: { id: idea } }] }, cleared },
  });
  expect((await posted())[1]).not.toHaveProperty('question');
  expect(await journey.exported('digest')).toMatchObject([
    { posted: 'question' },
    { posted: 'news', wins: [], ideas: [idea], obstacles: [reported.obstacle.id] },
  ]);

  // Nothing is told again, and what looks for a hand stands with the question.
  const { id: looks } = await propose(journey, 3, 'An umbrella to borrow when it rains');
  await passTo('2026-12-07T08:00:00.000Z');
  const asking = {
    week: '2026-W50',
    below: { ideas: { alive: [], looking: [{ id: looks }] } },
    question: expect.any(Number),
  };
  expect((await posted())[2]).toMatchObject(asking);
  expect((await posted())[2]).not.toHaveProperty('below.cleared');

  await as(1)({ type: 'withdraw-idea', idea });
  await as(3)({ type: 'withdraw-idea', idea: looks });
  expect((await posted())[1]).toMatchObject({ ...news, below: { cleared } });
  expect((await posted())[2]).toMatchObject({ week: '2026-W50', question: expect.any(Number) });
  expect(JSON.stringify(await posted())).not.toMatch(/cup|umbrella/);
});

test('a story may be asked about later, and whoever goes unnamed is asked about without their name', async () => {
  const journey = await beginJourney();
  const { as, ask } = journey;
  const { id: idea } = await propose(journey, 3, CUP);
  await as(3)({ type: 'hide-name' });
  const story = await journey.give('Person 2 wrote the customer’s name on the cup.');
  const looked = () => ask({ type: 'story', by: person(1), story: story.id });
  expect(await looked()).toMatchObject({ soundsLike: { id: idea, author: { person: '' } } });
  expect(JSON.stringify(await looked())).not.toContain('Person 3');
  expect(await ask({ type: 'story', by: person(4), story: story.id })).not.toHaveProperty('soundsLike');
  await as(1)({ type: 'link-idea', idea, story: story.id });
  expect(await looked()).not.toHaveProperty('soundsLike');
});
