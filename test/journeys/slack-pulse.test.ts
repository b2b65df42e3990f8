// The pulse in Slack: figures where it was asked for, and its picture in Herald's own chat.

import { afterAll, beforeAll, expect, it } from 'vitest';
import { seedImbalance, seedPulse } from '../fakes/pulse.ts';
import { type House, NEWS, openHouse, said, soon } from './slack-herald.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const ana = () => house.slack.user('UANA');
const dana = () => house.slack.user('UDANA');
const uploaded = () => house.slack.calls.of('files.completeUploadExternal');

it('says so when nothing is counted yet', async () => {
  expect((await said(() => ana().types(NEWS, '/kudos pulse'))).text).toContain('at least five people');
});

it('tells the figures in private, and sends the picture with the same in words', async () => {
  for (let number = 0; number < 7; number += 1) house.slack.workspace.addUser({ id: `U0SEED${number}` });
  await house.stopHerald();
  await seedPulse(house.databaseFile, 'slack:T0000TEAM');
  await house.startHerald();
  const answer = await said(() => ana().types(NEWS, '/kudos pulse'));
  expect(answer.privately).toBe(true);
  expect(answer.text).toContain('2 wins beside 1 recovery');
  expect(answer.text).toContain('The picture comes to you');
  await soon(() => uploaded().length).toBe(1);
  const [asked] = house.slack.calls.of('files.getUploadURLExternal');
  expect(String(asked?.args.alt_text)).toContain('2 wins beside 1 recovery');
  expect(house.slack.calls.refused()).toEqual([]);
});

it('offers all figures to an admin, and to nobody else', async () => {
  const plain = await said(() => ana().types(NEWS, '/kudos pulse'));
  expect(plain.text).not.toContain('CSV');
  const answer = await said(() => dana().types(NEWS, '/kudos pulse'));
  const csv = await said(() => dana().clicks(answer, 'Figures as CSV'));
  expect(csv.text).toContain('of,week,wins,recoveries');
});

it('has an admin choose user groups, who are then known by name and counted from next week on', async () => {
  const group = house.slack.workspace.addUsergroup({
    name: 'Phones',
    users: ['U0SEED1', 'U0SEED2', 'U0SEED3', 'U0SEED4', 'U0SEED5'],
  });
  house.slack.workspace.addUsergroup({ name: 'Night shift', users: ['UANA', 'UBEN'] });
  for (const other of ['UBEN', 'UCHLOE']) await said(() => house.slack.user(other).types(NEWS, '/kudos pulse'));
  await (await dana().types(NEWS, '/kudos settings')).modal();
  await dana().submits({ teams: [group.id] });
  const shown = () => said(() => ana().types(NEWS, '/kudos pulse'));
  await soon(async () => JSON.stringify((await shown()).touchable)).toContain('Phones');
  const phones = async () => said(async () => ana().clicks(await shown(), 'Phones'));
  await soon(async () => (await phones()).text).toContain('Phones is counted from next Monday on');
});

it('tells those who manage in private when recoveries outnumber wins for three weeks, and asks them one thing', async () => {
  const other = await openHouse();
  for (let number = 0; number < 7; number += 1) other.slack.workspace.addUser({ id: `U0SEED${number}` });
  await said(() => other.slack.user('UDANA').types(NEWS, '/kudos mine'));
  await other.stopHerald();
  await seedImbalance(other.databaseFile, 'slack:T0000TEAM');
  await other.startHerald();
  const heard = () =>
    other.slack
      .user('UDANA')
      .readsDirect()
      .filter(({ text }) => text.includes('3 weeks in a row'));
  await soon(() => heard().length).toBe(1);
  expect(heard()[0]?.text).toMatch(/0 wins beside 3 recoveries.*What do you make of it\?/);
  expect(other.slack.user('UANA').readsDirect()).toEqual([]);
  expect(other.slack.shows(NEWS)).toEqual([]);
  await other.close();
});
