import { describe, expect, test, vi } from 'vitest';
import { type Delivery, DeliveryError } from '../../src/ports.ts';
import { channel, person } from '../fakes/company.ts';
import { beginJourney, MONDAY_9 } from './journey.ts';

/** A far end that keeps every try in the channel, and does there what the test says. */
function farEnd(inChannel: (delivery: Delivery, tries: number) => Promise<void>) {
  const tries: Delivery[] = [];
  return {
    tries,
    async meet(delivery: Delivery) {
      if (!('channel' in delivery.to)) return;
      tries.push(delivery);
      await inChannel(delivery, tries.length);
    },
  };
}

/** Long enough for a delivery that should not happen to happen. */
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 30));

const wordsOf = ({ view }: Delivery) =>
  view.type === 'story-told' || view.type === 'you-were-named' ? view.story.words : view.type;

test('what is for somebody known by mail alone waits for the day they come into the chat, and is no trouble', async () => {
  const { core, clock, deliver, adapter, ledger } = await beginJourney();
  const at = clock.now();
  const [organization] = await ledger.read.organizations();
  if (!organization) throw new Error('There is no company.');
  const { schedule } = organization;
  const connection = { id: 'email', platform: 'email', digestChannel: null } as const;
  await core.handle({ type: 'open-connection', key: 'mail', at, organization, connection, schedule });
  const writer = {
    user: 'w@example.com',
    name: 'Wanda',
    email: 'w@example.com',
    kind: 'human',
    manager: false,
    admin: false,
    active: true,
    guest: false,
  } as const;
  await core.handle({ type: 'meet-people', key: 'by mail', at, connection: 'email', people: [writer] });
  const mail = {
    words: 'Lovely!',
    note: '',
    customer: { name: null, email: null },
    subject: null,
    wroteAt: null,
    messageIds: [],
    unsure: [],
  };
  await core.handle({ type: 'capture-praise', key: 'p', by: { connection: 'email', user: writer.user }, at, mail });
  deliver();
  await aMoment();
  for (let halfHours = 0; halfHours < 3; halfHours += 1) {
    clock.pass(1_800_000);
    deliver();
    await aMoment();
  }
  expect(adapter.delivered).toEqual([]);

  await core.handle({
    type: 'meet-people',
    key: 'in the chat',
    at,
    connection: person(0).connection,
    people: [{ ...writer, user: 'w' }],
  });
  clock.pass(1_800_000);
  deliver();
  await vi.waitFor(
    () => expect(adapter.delivered).toMatchObject([{ to: { user: 'w' }, view: { type: 'praise-waiting' } }]),
    15_000,
  );
});

describe('a place that takes nothing', () => {
  test('is tried again after 1, 2, 4 … seconds, holds up no other place, and then gets all in order, once', async () => {
    let broken = true;
    const { tries, meet } = farEnd(async () => {
      if (broken) throw new DeliveryError('The platform is away.');
    });
    const { give, deliver, clock, adapter, seenAt } = await beginJourney({ meet });
    await give('First.');
    await give('Second.');
    await vi.waitFor(() => expect(adapter.delivered.map(wordsOf)).toEqual(['First.', 'Second.']), 15_000);
    await aMoment();
    expect(tries).toHaveLength(1);

    let expected = 1;
    for (const seconds of [1, 2, 4, 8]) {
      clock.pass(seconds * 1000 - 1);
      deliver();
      await aMoment();
      expect(tries).toHaveLength(expected);
      clock.pass(1);
      deliver();
      expected += 1;
      await vi.waitFor(() => expect(tries).toHaveLength(expected), 15_000);
      await aMoment();
    }
    expect(new Set(tries.map(({ id }) => id)).size).toBe(1);

    broken = false;
    clock.pass(16_000);
    expect((await seenAt(channel)).map(({ type }) => type)).toEqual(['story-told', 'story-told']);
    expect(tries.slice(-2).map(wordsOf)).toEqual(['First.', 'Second.']);
  });

  test('is left alone for as long as the platform says', async () => {
    const { tries, meet } = farEnd(async (_delivery, count) => {
      if (count === 1) throw new DeliveryError('Too much.', { retryAt: '2026-11-18T09:10:00.000Z' });
    });
    const { give, deliver, clock, settled } = await beginJourney({ meet });
    await give('First.');
    await vi.waitFor(() => expect(tries).toHaveLength(1), 15_000);
    clock.set('2026-11-18T09:09:59.999Z');
    await aMoment();
    deliver();
    await aMoment();
    expect(tries).toHaveLength(1);
    clock.pass(1);
    await settled();
    expect(tries).toHaveLength(2);
  });

  test('is given up after about a day, and each admin hears of it once', async () => {
    const { tries, meet } = farEnd(async () => {
      throw new TypeError('not what a platform says');
    });
    const { give, deliver, clock, seenAt } = await beginJourney({ meet });
    await give('First.');
    const begun = Date.parse(clock.now());
    for (let count = 1; count < 300; count += 1) {
      await vi.waitFor(() => expect(tries.length).toBeGreaterThanOrEqual(count), { interval: 1 });
      await new Promise((resolve) => setTimeout(resolve, 1));
      clock.pass(300_000);
      deliver();
    }
    const heard = { type: 'delivery-given-up', what: 'story-told', reason: 'The adapter failed unexpectedly.' };
    await vi.waitFor(async () => expect(await seenAt(0)).toEqual([heard]), { timeout: 3000 });
    expect(tries).toHaveLength(300);
    expect(Date.parse(clock.now()) - begun).toBeGreaterThan(20 * 3_600_000);
  });

  test('for good is given up at once; what comes after goes on', async () => {
    const { tries, meet } = farEnd(async (delivery) => {
      if (wordsOf(delivery).startsWith('First')) throw new DeliveryError('The channel refuses this.', { fatal: true });
    });
    const { as, give, seenAt } = await beginJourney({ meet });
    const first = await give('First.');
    const second = await give('Second.');
    expect(await seenAt(channel)).toEqual([{ type: 'story-told', story: second }]);
    const heard = { type: 'delivery-given-up', what: 'story-told', reason: 'The channel refuses this.' };
    expect(await seenAt(0)).toEqual([heard]);
    await as(4)({ type: 'cheer-story', story: first.id });
    await seenAt(channel);
    expect(tries.map(wordsOf)).toEqual(['First.', 'Second.']);
    expect(await seenAt(0)).toEqual([heard]);
  });
});

describe('an edit that comes while a message is on its way', () => {
  test('is delivered after it, to the message that stands', async () => {
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
    const { tries, meet } = farEnd(async (_delivery, count) => (count === 1 ? held : undefined));
    const { as, give, seenAt } = await beginJourney({ meet });
    const story = await give('Drew a mapp.');
    await vi.waitFor(() => expect(tries).toHaveLength(1), 15_000);
    await as(1)({ type: 'correct-words', story: story.id, words: 'Drew a map.' });
    await as(3)({ type: 'cheer-story', story: story.id });
    await give('Second.');
    await aMoment();
    expect(tries).toHaveLength(1);
    letGo();
    expect(await seenAt(channel)).toMatchObject([
      { story: { words: 'Drew a map.', cheers: 1 } },
      { story: { words: 'Second.' } },
    ]);
    const [first, edit] = tries;
    expect(first?.standing).toBeNull();
    expect(edit).toMatchObject({ id: first?.id, standing: { post: first?.id }, view: { story: { cheers: 1 } } });
    expect(tries).toHaveLength(3);
  });

  test('takes it away again when the story was taken back meanwhile', async () => {
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
    const { tries, meet } = farEnd(async (_delivery, count) => (count === 1 ? held : undefined));
    const { as, give, seenAt } = await beginJourney({ meet });
    await give('A slip.');
    await vi.waitFor(() => expect(tries).toHaveLength(1), 15_000);
    await as(1)({ type: 'retract-story', which: 'my-last' });
    letGo();
    expect(await seenAt(channel)).toEqual([{ type: 'story-withdrawn' }]);
    expect(tries.map(({ standing }) => standing)).toEqual([null, { post: tries[0]?.id }]);
  });

  test('is not sent at all when the message never arrived and the story is gone', async () => {
    const { tries, meet } = farEnd(async (_delivery, count) => {
      if (count === 1) throw new DeliveryError('The platform is away.');
    });
    const { as, ask, clock, give, seenAt } = await beginJourney({ meet });
    await give('A slip.');
    await vi.waitFor(() => expect(tries).toHaveLength(1), 15_000);
    await aMoment();
    await as(1)({ type: 'retract-story', which: 'my-last' });
    clock.pass(1000);
    expect(await seenAt(channel)).toEqual([]);
    expect(tries).toHaveLength(1);
    expect(await ask({ type: 'feed', place: channel, limit: 10 })).toEqual({ type: 'feed', posts: [] });
  });
});

test('many places are served side by side', async () => {
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
  const { adapter, give, seenAt } = await beginJourney({
    async meet({ to }) {
      if (JSON.stringify(to).includes('p2')) await held;
    },
  });
  await give('For one who reads slowly.', { heroes: [person(2)], where: null });
  await give('For two others.', { heroes: [person(3), person(4)] });
  await vi.waitFor(() => expect(adapter.delivered).toHaveLength(3), 15_000);
  letGo();
  expect(await seenAt(2)).toHaveLength(1);
});

test('a digest goes out with the way to each of its stories on the wall, and nothing else does', async () => {
  const { give, passTo, settled, adapter } = await beginJourney();
  const story = await give('Found the ring.');
  await passTo(MONDAY_9);
  await settled();
  const [digests, others] = ['digest', 'other'].map((kind) =>
    adapter.delivered.filter(({ view }) => (view.type === 'digest') === (kind === 'digest')),
  );
  const signed = `^https://herald\\.example\\.com/wall/${story.id}\\?signature=[\\w-]+$`;
  expect(digests?.map(({ wholeStories }) => [...wholeStories])).toEqual([[[story.id, expect.stringMatching(signed)]]]);
  expect(others?.filter(({ wholeStories }) => wholeStories.size > 0)).toEqual([]);
});
