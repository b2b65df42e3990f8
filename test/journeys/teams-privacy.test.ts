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

type FileCard = { readonly contentType: string; readonly name?: string; readonly content?: Record<string, unknown> };
const fileCard = (message: Message | undefined): FileCard | undefined =>
  message?.activity.attachments?.find(({ contentType }) => contentType.includes('card.file'));

const textOf = (message: Message | undefined) =>
  message === undefined || fileCard(message) || message.activity.text ? '' : textIn(cardOf(message));

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

test('puts everything into an admin’s OneDrive once they say yes, and leads there from the first page', async () => {
  const { teams, ana, dana } = house;
  await asks(ana, 'export', 'Only an admin');
  await asks(dana, 'export', 'Teams asks you whether it may go into your OneDrive');
  const chat = chatOf(house, dana);
  const offered = () => standing(house, chat).find((one) => fileCard(one)?.contentType.endsWith('file.consent'));
  await soon(offered).toBeDefined();
  const { content } = fileCard(offered()) ?? {};
  const answer = (action: string, uploadUrl: string) => {
    const uploadInfo = { uploadUrl, contentUrl: `${teams.service.address()}/there`, name: 'all.jsonl', uniqueId: 'F1' };
    const value = { type: 'fileUpload', action, context: content?.acceptContext, uploadInfo };
    return teams.invokes(dana, chat, 'fileConsent/invoke', value, offered()?.id);
  };
  expect((await answer('accept', `${teams.service.address()}/onedrive/all.jsonl`)).status).toBe(200);
  const shown = () => standing(house, chat).find((one) => fileCard(one)?.contentType.endsWith('file.info'));
  await soon(shown).toMatchObject({ activity: { attachments: [{ name: 'all.jsonl', content: { uniqueId: 'F1' } }] } });
  expect(offered()).toBeUndefined();
  expect(teams.service.fileAt('/onedrive/all.jsonl')).toContain('"type":"person"');

  // What Teams would never name as a place for files is not called.
  expect((await answer('accept', 'http://localhost:9/steal')).status).toBe(200);
  await soon(() => standing(house, chat).some((one) => one.activity.text?.includes('could not be sent'))).toBe(true);
  expect((await teams.invokes(dana, chat, 'fileConsent/invoke', { action: 'accept' })).status).toBe(400);

  const help = await asks(ana, 'help', 'Tells a story about a colleague');
  const card = await pressed(ana, help, cardOf(help), 'What Herald keeps about me');
  expect(textIn(card)).toContain('What Herald keeps about you');
  const held = await pressed(ana, help, card, 'See all of it');
  await pressed(ana, help, held, 'Save all of it as a file');
  const names = () => standing(house, chatOf(house, ana)).flatMap((one) => fileCard(one)?.name ?? []);
  await soon(names).toEqual(['herald-about-me.jsonl']);
});
