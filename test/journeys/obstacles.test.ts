import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Obstacle, ObstacleView } from '../../src/obstacles.ts';
import type { View } from '../../src/views.ts';
import { person } from '../fakes/company.ts';
import { beginJourney, MONDAY_9, WEDNESDAY } from './journey.ts';

const report = { type: 'report-obstacle', kind: null, touchpoint: null, named: true, mentions: [] } as const;
const THURSDAY_9 = '2026-11-19T08:00:00.000Z';

type One = Extract<ObstacleView, { type: 'obstacle' }>;

function obstacleIn(view: View | undefined): Obstacle {
  if (view?.type !== 'obstacle') throw new Error(`No obstacle: ${JSON.stringify(view)}`);
  return view.obstacle;
}

const newsOf = (views: readonly View[]) => views.flatMap((view) => (view.type === 'obstacle' ? [view.news] : []));

describe('an obstacle', () => {
  test('is put before those who manage, owned, cleared with what changed, told once and open again', async () => {
    const { as, seenAt, give, passTo, ask } = await beginJourney();
    const words = 'No refund without a form <https://example.com/form>';
    const reported = (await as(1)({ ...report, words, kind: 'policy', touchpoint: 'the till' })) as One;
    expect(reported).toMatchObject({ news: 'reported', obstacle: { words, kind: 'policy', touchpoint: 'the till' } });
    const { id } = reported.obstacle;
    expect(await seenAt(0)).toMatchObject([{ type: 'obstacle', news: 'new', offers: ['take'] }]);
    expect(await seenAt(2)).toEqual([]);

    // Two at once: one owns it, the other learns who.
    const take = { type: 'take-obstacle', obstacle: id } as const;
    const [first, second] = await Promise.all([as(2)(take), as(0)(take)]);
    expect(first).toMatchObject({ news: 'yours', offers: ['clear', 'release'] });
    expect(second).toMatchObject({ type: 'refusal', reason: 'obstacle-owned', owner: { name: 'Person 2' } });
    expect(newsOf(await seenAt(1))).toEqual(['owned']);
    expect(newsOf(await seenAt(0))).toEqual(['owned']);

    const clear = { type: 'clear-obstacle', obstacle: id, whatChanged: 'Up to 20 € nobody asks.' } as const;
    expect(await as(3)(clear)).toMatchObject({ reason: 'not-the-owner', owner: { name: 'Person 2' } });
    expect(await as(2)({ ...clear, whatChanged: ' ' })).toMatchObject({ reason: 'what-changed-missing' });
    expect(await as(2)({ ...clear, whatChanged: 'x'.repeat(501) })).toMatchObject({ field: 'whatChanged', limit: 500 });
    expect(await as(2)(clear)).toMatchObject({ news: 'cleared', offers: ['reopen'] });
    expect(newsOf(await seenAt(1))).toEqual(['owned', 'cleared']);
    expect(await as(0)(clear)).toMatchObject({ news: 'looked-at' });

    const told = await give('Drew a map for a lost courier.');
    await passTo(MONDAY_9);
    const below = { cleared: [{ id, now: { by: { name: 'Person 2' }, whatChanged: 'Up to 20 € nobody asks.' } }] };
    const channel = { kind: 'channel', connection: person(0).connection, channel: 'good-news' } as const;
    const digestNow = async () => (await seenAt(channel)).find(({ type }) => type === 'digest');
    expect(await digestNow()).toMatchObject({ digest: { below } });
    await as(3)({ type: 'cheer-story', story: told.id });
    expect(await digestNow()).toMatchObject({ digest: { inFull: [{ cheers: 1 }], below } });
    expect(await ask({ type: 'digest-preview', by: person(0), at: MONDAY_9 })).not.toHaveProperty('digest.below');

    expect(await as(3)({ type: 'reopen-obstacle', obstacle: id })).toMatchObject({ news: 'came-back' });
    expect(newsOf(await seenAt(2))).toEqual(['came-back']);
    const list = await ask({ type: 'obstacles', by: person(4) });
    expect(list).toMatchObject({ open: [{ id, times: 2, now: { state: 'reported' } }], cleared: [] });
  });

  test('that its owner cannot clear after all waits again, and is taken by another', async () => {
    const { as, seenAt, ask } = await beginJourney();
    const { id } = obstacleIn(await as(1)({ ...report, words: 'The till has one key' }));
    await as(2)({ type: 'take-obstacle', obstacle: id });
    const release = { type: 'release-obstacle', obstacle: id } as const;
    expect(await as(3)(release)).toMatchObject({ reason: 'not-the-owner' });
    expect(await as(2)(release)).toMatchObject({ news: 'released', offers: ['take'] });
    expect(newsOf(await seenAt(0))).toEqual(['new', 'released']);
    expect(await as(3)({ type: 'clear-obstacle', obstacle: id, whatChanged: 'x' })).toMatchObject({ owner: null });
    expect(await as(3)({ type: 'take-obstacle', obstacle: id })).toMatchObject({ news: 'yours' });
    const mine = await ask({ type: 'mine', by: person(3) });
    expect(mine).toMatchObject({ obstacles: { owned: [{ id }], waitedOn: [] } });
    expect(await ask({ type: 'home', by: person(1), at: WEDNESDAY })).toMatchObject({
      obstacles: { owned: [], waitedOn: [{ id }] },
      firstSteps: false,
    });
  });

  test('that is known already is counted up, and whoever says so waits on it too', async () => {
    const { as, ask, seenAt, exported } = await beginJourney();
    const { id } = obstacleIn(await as(1)({ ...report, words: 'The label printer jams' }));
    const again = await as(3)({ ...report, words: 'label printer jams!' });
    expect(again).toMatchObject({ news: 'joined', obstacle: { id, times: 2 } });
    // Whoever waits for it already counts once, however often they say so.
    for (const by of [1, 3]) {
      const said = await as(by)({ ...report, words: 'The LABEL printer jams' });
      expect(said).toMatchObject({ news: 'said-before', obstacle: { id, times: 2 } });
    }
    await as(3)({ type: 'take-obstacle', obstacle: id });
    expect(newsOf(await seenAt(1))).toEqual(['owned']);
    // What they are on themselves they need not wait for.
    expect(await ask({ type: 'mine', by: person(3) })).toMatchObject({ obstacles: { owned: [{ id }], waitedOn: [] } });
    expect(await as(3)({ ...report, words: 'Label printer jams' })).toMatchObject({ news: 'said-before' });
    await as(3)({ type: 'release-obstacle', obstacle: id });
    await as(2)({ type: 'take-obstacle', obstacle: id });
    expect(newsOf(await seenAt(3))).toEqual(['owned']);
    expect(await exported('obstacle')).toMatchObject([
      {
        id,
        words: 'The label printer jams',
        reporter: { name: 'Person 1' },
        waiters: [{ name: 'Person 1' }, { name: 'Person 3' }],
        stories: [],
        times: 2,
        state: 'owned',
      },
    ]);
  });

  test('with no owner for two weeks is put before those who manage, once', async () => {
    const { as, seenAt, passTo } = await beginJourney();
    const { id } = obstacleIn(await as(1)({ ...report, words: 'The till has one key' }));
    await passTo('2026-12-02T08:00:00.000Z');
    expect((await seenAt(0)).map(({ type }) => type)).toEqual(['obstacle']);
    await passTo('2026-12-03T08:00:00.000Z');
    await passTo('2026-12-17T08:00:00.000Z');
    const waiting = (await seenAt(0)).filter(({ type }) => type === 'obstacles-waiting');
    expect(waiting).toMatchObject([{ fresh: [], long: [{ id }] }]);
  });

  test.each([
    ['nothing', '​ ', 'obstacle-without-words'],
    ['too much', 'x'.repeat(1001), 'too-long'],
  ])('of %s is asked for again', async (_what, words, reason) => {
    const { as } = await beginJourney();
    expect(await as(1)({ ...report, words })).toMatchObject({ type: 'refusal', reason });
  });

  test('in any script is kept as typed; words that point at a colleague go back', async () => {
    const { as, ask } = await beginJourney();
    const words = 'لا يمكنني رد المبلغ دون نموذج — レジが遅い @everyone <!channel>';
    expect(obstacleIn(await as(1)({ ...report, words })).words).toBe(words);
    const pointing = { ...report, words: 'The boss is slow', mentions: [person(2)] };
    expect(await as(1)(pointing)).toMatchObject({
      reason: 'points-at-somebody',
      people: [{ name: 'Person 2' }],
      words: 'The boss is slow',
    });
    expect(await ask({ type: 'obstacles', by: person(0) })).toMatchObject({ open: [{ words }] });
    expect(await ask({ type: 'obstacle', by: person(0), obstacle: 'nowhere' })).toMatchObject({
      reason: 'obstacle-unknown',
    });
  });
});

describe('what broke in a story', () => {
  test('is an obstacle as well, joined to one alike, and goes when the story does', async () => {
    const { as, give, seenAt, ask } = await beginJourney();
    const openNow = async () => {
      const view = await ask({ type: 'obstacles', by: person(0) });
      return view.type === 'obstacles' ? view.open.map(({ words, times, origin }) => ({ words, times, origin })) : [];
    };
    const first = await give('Wrote the labels by hand.', { whatBroke: 'The label printer' });
    expect(await openNow()).toEqual([{ words: 'The label printer', times: 1, origin: 'story' }]);
    const second = await give('Drove over with new labels.', { whatBroke: 'label printer' });
    expect(await openNow()).toMatchObject([{ times: 2 }]);
    expect((await seenAt(0)).length).toBe(1);

    await as(1)({ type: 'move-story', story: second.id, to: { lane: 'win' } });
    expect(await openNow()).toMatchObject([{ times: 1 }]);
    await as(1)({ type: 'retract-story', which: { story: first.id } });
    expect(await openNow()).toEqual([]);
    expect(await seenAt(0)).toEqual([{ type: 'obstacle-withdrawn' }]);
    await as(1)({ type: 'move-story', story: second.id, to: { lane: 'recovery', whatBroke: 'The van’s battery' } });
    expect(await openNow()).toMatchObject([{ words: 'The van’s battery' }]);
  });

  test('keeps those whose story it was up to date, and what is between a few stays there', async () => {
    const { as, give, seenAt, ask } = await beginJourney();
    await give('Between us.', { whatBroke: 'The safe', audience: 'heroes' });
    expect(await ask({ type: 'obstacles', by: person(0) })).toMatchObject({ open: [] });
    await give('Wrote the labels by hand.', { whatBroke: 'The label printer' });
    const list = await ask({ type: 'obstacles', by: person(0) });
    const id = list.type === 'obstacles' ? (list.open[0]?.id ?? '') : '';
    await as(0)({ type: 'take-obstacle', obstacle: id });
    await as(0)({ type: 'clear-obstacle', obstacle: id, whatChanged: 'A second printer.' });
    expect(newsOf(await seenAt(1))).toEqual(['owned', 'cleared']);
    expect(newsOf(await seenAt(2))).toEqual(['owned', 'cleared']);
  });

  test('never says who', async () => {
    const { core, as, ask } = await beginJourney();
    const ana = { user: 'ana', name: 'Ana Duarte', email: null, kind: 'human' as const };
    const plainly = { manager: false, admin: false, active: true, guest: false };
    const { connection } = person(0);
    await core.handle({ type: 'meet-people', key: 'a', at: WEDNESDAY, connection, people: [{ ...ana, ...plainly }] });
    const told = await as(1)({
      type: 'give-kudos',
      heroes: [person(2)],
      words: 'Made it right.',
      whatBroke: 'Ana forgot the order',
      customer: null,
      touchpoint: null,
      audience: 'everyone',
      permalink: null,
      where: null,
    });
    expect(told).toMatchObject({ reason: 'points-at-somebody', field: 'whatBroke', people: [{ name: 'Ana Duarte' }] });
    expect(await ask({ type: 'mine', by: person(1) })).toMatchObject({ told: [] });
  });
});

describe('whoever takes their words back', () => {
  test('takes back what they said stands in the way, in the digest too; what others said stays without them', async () => {
    const { as, give, passTo, seenAt, ask, exported } = await beginJourney();
    const alone = obstacleIn(await as(1)({ ...report, words: 'The till has one key' }));
    const shared = obstacleIn(await as(1)({ ...report, words: 'The label printer jams' }));
    await as(3)({ ...report, words: 'label printer jams' });
    await as(0)({ type: 'take-obstacle', obstacle: alone.id });
    await as(0)({ type: 'clear-obstacle', obstacle: alone.id, whatChanged: 'A second key.' });
    const first = { by: person(1), whatBroke: 'The safe' };
    await give('Opened it by hand.', first);
    await give('Opened it again.', first);
    await give('Held the door.', { by: person(2), heroes: [person(3)] });
    await give('Held the lift.');
    await passTo(MONDAY_9);
    const channel = { kind: 'channel', connection: person(0).connection, channel: 'good-news' } as const;
    const digestNow = async () => JSON.stringify((await seenAt(channel)).find(({ type }) => type === 'digest'));
    expect(await digestNow()).toContain('A second key.');
    expect(await digestNow()).toContain('Held the lift.');

    expect(await as(1)({ type: 'take-words-back' })).toMatchObject({ type: 'words-taken-back', stories: 3 });
    expect(await digestNow()).not.toContain('The till has one key');
    expect(await digestNow()).not.toContain('Held the lift.');
    expect(await digestNow()).toContain('Held the door.');
    expect(await ask({ type: 'obstacles', by: person(0) })).toMatchObject({
      open: [{ id: shared.id, reporter: null, times: 1 }],
      cleared: [],
    });
    expect(await exported('obstacle')).toHaveLength(1);
    expect(new Set((await seenAt(1)).map(({ type }) => type))).toEqual(new Set(['obstacle-withdrawn']));
    expect(JSON.stringify(await seenAt(0))).not.toContain('The till has one key');
  });
});

describe('what is said without a name', () => {
  const words = 'Nobody may open the second till';
  const key = 'chat:trigger:4711-secret';

  test('leaves no trace of who, when or by which press: in no byte of the database, its log or the outbox', async () => {
    const { as, ask, file, seenAt, passTo, clock, exported, ledger } = await beginJourney();
    await as(2)({ ...report, words: 'Something else that takes long' });
    clock.set('2026-11-18T13:37:42.042Z');
    const press = () => as(4)({ ...report, key, words, named: false });
    const [reply, twice] = await Promise.all([press(), press()]);
    expect(reply).toMatchObject({
      news: 'reported',
      obstacle: { reporter: null, at: '2026-11-18', times: 1 },
      offers: [],
    });
    expect(await press()).toEqual(reply);
    expect(twice).toEqual(reply);
    const { id } = obstacleIn(reply);
    expect(id[14]).toBe('4');
    expect(
      await as(3)({ ...report, key: `${key}-b`, words: 'nobody may open the second till!', named: false }),
    ).toMatchObject({
      news: 'joined',
      obstacle: { times: 2 },
    });

    // A message that came at once would tell the time: those who manage read it the next morning, all in one.
    clock.set('2026-11-18T20:00:00.000Z');
    expect(newsOf(await seenAt(0))).toEqual(['new']);
    await passTo('2026-11-19T06:00:00.000Z');
    expect((await seenAt(0)).length).toBe(1);
    await passTo(THURSDAY_9);
    expect((await seenAt(0)).slice(1)).toMatchObject([{ type: 'obstacles-waiting', fresh: [{ words }], long: [] }]);

    expect(await ask({ type: 'mine', by: person(4) })).toMatchObject({ obstacles: { waitedOn: [], owned: [] } });
    expect((await exported('obstacle')).find((one) => one.id === id)).toMatchObject({
      reporter: null,
      at: '2026-11-18',
    });
    await ledger.close();
    const disk = Buffer.concat([file, `${file}-wal`].filter(existsSync).map((one) => readFileSync(one)));
    expect(disk.includes(words)).toBe(true);
    for (const trace of [key, '13:37', '4711-secret']) expect(disk.includes(trace), trace).toBe(false);
  });

  test('names nobody beside it: whoever said it stands on the disk as often as before', async () => {
    const count = async (say: boolean) => {
      const { as, ledger, file, ask } = await beginJourney();
      const people = await ask({ type: 'known', connection: person(4).connection, users: ['p4'] });
      const id = people.type === 'known' ? (people.people[0]?.person ?? '') : '';
      if (say) await as(4)({ ...report, words, named: false });
      await ledger.close();
      const disk = Buffer.concat([file, `${file}-wal`].filter(existsSync).map((one) => readFileSync(one)));
      return [id, 'Person 4', 'p4'].map((one) => disk.toString('latin1').split(one).length);
    };
    expect(await count(true)).toEqual(await count(false));
  });
});
