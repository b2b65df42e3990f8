// The pulse in Teams: one card with its picture, in the person's own chat.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedImbalance, seedPulse } from '../fakes/pulse.ts';
import { button, buttonsIn, cardOf, inputsIn, textIn } from '../fakes/teams/shown.ts';
import type { Message } from '../fakes/teams/world.ts';
import { chatOf, nextIn, openTeamsHouse, soon, standing, type TeamsHouse } from './teams-herald.ts';

let house: TeamsHouse;
beforeAll(async () => {
  house = await openTeamsHouse();
});
afterAll(() => house.close());

const titles = (message: Message) => buttonsIn(message.activity.attachments?.[0]?.content).map(({ title }) => title);

async function asks(user: TeamsHouse['ana']) {
  const chat = chatOf(house, user);
  const before = standing(house, chat).length;
  await house.teams.types(user, chat, ['pulse']);
  return nextIn(house, chat, before);
}

test('says so when too few are here', async () => {
  expect(textIn(cardOf(await asks(house.ana)))).toContain('at least five people');
});

test('shows the figures with a picture that says the same in words; all of them as a table to an admin alone', async () => {
  const connection = `teams:${house.teams.registration.tenant}`;
  await house.stopHerald();
  await seedPulse(house.databaseFile, connection);
  await house.startHerald();
  // On a busy machine the first card may go without its picture: the words say the same.
  await expect
    .poll(async () => JSON.stringify(cardOf(await asks(house.ana))), { timeout: 25_000 })
    .toContain('"url":"data:image/png;base64,iVBOR');
  const shown = cardOf(await asks(house.ana));
  expect(textIn(shown)).toContain('2 wins beside 1 recovery');
  const picture = JSON.stringify(shown);
  expect(picture).toMatch(/"altText":"Wins beside recoveries:[^"]*2 wins beside 1 recovery\."/);
  expect(Buffer.byteLength(picture)).toBeLessThan(80 * 1024);
  expect(JSON.stringify(buttonsIn(shown))).not.toContain('Figures as CSV');
  const message = await asks(house.dana);
  const { body } = await house.teams.presses(house.dana, message, button(cardOf(message), 'Figures as CSV'));
  expect(JSON.stringify(body)).toContain('of,week,wins,recoveries');
});

test('an admin chooses a team in the settings, and it can be asked for by its name', async () => {
  const { teams, dana, news } = house;
  // Herald hears of the team when somebody speaks to it there.
  await teams.types(dana, `${news};messageid=1`, [teams.herald, ' kudos ', house.ben, ' stayed late.']);
  const chat = chatOf(house, dana);
  await teams.types(dana, chat, ['settings']);
  // What became of the story may be said before or after.
  const settings = () => standing(house, chat).findLast((one) => titles(one).includes('Change them'));
  await soon(settings).toBeDefined();
  const message = settings();
  if (message === undefined) throw new Error('The settings are gone.');
  const { body } = await teams.presses(dana, message, button(cardOf(message), 'Change them'));
  const form = (body as { value: unknown }).value;
  expect(JSON.stringify(form)).toContain('Teams with a pulse of their own');
  await teams.presses(dana, message, button(form, 'Save'), { ...inputsIn(form), groups: news });
  await soon(async () => JSON.stringify(buttonsIn(cardOf(await asks(house.ana))))).toContain('Everyone');
});

test('those who manage are told in private when recoveries outnumber wins for three weeks', async () => {
  const other = await openTeamsHouse();
  const { dana, ana, news } = other;
  await other.teams.types(dana, chatOf(other, dana), ['mine']);
  await nextIn(other, chatOf(other, dana));
  await other.stopHerald();
  await seedImbalance(other.databaseFile, `teams:${other.teams.registration.tenant}`);
  await other.startHerald();
  const heard = (user: TeamsHouse['dana']) =>
    standing(other, chatOf(other, user)).filter((one) => textIn(cardOf(one)).includes('3 weeks in a row'));
  await soon(() => heard(dana).length).toBe(1);
  const [card] = heard(dana);
  expect(textIn(card && cardOf(card))).toMatch(/0 wins beside 3 recoveries.*What do you make of it\?/);
  expect([...heard(ana), ...standing(other, news)]).toEqual([]);
  await other.close();
});
