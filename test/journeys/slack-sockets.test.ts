// Slack over sockets of Herald's own: renewed, broken, half-open; nothing is lost and nothing is acknowledged too early.

import { afterEach, beforeEach, expect, it } from 'vitest';
import { PATIENCE_MS } from '../fakes/slack/door.ts';
import { type House, NEWS, openHouse, said, soon } from './slack-herald.ts';

let house: House;
beforeEach(async () => {
  // Slack sends an event again after a minute; here after a second.
  house = await openHouse('socket', 60, {}, PATIENCE_MS);
});
afterEach(() => house.close());

const ana = () => house.slack.user('UANA');
const ben = () => house.slack.user('UBEN');

it('tells stories, and loses none while both connections are renewed', async () => {
  await said(() => ana().types(NEWS, '/kudos @ben one over a socket'));
  await soon(() => house.slack.sockets.connections.length).toBe(2);
  for (const connection of [...house.slack.sockets.connections]) {
    house.slack.sockets.refresh(connection, 'refresh_requested', 1000);
    const told = await ana().types(NEWS, `/kudos @ben during a renewal, ${connection.id}`);
    expect(told.trouble).toBeNull();
  }
  await soon(() => house.slack.sockets.openedSoFar()).toBeGreaterThan(3);
  for (const connection of [...house.slack.sockets.connections]) house.slack.sockets.cut(connection);
  await soon(() => house.slack.sockets.connections.length).toBe(2);
  expect((await ana().types(NEWS, '/kudos @ben after the break')).trouble).toBeNull();
  const mine = await said(() => ana().types(NEWS, '/kudos mine'));
  for (const words of ['one over a socket', 'during a renewal', 'after the break']) expect(mine.text).toContain(words);
  expect(house.slack.sockets.strays).toEqual([]);
}, 20_000);

it('a connection that looks open and carries nothing loses no event', async () => {
  await said(() => ana().types(NEWS, '/kudos @ben one, so that both are known'));
  await soon(() => house.slack.sockets.connections.length).toBe(2);
  for (const connection of [...house.slack.sockets.connections].slice(0, 1)) house.slack.sockets.silence(connection);
  for (const words of ['one', 'two', 'three', 'four']) ana().directMessages(`@ben carried ${words} upstairs`);
  const heard = () =>
    ben()
      .readsDirect()
      .map((one) => one.text)
      .join('\n');
  for (const words of ['one', 'two', 'three', 'four']) {
    await expect.poll(heard, { timeout: 20_000 }).toContain(`carried ${words} upstairs`);
  }
  expect(ben().readsDirect()).toHaveLength(5);
}, 60_000);

it('an event is acknowledged once it is stored', async () => {
  ana().directMessages('@ben carried it upstairs');
  await soon(() => ben().readsDirect().length).toBe(1);
  const [event] = house.slack.events.deliveries.filter((one) => one.event.type === 'message');
  expect(event?.tries.map((one) => one.acknowledged)).toEqual([true]);
});

it.each(['too_many_websockets', 'warning'] as const)(
  'told %s on both connections, it is back at once',
  async (reason) => {
    await soon(() => house.slack.sockets.connections.length).toBe(2);
    // Connections that are given up right after they were made would be made again more slowly.
    await new Promise((later) => setTimeout(later, 1100));
    const [first, second] = house.slack.sockets.connections;
    if (reason === 'warning') for (const one of [first, second]) one && house.slack.sockets.refresh(one, reason, 300);
    else house.slack.sockets.dismissAll(reason);
    await soon(() => house.slack.sockets.openedSoFar()).toBe(4);
    expect((await ana().types(NEWS, '/kudos help')).trouble).toBeNull();
  },
);
