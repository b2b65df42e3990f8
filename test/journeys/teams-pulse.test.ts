// The pulse in Teams: one card with its picture, in the person's own chat.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedPulse } from '../fakes/pulse.ts';
import { button, buttonsIn, cardOf, textIn } from '../fakes/teams/shown.ts';
import { chatOf, nextIn, openTeamsHouse, standing, type TeamsHouse } from './teams-herald.ts';

let house: TeamsHouse;
beforeAll(async () => {
  house = await openTeamsHouse();
});
afterAll(() => house.close());

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
  await seedPulse(house.databaseFile, connection);
  const shown = cardOf(await asks(house.ana));
  expect(textIn(shown)).toContain('2 wins beside 1 recovery');
  const picture = JSON.stringify(shown);
  expect(picture).toContain('"url":"data:image/png;base64,iVBOR');
  expect(picture).toMatch(/"altText":"Wins beside recoveries:[^"]*2 wins beside 1 recovery\."/);
  expect(Buffer.byteLength(picture)).toBeLessThan(80 * 1024);
  expect(buttonsIn(shown)).not.toContain('Figures as CSV');
  const message = await asks(house.dana);
  const { body } = await house.teams.presses(house.dana, message, button(cardOf(message), 'Figures as CSV'));
  expect(JSON.stringify(body)).toContain('of,week,wins,recoveries');
});
