// What people may have done about themselves, in Slack; and an admin who erases somebody.

import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { forgotten } from './on-disk.ts';
import { type House, NEWS, openHouse, postDigest, said, settled, soon } from './slack-herald.ts';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

const ana = () => house.slack.user('UANA');
const ben = () => house.slack.user('UBEN');
const dana = () => house.slack.user('UDANA');
const uploads = () => house.slack.calls.of('files.completeUploadExternal');
const linesOf = (number: number): unknown[] => {
  const files = uploads()[number]?.args.files as { id: string }[] | undefined;
  const body = house.slack.files.find(files?.[0]?.id ?? '')?.body.toString() ?? '';
  return body
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
};
const inNews = () => JSON.stringify(house.slack.shows(NEWS));

it('shows what is kept, goes unnamed in channels, and takes all words back', async () => {
  await said(() => ana().types(NEWS, '/kudos @ben drew a map for a customer'));
  await said(() => ben().types(NEWS, '/kudos @ana carried every box'));
  await postDigest(house);
  await settled(house);
  expect(inNews()).toContain('Ben Okafor');

  const card = await said(() => ben().types(NEWS, '/kudos privacy'));
  expect(card.text).toContain('1 story about you and 1 story told by you');
  const all = await said(() => ben().clicks(card, 'See all of it'));
  expect(all.text).toMatch(/ben@example\.com[\s\S]*UBEN/);

  expect((await said(() => ben().clicks(card, 'Don’t name me in channels'))).text).toContain('not named where others');
  await soon(inNews).not.toContain('Ben Okafor');
  await said(() => dana().types(NEWS, '/kudos @ben found the key'));
  await settled(house);
  expect(inNews()).not.toContain('Ben Okafor');
  expect(ben().readsDirect().at(-1)?.text).toContain('Dana Weiss told a story with you in it');

  const asked = await said(() => ben().clicks(card, 'Take my words back'));
  expect(asked.text).toContain('Take back your story?');
  expect((await said(() => ben().clicks(asked, 'Yes, take my words back'))).text).toContain('Your story is taken back');
  await soon(inNews).not.toContain('carried every box');
  expect(house.slack.calls.refused()).toEqual([]);
});

it('erases whom an admin names, once they confirm, and edits what stands', async () => {
  await said(() => ana().types(NEWS, '/kudos @ben drew a map for a customer'));
  await said(() => ben().types(NEWS, '/kudos @ana carried every box'));
  await settled(house);
  expect((await said(() => ana().types(NEWS, '/kudos erase @ben'))).text).toContain('Only an admin');
  expect((await said(() => dana().types(NEWS, '/kudos erase Nobody'))).text).toContain('Nobody');
  const asked = await said(() => dana().types(NEWS, '/kudos erase @ben'));
  expect(asked.text).toContain('Erase Ben Okafor?');
  expect((await said(() => dana().clicks(asked, 'Yes, erase them'))).text).toContain('They are erased');
  await soon(inNews).not.toContain('Ben Okafor');
  await soon(inNews).toContain('A colleague tells a story about Ana Duarte');
  await forgotten(house.databaseFile, ['Ben Okafor', 'ben@example.com', 'UBEN']);
  expect(readFileSync(house.databaseFile).includes('carried every box')).toBe(true);
  // Who is still in the workspace is met anew, as somebody of whom nothing is known.
  expect((await said(() => ben().types(NEWS, '/kudos privacy'))).text).toContain('Only who you are in each chat.');
  expect(house.slack.calls.refused()).toEqual([]);
});

it('hands everything over as a file, to an admin all of it and to anybody their own', async () => {
  await said(() => ana().types(NEWS, '/kudos @ben drew a map for a customer'));
  expect((await said(() => ana().types(NEWS, '/kudos export'))).text).toContain('Only an admin');
  expect((await said(() => dana().types(NEWS, '/kudos export'))).text).toContain(
    'It comes to you in Herald’s own chat.',
  );
  await soon(() => uploads().length).toBe(1);
  expect(linesOf(0)).toContainEqual(expect.objectContaining({ type: 'win', words: 'drew a map for a customer' }));
  expect(linesOf(0)).toContainEqual(expect.objectContaining({ type: 'person', name: 'Dana Weiss' }));

  const card = await said(() => ben().types(NEWS, '/kudos privacy'));
  expect(JSON.stringify(card.touchable)).not.toContain('All of the company as a file');
  const held = await said(() => ben().clicks(card, 'See all of it'));
  await said(() => ben().clicks(held, 'Save all of it as a file'));
  await soon(() => uploads().length).toBe(2);
  expect(linesOf(1)).toContainEqual(expect.objectContaining({ type: 'people', name: 'Ben Okafor' }));
  expect(JSON.stringify(linesOf(1))).not.toContain('Dana Weiss');
  expect(house.slack.calls.refused()).toEqual([]);
});
