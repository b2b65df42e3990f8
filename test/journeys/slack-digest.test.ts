// The weekly issue in its channel: read, cheered in place, brought up to date, posted once.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type House, NEWS, openHouse, postDigest, said, settled, soon } from './slack-herald.ts';

let house: House;
beforeEach(async () => {
  house = await openHouse('http', 1, { publicUrl: 'https://herald.example.com' });
});
afterEach(() => house.close());

const ana = () => house.slack.user('UANA');
const ben = () => house.slack.user('UBEN');
const digests = () => house.slack.shows(NEWS).filter((one) => one.text.includes('What went right'));
const digest = () => digests().at(-1);
const parts = () => house.slack.shows(NEWS).filter((one) => one.thread !== null);

/** Stories that wait for the digest and stand nowhere in the channel yet. */
async function tellStories(many: number, words = (number: number) => `story number ${number}`): Promise<void> {
  for (let number = 1; number <= many; number += 1) {
    const hero = ['@ben', '@chloe', '@dana'][number % 3];
    const told = await said(() => ana().types('C0ELSE', `/kudos ${hero} ${words(number)}`));
    expect(told.text).toContain('Told.');
  }
}

async function posted() {
  await postDigest(house);
  await soon(() => digests().length).toBe(1);
  const shown = digest();
  if (!shown) throw new Error('No digest.');
  return shown;
}

it('tells the week with names that ring nobody’s phone, and every word of it as text', async () => {
  await tellStories(3, (number) => `story number ${number} with *stars*, <!channel> and @here`);
  const shown = await posted();
  expect(shown.text).toContain('Ana Duarte tells a story about Ben Okafor');
  expect(shown.text).toContain('story number 2 with *stars*, <!channel> and @here');
  expect(shown.notifies).toEqual([]);
  expect(shown.mayNotify).toEqual([]);
  expect(shown.fallback).toContain('story number 3');
  expect(shown.message.metadata).toMatchObject({ event_type: 'herald_delivery' });
  expect(house.slack.calls.refused()).toEqual([]);
});

it('mentions its heroes where an admin chose so: each once, and nobody who is not named in channels', async () => {
  const dana = house.slack.user('UDANA');
  await (await dana.types(NEWS, '/kudos settings')).modal();
  await dana.submits({ 'digest-heroes': 'mentioned' });
  await soon(() => dana.modal()?.text).toContain('with a mention (they are notified)');
  const card = await said(() => house.slack.user('UCHLOE').types('C0ELSE', '/kudos privacy'));
  await said(() => house.slack.user('UCHLOE').clicks(card, 'Don’t name me in channels'));
  // Ben and Dana twice each, Chloé as well; the last stands in the thread.
  await tellStories(6, (number) => `story number ${number} for <@UANA>`);
  const shown = await posted();
  await soon(() => parts().length).toBe(1);
  const mentioned = () =>
    JSON.stringify(house.slack.shows(NEWS).map(({ message }) => message.blocks)).match(/"user_id":"\w+"/g);
  expect(mentioned()?.sort()).toEqual(['"user_id":"UBEN"', '"user_id":"UDANA"']);
  expect([shown, ...parts()].flatMap(({ notifies }) => notifies).sort()).toEqual(['@UBEN', '@UDANA']);
  expect(shown.fallback).toContain('Ana Duarte tells a story about Ben Okafor');
  expect(shown.text).toContain('Ana Duarte tells a story about a colleague');
  await ben().clicks(shown, 'cheer', { value: shown.touchable.find((one) => one.actionId === 'cheer')?.value ?? '' });
  await soon(() => digest()?.text).toContain('Cheer · 1');
  expect(mentioned()).toHaveLength(2);
  expect(house.slack.calls.refused()).toEqual([]);
});

it('leads from a story that is shortened to the whole of it on the wall', async () => {
  await tellStories(2, (number) => (number === 1 ? `the long one, ${'which went on, '.repeat(100)}` : 'a short one'));
  const shown = await posted();
  const [link, ...others] = JSON.stringify(shown.message.blocks).match(/https:\/\/herald\.example\.com[^"]*/g) ?? [];
  expect(link).toMatch(/\/wall\/[\w-]+\?signature=[\w-]{43}$/);
  expect(others).toEqual([]);
  expect(shown.touchable.map(({ label }) => label)).toContain('Read the whole story');
  const wall = new URL(link ?? '');
  expect(await (await fetch(new URL(wall.pathname + wall.search, house.address()))).text()).toContain('the long one');
});

it('counts cheers in place, each person once', async () => {
  await tellStories(1);
  const shown = await posted();
  await ben().clicks(shown, 'Cheer');
  await soon(() => digest()?.text).toContain('Cheer · 1');
  await ben().clicks(shown, 'cheer');
  await house.slack.user('UCHLOE').clicks(shown, 'cheer');
  await soon(() => digest()?.text).toContain('Cheer · 2');
  expect(digests()).toHaveLength(1);
  expect(
    ben()
      .reads(NEWS)
      .filter((one) => one.privately),
  ).toEqual([]);
});

it('puts what does not fit into its thread, and cheers count there too', async () => {
  await tellStories(30, (number) => `story number ${number}: ${'it went on and on, '.repeat(40)}`);
  const shown = await posted();
  expect(shown.text).toContain('Also told this week');
  await soon(() => parts().length).toBeGreaterThan(2);
  const everywhere = () =>
    house.slack
      .shows(NEWS)
      .map((one) => one.text)
      .join('\n');
  for (let number = 1; number <= 30; number += 1) await soon(everywhere).toContain(`story number ${number}:`);
  expect(parts().every((one) => one.thread === shown.ts)).toBe(true);
  const [part] = parts();
  const story = part?.touchable.find((one) => one.actionId === 'cheer')?.value ?? '';
  if (!part) throw new Error('No thread.');
  await ben().clicks(part, 'cheer', { value: story });
  await soon(() => parts()[0]?.text).toContain('Cheer · 1');
  expect(house.slack.calls.refused()).toEqual([]);
}, 60_000);

describe('a told story', () => {
  it('moved to the other lane leaves the digest, in its place', async () => {
    await tellStories(2);
    await posted();
    const mine = await said(() => ana().types(NEWS, '/kudos mine'));
    const [one] = mine.touchable.filter((touched) => touched.actionId === 'show-story');
    await (await ana().clicks(mine, 'show-story', { value: one?.value ?? '' })).modal();
    expect(ana().modal()?.text).toContain('story number 2');
    await ana().touches('modal', 'Something had gone wrong first');
    await soon(() => ana().modal()?.text).toContain('What broke?');
    await ana().submits({ 'what-broke': 'The printer' });
    // The form is gone, and the story beneath it shows what became of it.
    await soon(() => ana().modal()?.text).toContain('It is a recovery now');
    await soon(() => digest()?.text).not.toContain('story number 2');
    expect(digest()?.text).toContain('story number 1');
    expect(digests()).toHaveLength(1);
  });

  it('taken back leaves it too', async () => {
    await tellStories(1);
    await posted();
    await said(() => ana().types(NEWS, '/kudos undo'));
    await soon(() => digest()?.text).not.toContain('story number 1');
  });
});

it('a week without wins asks one open question', async () => {
  await postDigest(house);
  await soon(() => house.slack.shows(NEWS).at(-1)?.text).toContain('?');
  expect(
    house.slack
      .shows(NEWS)
      .at(-1)
      ?.touchable.map(({ label }) => label),
  ).toEqual(['Tell a story']);
});

describe('exactly once', () => {
  it('when Slack posted it and the answer was lost', async () => {
    await tellStories(1);
    const lost = house.slack.faults.plant({
      trouble: { kind: 'done-reset' },
      method: 'chat.postMessage',
      channel: NEWS,
      times: 1,
    });
    await postDigest(house);
    await soon(() => lost.met()).toBe(1);
    await settled(house);
    expect(digests()).toHaveLength(1);
    const shown = digest();
    if (!shown) throw new Error('No digest.');
    await ben().clicks(shown, 'cheer');
    await soon(() => digest()?.text).toContain('Cheer · 1');
  });

  it('or else, where history does not tell which message is whose, an admin is asked', async () => {
    Object.assign(house.slack.metadata, { told: false });
    await tellStories(1);
    house.slack.faults.plant({ trouble: { kind: 'done-reset' }, method: 'chat.postMessage', channel: NEWS, times: 1 });
    await postDigest(house);
    await soon(() => house.slack.user('UDANA').readsDirect().at(-1)?.text).toContain('may or may not have been posted');
    expect(digests()).toHaveLength(1);
  });

  it('or else an admin is asked, and may post it again', async () => {
    house.slack.tokens.withhold('channels:history', 'groups:history');
    await tellStories(1);
    const dana = () => house.slack.user('UDANA');
    house.slack.faults.plant({ trouble: { kind: 'reset' }, method: 'chat.postMessage', channel: NEWS, times: 1 });
    await postDigest(house);
    const asked = () =>
      dana()
        .readsDirect()
        .find((one) => one.text.includes('may or may not have been posted'));
    await soon(() => asked()?.text).toContain('The weekly digest');
    expect(digests()).toEqual([]);
    const message = asked();
    if (!message) throw new Error('Not asked.');
    await dana().clicks(message, 'Post again');
    await soon(() => digests().length).toBe(1);
    await soon(() =>
      dana()
        .readsDirect()
        .map((one) => one.text)
        .join('\n'),
    ).toContain('is being posted again');
  });

  it('through a storm of 429 and 500', async () => {
    await tellStories(2);
    const { faults } = house.slack;
    faults.plant({
      trouble: { kind: 'ratelimited', retryAfter: 1 },
      method: 'chat.postMessage',
      channel: NEWS,
      times: 1,
    });
    faults.plant({ trouble: { kind: 'ratelimited', retryAfter: 1 }, method: 'conversations.history', times: 1 });
    faults.plant({ trouble: { kind: 'status', status: 500 }, method: 'chat.postMessage', channel: NEWS, times: 1 });
    await postDigest(house);
    await settled(house);
    expect(digests()).toHaveLength(1);
  });
});
