// Ideas in Teams: typed to Herald, joined, backed, alive, and linked to a story.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { button, buttonsIn, cardOf, inputsIn, textIn } from '../fakes/teams/shown.ts';
import type { Message, User } from '../fakes/teams/world.ts';
import { chatOf, nextIn, openTeamsHouse, soon, standing, type TeamsHouse } from './teams-herald.ts';

let house: TeamsHouse;
beforeAll(async () => {
  house = await openTeamsHouse();
});
afterAll(() => house.close());

async function types(user: User, text: string): Promise<Message> {
  const chat = chatOf(house, user);
  const before = standing(house, chat).length;
  await house.teams.types(user, chat, [text]);
  return nextIn(house, chat, before);
}

/** Presses a button on the message's card, or on the one that an answer put in its place; what takes its place then. */
async function presses(
  user: User,
  on: Message,
  label: string,
  typed: Record<string, string> = {},
  card: unknown = cardOf(on),
): Promise<unknown> {
  const { body } = await house.teams.presses(user, on, button(card, label), { ...inputsIn(card), ...typed });
  return (body as { value: unknown }).value;
}

/** What says these words: news of what was done before may come in between. */
async function toldOf(user: User, words: string): Promise<Message> {
  const found = () => standing(house, chatOf(house, user)).find((one) => textIn(cardOf(one)).includes(words));
  await soon(found).toBeDefined();
  const message = found();
  if (message === undefined) throw new Error('It is gone.');
  return message;
}

const heard = (user: User) => standing(house, chatOf(house, user)).map((one) => textIn(cardOf(one)));

test('an idea goes from a typed line to life, with a hand and a manager on the way', async () => {
  const { ana, ben, dana } = house;
  const form = await types(ana, 'idea');
  expect(textIn(cardOf(form))).toContain('Propose an idea');
  const proposed = await presses(ana, form, 'Propose it', { words: 'Write the customer’s **name** on the cup' });
  expect(textIn(proposed)).toContain('Proposed.');
  expect(textIn(proposed)).toContain('“idea list”');

  const alike = await types(ben, 'idea names on cups');
  expect(textIn(cardOf(alike))).toContain('Ana Duarte proposed something close');
  expect(textIn(await presses(ben, alike, 'Lend a hand'))).toContain('You lend Ana Duarte a hand');
  await soon(() => heard(ana).join('\n')).toContain('Ben Okafor lends you a hand with your idea');
  const tooLong = await types(ben, `idea ${'cup '.repeat(300)}`);
  expect(textIn(cardOf(tooLong))).toContain('The idea is 1,199 characters long');
  expect(inputsIn(cardOf(tooLong)).words).toContain('cup cup');

  const list = await types(dana, 'idea list');
  expect(textIn(cardOf(list))).toContain('Looking for a hand');
  const shown = await presses(dana, list, 'Show the idea');
  expect(textIn(shown)).toContain('An idea of Ana Duarte');
  const asked = await presses(dana, list, 'Back it', {}, shown);
  expect(JSON.stringify(asked)).toContain('What will you clear out of its way?');
  const again = await presses(dana, list, 'Back it', { clearing: ' ' }, asked);
  expect(textIn(again)).toContain('Write it in a few words');
  expect(textIn(await presses(dana, list, 'Back it', { clearing: 'Pens for every till' }, again))).toContain(
    'You back it',
  );
  await soon(() => heard(ana).join('\n')).toContain('Pens for every till');

  const mine = await types(ana, 'mine');
  expect(textIn(cardOf(mine))).toContain('Your ideas');
  const own = await presses(ana, mine, 'Show the idea');
  expect(textIn(own)).toContain('Dana Weiss backs it');
  expect(textIn(await presses(ana, mine, 'It is alive', {}, own))).toContain('It is alive.');
  await soon(() => heard(dana).join('\n')).toContain('Ana Duarte says that their idea is alive');
  expect(standing(house, house.news)).toEqual([]);
});

test('a story that sounds like it is linked with one press, and its author hears of it', async () => {
  const { teams, ana, ben, dana } = house;
  const chat = chatOf(house, dana);
  const before = standing(house, chat).length;
  await teams.types(dana, chat, ['kudos ', ben, ' wrote the name of a customer on her cup, and she took a picture']);
  const told = await nextIn(house, chat, before);
  expect(textIn(cardOf(told))).toContain('This sounds like an idea of Ana Duarte');
  const linked = await presses(dana, told, 'Yes, it is about that idea');
  expect(textIn(linked)).toContain('Linked.');
  expect(buttonsIn(linked).map(({ title }) => title)).toContain('It is about something else');
  await soon(() => heard(ana).join('\n')).toContain('Dana Weiss tells a story about an idea that you are part of');
});

test('an idea that its author withdraws while a manager backs it is not backed, and the manager hears why', async () => {
  const { ben, dana } = house;
  await types(ben, 'idea a chair by the door for whoever waits');
  const proposed = await toldOf(ben, 'a chair by the door');
  await types(dana, 'idea list');
  const list = await toldOf(dana, 'a chair by the door');
  const own = await presses(ben, proposed, 'Show the idea');
  const [show] = buttonsIn(cardOf(proposed)).filter(({ title }) => title === 'Show the idea');
  if (show === undefined) throw new Error('It is not to be shown.');
  const { body } = await house.teams.presses(dana, list, show);
  const asked = await presses(dana, list, 'Back it', {}, (body as { value: unknown }).value);
  await presses(ben, proposed, 'Withdraw it', {}, own);
  const late = await presses(dana, list, 'Back it', { clearing: 'A chair from the stock room' }, asked);
  expect(JSON.stringify(late)).toContain('This idea is not here any more');
});
