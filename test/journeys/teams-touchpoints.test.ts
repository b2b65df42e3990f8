// The company's touchpoints in Teams: named by an admin, chosen with a story, and the map that everyone sees.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { button, buttonsIn, cardOf, inputsIn, textIn } from '../fakes/teams/shown.ts';
import type { User } from '../fakes/teams/world.ts';
import { chatOf, nextIn, openTeamsHouse, standing, type TeamsHouse } from './teams-herald.ts';

let house: TeamsHouse;
beforeAll(async () => {
  house = await openTeamsHouse();
});
afterAll(() => house.close());

type Said = Parameters<TeamsHouse['teams']['types']>[2];

async function types(user: User, said: Said) {
  const chat = chatOf(house, user);
  const before = standing(house, chat).length;
  await house.teams.types(user, chat, said);
  return nextIn(house, chat, before);
}

async function presses(user: User, on: Awaited<ReturnType<typeof types>>, card: unknown, title: string, typed = {}) {
  const { body } = await house.teams.presses(user, on, button(card, title), { ...inputsIn(card), ...typed });
  return (body as { readonly value: unknown }).value;
}

describe('touchpoints in Teams', () => {
  test('are named by an admin, who reads in the form what is wrong', async () => {
    const { dana, ana } = house;
    expect(textIn(cardOf(await types(ana, ['map'])))).toContain('There is no map yet. An admin can name');
    const message = await types(dana, ['map']);
    let card = await presses(dana, message, cardOf(message), 'Name touchpoints');
    for (const touchpoint of ['Front desk', '**الاستقبال**']) {
      card = await presses(dana, message, card, 'Add a touchpoint');
      card = await presses(dana, message, card, 'Save it', { touchpoint, promise: 'We look up.' });
      expect(textIn(card)).toContain('is a touchpoint now');
    }
    card = await presses(dana, message, card, 'Add a touchpoint');
    card = await presses(dana, message, card, 'Save it', { touchpoint: ' front  DESK', promise: 'Again' });
    expect(textIn(card)).toContain('is there already');
    expect(inputsIn(card)).toMatchObject({ touchpoint: ' front  DESK', promise: 'Again' });
  });

  test('are chosen in the form, where a typed place goes before', async () => {
    const { ana, ben } = house;
    const told = { heroes: ben.id, words: 'Found the ring.', 'chosen-touchpoint': 'at Front desk' };
    const form = await types(ana, ['kudos']);
    expect(inputsIn(cardOf(form))['chosen-touchpoint']).toBe('none');
    expect(textIn(await presses(ana, form, cardOf(form), 'Tell it', told))).toContain('Where: Front desk');
    const other = await types(ana, ['kudos']);
    const both = { ...told, words: 'Held the door.', touchpoint: 'in the lift' };
    expect(textIn(await presses(ana, other, cardOf(other), 'Tell it', both))).toContain('Where: in the lift');
    const map = textIn(cardOf(await types(ana, ['map'])));
    expect(map).toMatch(
      /Front desk[\s\S]*We look up\.[\s\S]*There are stories of delight[\s\S]*الاستقبال[\s\S]*No story/,
    );
  });

  test('are suggested for a story that names one, and chosen by nobody else', async () => {
    const { ana, chloe } = house;
    const told = await types(ana, ['kudos ', chloe, ' sang at the front desk']);
    const form = await presses(ana, told, cardOf(told), 'Add customer or place');
    expect(textIn(form)).toContain('The words name “Front desk”');
    expect(inputsIn(form)['chosen-touchpoint']).toBe('none');
    const saved = await presses(ana, told, form, 'Save them', { 'chosen-touchpoint': 'at Front desk' });
    expect(textIn(saved)).toContain('Where: Front desk');
  });

  test('are one click away where the words name one, also from the story that stands in a channel', async () => {
    const { ana, chloe, news, teams } = house;
    const told = await types(ana, ['kudos ', chloe, ' whistled at the FRONT DESK']);
    const placed = textIn(await presses(ana, told, cardOf(told), 'It was there: Front desk'));
    expect(placed).toContain('Where: Front desk');
    expect(placed).not.toContain('It was there');

    const thread = `${news};messageid=1`;
    await teams.types(ana, thread, [teams.herald, ' kudos ', chloe, ' waved from the front desk']);
    const post = await nextIn(house, thread);
    const { refresh } = cardOf(post) as { readonly refresh?: { readonly action: Parameters<typeof teams.presses>[2] } };
    if (refresh === undefined) throw new Error('Nobody’s own card stands behind it.');
    const { body } = await teams.presses(ana, post, refresh.action);
    const own = (body as { readonly value: unknown }).value;
    expect(textIn(await presses(ana, post, own, 'It was there: Front desk'))).toContain('Where: Front desk');
  });

  test('change and go while a form that offers them is open; nobody but an admin changes them', async () => {
    const { ana, ben, dana } = house;
    const open = await types(ana, ['kudos']);
    const message = await types(dana, ['map']);
    let card = await presses(dana, message, cardOf(message), 'Name touchpoints');
    const [change] = buttonsIn(card).filter(({ title }) => title === 'Change it');
    const [remove] = buttonsIn(card).filter(({ title }) => title === 'Remove it');
    if (!change || !remove) throw new Error('There is nothing to press.');
    const { body } = await house.teams.presses(dana, message, change);
    card = (body as { readonly value: unknown }).value;
    expect(inputsIn(card)).toMatchObject({ touchpoint: 'Front desk', promise: 'We look up.' });
    expect(textIn(await presses(dana, message, card, 'Save it', { touchpoint: 'Reception' }))).toContain('Reception');
    const refused = await house.teams.presses(ben, message, remove);
    expect(JSON.stringify(refused.body)).toContain('Only an admin can do this');
    const removed = await house.teams.presses(dana, message, remove);
    expect(JSON.stringify(removed.body)).toContain('is no touchpoint any more');
    const late = { heroes: ben.id, words: 'Lent an umbrella.', 'chosen-touchpoint': 'at Front desk' };
    expect(textIn(await presses(ana, open, cardOf(open), 'Tell it', late))).toContain('Where: Front desk');
    expect(textIn(cardOf(await types(ana, ['map'])))).not.toMatch(/Reception|Front desk/);
  });
});
