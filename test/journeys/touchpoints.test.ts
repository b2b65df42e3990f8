import Sqlite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import type { Touchpoint } from '../../src/touchpoints.ts';
import type { View } from '../../src/views.ts';
import { person } from '../fakes/company.ts';
import { beginJourney, MONDAY_9 } from './journey.ts';

const told = {
  heroes: [person(2)],
  whatBroke: null,
  customer: null,
  touchpoint: null,
  audience: 'everyone',
  permalink: null,
  where: null,
} as const;

async function beginTouchpoints() {
  const journey = await beginJourney();
  const { as, ask, clock } = journey;
  const listOf = (view: View): readonly Touchpoint[] => ('touchpoints' in view ? view.touchpoints : []);
  return {
    ...journey,
    /** As the admin; resolves to the touchpoint's id. */
    async add(name: string, promise = ''): Promise<string> {
      return listOf(await as(0)({ type: 'add-touchpoint', name, promise })).at(-1)?.id ?? '';
    },
    async map(by = 3) {
      const view = await ask({ type: 'touchpoint-map', by: person(by), at: clock.now() });
      return view.type === 'touchpoint-map' ? view.touchpoints.map(({ name, told }) => [name, told]) : view;
    },
    async placeOf(story: string) {
      const view = await ask({ type: 'story', by: person(1), story });
      return view.type === 'story' ? view.story.touchpoint : view;
    },
  };
}

describe('a story told at a touchpoint', () => {
  test('follows its name, and keeps the last one it had', async () => {
    const { as, add, give, placeOf, map, exported } = await beginTouchpoints();
    const desk = await add('Front desk', 'We look up.');
    const typed = await give('Found the lost ring.', { touchpoint: ' front  DESK' });
    expect(typed.touchpoint).toBe('Front desk');

    await as(0)({ type: 'change-touchpoint', touchpoint: desk, name: 'Reception', promise: '' });
    expect(await placeOf(typed.id)).toBe('Reception');
    await as(1)({ type: 'move-story', story: typed.id, to: { lane: 'recovery', whatBroke: 'The safe' } });
    expect(await placeOf(typed.id)).toBe('Reception');
    expect(await map()).toEqual([['Reception', 'only-recoveries']]);

    await as(0)({ type: 'remove-touchpoint', touchpoint: desk });
    expect([await placeOf(typed.id), await map()]).toEqual(['Reception', []]);
    expect(await exported('touchpoint')).toMatchObject([
      { id: desk, name: 'Reception', removedAt: expect.any(String) },
    ]);

    // A form that still offers it, and one that offers the name before.
    const late = await give('Held the door.', { touchpoint: 'Reception' });
    expect(await placeOf(late.id)).toBe('Reception');
    expect(await add('RECEPTION')).toBe(desk);
    expect([await placeOf(typed.id), await placeOf(late.id)]).toEqual(['RECEPTION', 'RECEPTION']);
    expect(await map()).toEqual([['RECEPTION', 'wins']]);
  });

  test('before the company named it is the touchpoint’s too; another company’s is not', async () => {
    const { add, as, give, map, placeOf } = await beginTouchpoints();
    const early = await give('Stayed on the line.', { touchpoint: 'the PHONE' });
    const other = await give('Drove over.', { touchpoint: 'On the road' });
    const phone = await add('The phone');
    expect(await map()).toEqual([['The phone', 'wins']]);
    expect([await placeOf(early.id), await placeOf(other.id)]).toEqual(['The phone', 'On the road']);
    await as(0)({ type: 'change-touchpoint', touchpoint: phone, name: 'on the road', promise: '' });
    expect([await placeOf(early.id), await placeOf(other.id)]).toEqual(['on the road', 'on the road']);
  });

  test('is one that its words name once its teller says so; the customer stays as they are', async () => {
    const { as, add, give, placeOf } = await beginTouchpoints();
    const desk = await add('Front desk');
    const story = await give('Sang at the front desks.', { customer: 'Grete Holm' });
    const given = await as(1)({ type: 'give-kudos', ...told, words: 'Hummed at the front desk.' });
    expect(given).toMatchObject({ type: 'kudos-given', mayBeAt: { id: desk, name: 'Front desk' } });
    expect(await placeOf(story.id)).toBe(null);
    const place = { type: 'place-story', story: story.id, touchpoint: desk } as const;
    expect(await as(2)(place)).toMatchObject({ reason: 'not-yours-to-change' });
    expect(await as(1)(place)).toMatchObject({ story: { touchpoint: 'Front desk', customer: 'Grete Holm' } });
    expect(await as(1)({ type: 'give-kudos', ...told, words: 'Hummed.' })).not.toHaveProperty('mayBeAt');
    await as(0)({ type: 'remove-touchpoint', touchpoint: desk });
    expect(await as(1)(place)).toMatchObject({ reason: 'touchpoint-unknown' });
  });

  test('can have it taken away and given with its details', async () => {
    const { add, as, give, map, clock } = await beginTouchpoints();
    await add('Van');
    const story = await give('Drove over.');
    const details = { type: 'add-details', story: story.id, customer: null } as const;
    expect(await as(1)({ ...details, touchpoint: 'VAN' })).toMatchObject({ story: { touchpoint: 'Van' } });
    expect(await map()).toEqual([['Van', 'wins']]);
    clock.pass(43 * 86_400_000);
    expect(await map()).toEqual([['Van', 'nothing-lately']]);
    await as(1)({ ...details, touchpoint: null });
    expect(await map()).toEqual([['Van', 'nothing-yet']]);
  });
});

test('what stands in the way is beside its touchpoint until it falls, and follows its name', async () => {
  const { add, as, ask, clock, give } = await beginTouchpoints();
  const report = { type: 'report-obstacle', kind: null, named: true, mentions: [] } as const;
  const early = await as(1)({ ...report, words: 'No refund without a form', touchpoint: 'THE till' });
  const till = await add('The till');
  await as(2)({ ...report, words: 'No spare keys', touchpoint: ' the  till ', named: false });
  await as(1)({ ...report, words: 'Nowhere to sit', touchpoint: 'outside' });
  await give('Found change.', { touchpoint: 'the till', whatBroke: 'The card reader' });
  await give('Lent a coat.', { touchpoint: 'the till', whatBroke: 'The heating', audience: 'heroes' });
  const onMap = async () => {
    const view = await ask({ type: 'touchpoint-map', by: person(4), at: clock.now() });
    return view.type === 'touchpoint-map'
      ? view.touchpoints.map(({ obstacles }) => obstacles.map(({ words }) => words))
      : [];
  };
  expect((await onMap())[0]?.toSorted()).toEqual(['No refund without a form', 'No spare keys', 'The card reader']);

  await as(0)({ type: 'change-touchpoint', touchpoint: till, name: 'Checkout', promise: '' });
  if (early.type !== 'obstacle') throw new Error('Not reported.');
  const obstacle = early.obstacle.id;
  expect(await ask({ type: 'obstacle', by: person(1), obstacle })).toMatchObject({
    obstacle: { touchpoint: 'Checkout' },
  });
  await as(2)({ type: 'take-obstacle', obstacle });
  await as(2)({ type: 'clear-obstacle', obstacle, whatChanged: 'Up to 20 € nobody asks.' });
  expect((await onMap())[0]?.toSorted()).toEqual(['No spare keys', 'The card reader']);
});

test('the map tells nothing of private stories, nor of wins whose lane is being asked', async () => {
  const { add, give, map, as } = await beginTouchpoints();
  await add('Van');
  await give('Between us.', { touchpoint: 'Van', audience: 'heroes' });
  await give('Between us too.', { touchpoint: 'Van', audience: 'heroes', whatBroke: 'The lift' });
  const asked = await give('The parcel was broken, so she replaced it.', { touchpoint: 'Van' });
  expect(asked).toMatchObject({ settled: false });
  for (const reader of [0, 1, 2]) expect(await map(reader)).toEqual([['Van', 'nothing-yet']]);
  await as(1)({ type: 'confirm-win', story: asked.id });
  expect(await map()).toEqual([['Van', 'wins']]);
});

test('two admins at once name a touchpoint once, and lose nothing of each other’s', async () => {
  const { as, ask } = await beginTouchpoints();
  const [one, other] = await Promise.all([
    as(0)({ type: 'add-touchpoint', name: 'Van', promise: 'One' }),
    as(0)({ type: 'add-touchpoint', name: 'van', promise: 'Other' }),
  ]);
  expect([one, other]).toMatchObject([{ type: 'touchpoints' }, { reason: 'touchpoint-known', name: 'Van' }]);
  await Promise.all(['A', 'B', 'C'].map((name) => as(0)({ type: 'add-touchpoint', name, promise: '' })));
  expect(await ask({ type: 'touchpoints', by: person(4), words: 'By van.' })).toMatchObject({
    touchpoints: [{ name: 'Van', promise: 'One' }, { name: 'A' }, { name: 'B' }, { name: 'C' }],
    suggested: 'Van',
    mayChange: false,
  });
  expect(await as(1)({ type: 'add-touchpoint', name: 'Mine', promise: '' })).toMatchObject({ reason: 'admins-only' });
});

test('a digest tells the name as it is when it is posted', async () => {
  const { add, as, give, passTo, seenAt } = await beginTouchpoints();
  const desk = await add('Desk');
  await give('Found the ring.', { touchpoint: 'desk' });
  await as(0)({ type: 'change-touchpoint', touchpoint: desk, name: 'Reception', promise: '' });
  await passTo(MONDAY_9);
  const { channel } = await import('../fakes/company.ts');
  expect((await seenAt(channel)).at(-1)).toMatchObject({ digest: { inFull: [{ touchpoint: 'Reception' }] } });
});

test('the map takes one step in an index for each touchpoint and lane, however many stories there are', async () => {
  const { file, add } = await beginTouchpoints();
  await add('Van');
  const connection = new Sqlite(file, { readonly: true });
  const plan = (lane: string, public_: string) =>
    (
      connection
        .prepare(`EXPLAIN QUERY PLAN SELECT max(s.at) FROM ${lane} s WHERE s.at_touchpoint = ? AND ${public_}`)
        .all('x') as { readonly detail: string }[]
    ).map(({ detail }) => detail);
  expect(plan('wins', `s.audience = 'everyone' AND s.settled = 1`).join()).toContain('wins_at_touchpoint');
  expect(plan('recoveries', `s.audience = 'everyone'`).join()).toContain('recoveries_at_touchpoint');
  const obstacles = connection
    .prepare(
      `EXPLAIN QUERY PLAN SELECT o.id FROM obstacles o WHERE o.at_touchpoint = ? AND o.state <> 'cleared' ORDER BY o.at DESC LIMIT 4`,
    )
    .all('x') as readonly { readonly detail: string }[];
  expect(obstacles.map(({ detail }) => detail).join()).toMatch(
    /^SEARCH o USING (COVERING )?INDEX obstacles_at_touchpoint[^,]*$/,
  );
  connection.close();
});
