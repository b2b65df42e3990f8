// The weekly issue in its channel of Teams: it goes on in its thread, each story once, and is brought up to date there.

import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Lane } from '../../src/commands.ts';
import { weekOf } from '../../src/recognition/week.ts';
import { openCore } from '../fakes/open-core.ts';
import { button, cardOf, textIn } from '../fakes/teams/shown.ts';
import type { Message } from '../fakes/teams/world.ts';
import { chatOf, nextIn, openTeamsHouse, soon, standing, type TeamsHouse } from './teams-herald.ts';

let house: TeamsHouse;
let connection: string;
beforeEach(async () => {
  house = await openTeamsHouse({ publicUrl: 'https://herald.example.com' });
  connection = `teams:${house.teams.registration.tenant}`;
  const { teams, ana, dana } = house;
  for (const user of [ana, dana]) {
    await teams.types(user, chatOf(house, user), ['help']);
    await nextIn(house, chatOf(house, user));
  }
});
afterEach(() => house.close());

const KUDOS = {
  type: 'give-kudos',
  whatBroke: null,
  customer: null,
  touchpoint: null,
  audience: 'everyone',
  permalink: null,
  where: null,
} as const;

/** The week's stories are told and planned while Herald is down; their hero has left, so that only the digest goes out. */
async function postWeek(many: number, rest = ''): Promise<void> {
  await house.stopHerald();
  const { core, close } = await openCore(house.databaseFile);
  const at = new Date().toISOString();
  const hero = { connection, user: house.ben.id };
  const meet = (active: boolean) => {
    const ben = { user: hero.user, name: 'Ben Okafor', email: null, manager: false, admin: false, guest: false };
    const people = [{ ...ben, kind: 'human' as const, active }];
    return core.handle({ type: 'meet-people', key: randomUUID(), at, connection, people });
  };
  await meet(true);
  const by = { connection, user: house.ana.id };
  const told = Array.from({ length: many }, (_, index) => {
    const words = `story ${index + 1} of them${rest}`;
    return core.handle({ ...KUDOS, key: randomUUID(), at, by, heroes: [hero], words });
  });
  for (const reply of await Promise.all(told)) expect(reply.type).toBe('kudos-given');
  await meet(false);
  const week = weekOf(at, 'Europe/Berlin');
  await core.handle({ type: 'plan-digest', key: randomUUID(), organization: 'home', at, week });
  await close();
  await house.startHerald();
}

/** All that was posted in the channel and its threads. */
function posts(): readonly Message[] {
  return house.teams.world.messages.filter((one) => one.conversation.startsWith(house.news) && !one.deleted);
}

/** The stories that a post tells, by their numbers: those in full, and those that have a line. */
function toldIn(post: Message): readonly number[] {
  const [full = '', lines = ''] = textIn(cardOf(post)).split(/Also told this week|^More stories/);
  const inFull = [...full.matchAll(/^\W*story (\d+) of them/gm)];
  return [...inFull, ...lines.matchAll(/“\W*story (\d+) of them/g)].map(([, number]) => Number(number));
}

const told = () =>
  posts()
    .flatMap(toldIn)
    .toSorted((one, other) => one - other);
const upTo = (many: number) => Array.from({ length: many }, (_, index) => index + 1);

test('405 stories arrive whole, each once, in one thread', async () => {
  await postWeek(405, `, ${'and it went on and on, '.repeat(10)}`);
  await soon(told).toEqual(upTo(405));
  const [first, ...others] = posts();
  expect(first && toldIn(first).length).toBeGreaterThan(5);
  expect(others.length).toBeGreaterThan(3);
  expect(new Set(others.map(({ conversation }) => conversation))).toEqual(new Set([first?.conversation]));
  expect(posts().map((one) => /\d+ stories more/.test(textIn(cardOf(one))))).toEqual([
    ...others.map(() => true),
    false,
  ]);
});

test('leads from a story that is shortened to the whole of it on the wall', async () => {
  await postWeek(1, `, ${'and it went on and on, '.repeat(60)}`);
  await soon(told).toEqual([1]);
  const [link] = JSON.stringify(posts().map(cardOf)).match(/https:\/\/herald\.example\.com[^"]*/g) ?? [];
  const wall = new URL(link ?? '');
  const whole = await fetch(new URL(wall.pathname + wall.search, house.address()));
  expect(await whole.text()).toContain('story 1 of them');
});

describe('a digest in several posts', () => {
  const reply = /POST .*messageid.*activities/;

  test('goes on after a 429, repeating nothing', async () => {
    house.teams.faults.add({ at: reply, status: 429, retryAfter: 1, times: 1 });
    await postWeek(130);
    await soon(told).toEqual(upTo(130));
    expect(posts().map(({ edits }) => edits)).toEqual([0, 0, 0]);
  });

  test('asks an admin when nobody heard whether one of them was taken, and goes on from there', async () => {
    const { teams, dana } = house;
    const before = standing(house, chatOf(house, dana)).length;
    teams.faults.add({ at: reply, breaks: true, times: 1 });
    await postWeek(130);
    const asked = await nextIn(house, chatOf(house, dana), before);
    expect(textIn(cardOf(asked))).toContain('The weekly digest');
    expect(posts()).toHaveLength(1);
    await teams.presses(dana, asked, button(cardOf(asked), 'Post again'));
    await soon(told).toEqual(upTo(130));
    expect(posts()).toHaveLength(3);
  });

  test('becomes more, smaller ones when Teams finds one too big', async () => {
    house.teams.faults.add({ at: reply, status: 413, code: 'MessageSizeTooBig', times: 1 });
    await postWeek(130);
    await soon(told).toEqual(upTo(130));
    expect(posts().length).toBeGreaterThan(4);
    for (const one of posts()) expect(JSON.stringify(cardOf(one)).length).toBeLessThan(25_000);
  });

  test('loses a story that is taken back wherever it stood', async () => {
    await postWeek(70);
    await soon(told).toEqual(upTo(70));
    const [first, second] = posts();
    if (!first || !second) throw new Error('There are no two posts.');
    const inFull = toldIn(first)[0] ?? 0;
    const below = toldIn(second).at(-1) ?? 0;
    await change(below, 'retract');
    await soon(told).toEqual(upTo(70).filter((number) => number !== below));
    await change(inFull, 'move');
    await soon(told).toEqual(upTo(70).filter((number) => number !== below && number !== inFull));
    expect(posts()).toHaveLength(2);
  });

  test('takes away a post that has nothing left to tell, and posts it anew when it has', async () => {
    await postWeek(66);
    await soon(told).toEqual(upTo(66));
    const last = posts().at(-1);
    const [only = 0] = last ? toldIn(last) : [];
    await change(only, 'move');
    await soon(told).toEqual(upTo(66).filter((number) => number !== only));
    expect(posts()).toHaveLength(1);
    await change(only, 'move back');
    await soon(told).toEqual(upTo(66));
    expect(posts()).toHaveLength(2);
  });

  /** Ana thinks better of a story. */
  async function change(number: number, how: 'retract' | 'move' | 'move back'): Promise<void> {
    const { core, close } = await openCore(house.databaseFile);
    const by = { connection, user: house.ana.id };
    const asked = { key: randomUUID(), at: new Date().toISOString(), by };
    const found = await core.ask({ type: 'search', by, words: `story ${number} of them` });
    const all = found.type === 'search-results' ? found.stories : [];
    const id = all.find(({ words }) => words.startsWith(`story ${number} of them`))?.id ?? '';
    const to: Lane = how === 'move' ? { lane: 'recovery', whatBroke: 'The printer' } : { lane: 'win' };
    const reply = await core.handle(
      how === 'retract'
        ? { ...asked, type: 'retract-story', which: { story: id } }
        : { ...asked, type: 'move-story', story: id, to },
    );
    expect(reply.type).toMatch(/^story-/);
    await close();
  }
});
