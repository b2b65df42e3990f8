// What people may have done about themselves, in Teams; and an admin who erases somebody.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { button, cardOf, textIn } from '../fakes/teams/shown.ts';
import type { Message, User } from '../fakes/teams/world.ts';
import { forgotten } from './on-disk.ts';
import { chatOf, nextIn, openTeamsHouse, soon, standing, type TeamsHouse } from './teams-herald.ts';

let house: TeamsHouse;
beforeEach(async () => {
  house = await openTeamsHouse();
});
afterEach(() => house.close());

/** Types to Herald in their own chat and reads the answer that says this; other messages may come in between. */
async function asks(user: User, said: string | readonly (string | User)[], says: string): Promise<Message> {
  const chat = chatOf(house, user);
  await house.teams.types(user, chat, typeof said === 'string' ? [said] : [...said]);
  const answer = () => standing(house, chat).find((one) => textOf(one).includes(says));
  await soon(answer).toBeDefined();
  const found = answer();
  if (!found) throw new Error('It is gone again.');
  return found;
}

/** Presses a button of a card and gets the card that takes its place. */
async function pressed(user: User, message: Message, card: unknown, title: string): Promise<unknown> {
  const { body } = await house.teams.presses(user, message, button(card, title));
  return (body as { readonly value?: unknown }).value;
}

const textOf = (message: Message | undefined) => (message ? textIn(cardOf(message)) : '');

test('goes unnamed in channels, reads all that is kept, and takes all words back', async () => {
  const { teams, ana, ben, news } = house;
  const thread = `${news};messageid=1`;
  await teams.types(ana, thread, [teams.herald, ' kudos ', ben, ' drew a map.']);
  const story = await nextIn(house, thread);
  expect(textOf(story)).toContain('Ben Okafor');
  await teams.types(ben, `${news};messageid=2`, [teams.herald, ' kudos ', ana, ' carried every box.']);
  await nextIn(house, `${news};messageid=2`);

  const card = await asks(ben, 'privacy', '1 story about you and 1 story told by you');
  const held = await pressed(ben, card, cardOf(card), 'See all of it');
  expect(textIn(held)).toContain(ben.id);
  const unnamed = await pressed(ben, card, cardOf(card), 'Don’t name me in channels');
  expect(textIn(unnamed)).toContain('not named where others read');
  await soon(() => textOf(standing(house, thread)[0])).not.toContain('Ben Okafor');
  expect(textOf(standing(house, thread)[0])).toContain('a colleague');

  const asked = await pressed(ben, card, cardOf(card), 'Take my words back');
  expect(textIn(asked)).toContain('Take back your story?');
  const taken = await pressed(ben, card, asked, 'Yes, take my words back');
  expect(textIn(taken)).toContain('Your story is taken back');
  await soon(() => textOf(standing(house, `${news};messageid=2`)[0])).not.toContain('carried every box');
});

test('erases whom an admin names, once they confirm, and edits what stands', async () => {
  const { teams, ana, ben, dana, news } = house;
  const thread = `${news};messageid=1`;
  await teams.types(ben, thread, [teams.herald, ' kudos ', ana, ' carried every box.']);
  await nextIn(house, thread);
  await asks(ana, ['erase ', ben], 'Only an admin');
  const asked = await asks(dana, ['erase ', ben], 'Erase Ben Okafor?');
  expect(textIn(await pressed(dana, asked, cardOf(asked), 'Yes, erase them'))).toContain('They are erased');
  await soon(() => textOf(standing(house, thread)[0])).toContain('A colleague tells a story about');
  await forgotten(house.databaseFile, ['Ben Okafor', ben.id]);
});

test('says to an admin who can write everything out, and leads to all of it from the first page', async () => {
  const { ana, dana } = house;
  await asks(ana, 'export', 'Only an admin');
  await asks(dana, 'export', 'Whoever runs Herald can write it with “herald export”.');
  const card = await asks(dana, 'privacy', 'What Herald keeps about you');
  expect(textIn(await pressed(dana, card, cardOf(card), 'All of the company as a file'))).toContain(
    'hands over no files',
  );
  const help = await asks(ana, 'help', 'Tells a story about a colleague');
  expect(textIn(await pressed(ana, help, cardOf(help), 'What Herald keeps about me'))).toContain('keeps about you');
});
