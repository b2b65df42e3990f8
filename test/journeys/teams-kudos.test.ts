import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { button, buttonsIn, cardOf, inputsIn, textIn } from '../fakes/teams/shown.ts';
import { chatOf, nextIn, openTeamsHouse, soon, standing, type TeamsHouse } from './teams-herald.ts';

describe('kudos in Teams', () => {
  let house: TeamsHouse;
  beforeAll(async () => {
    house = await openTeamsHouse();
  });
  afterAll(() => house.close());

  test('typed in a channel is told there once, in its thread, and to its hero', async () => {
    const { teams, ana, ben, news } = house;
    const thread = `${news};messageid=1`;
    const typed = [teams.herald, ' kudos ', ben, ' stayed until the last guest had a room.'];
    const { status } = await teams.types(ana, thread, typed);
    expect(status).toBe(200);
    const post = await nextIn(house, thread);
    expect(textIn(cardOf(post))).toContain('stayed until the last guest had a room.');
    await soon(() => standing(house, chatOf(house, ben)).length).toBe(1);
    await new Promise((later) => setTimeout(later, 300));
    expect(standing(house, thread)).toHaveLength(1);
    expect(standing(house, chatOf(house, ana))).toHaveLength(0);
  });

  test('typed in the chat with Herald is answered there, and can be taken back', async () => {
    const { teams, ana, chloe } = house;
    const chat = chatOf(house, ana);
    await teams.types(ana, chat, ['kudos ', chloe, ' found the lost suitcase.']);
    const answer = await nextIn(house, chat);
    const undo = button(cardOf(answer), 'Take it back');
    const { status, body } = await teams.presses(ana, answer, undo);
    expect(status).toBe(200);
    expect(body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' });
    expect(textIn((body as { value: unknown }).value)).toContain('found the lost suitcase.');
    // Whoever opens the chat again finds it as it became.
    await soon(() => textIn(cardOf(answer))).toContain('Taken back');
  });

  test('alone brings the form, which tells it and keeps what was typed after a "no"', async () => {
    const { teams, ana, ben } = house;
    const chat = chatOf(house, ana);
    const before = standing(house, chat).length;
    await teams.types(ana, chat, ['kudos']);
    const form = await nextIn(house, chat, before);
    const send = button(cardOf(form), 'Tell it');
    const empty = await teams.presses(ana, form, send, {
      ...inputsIn(cardOf(form)),
      words: 'Walked the dog of a guest.',
    });
    const again = (empty.body as { value: unknown }).value;
    expect(inputsIn(again).words).toBe('Walked the dog of a guest.');
    const filled = { ...inputsIn(again), words: 'Walked the dog of a guest.', heroes: ben.id };
    const told = await teams.presses(ana, form, button(again, 'Tell it'), filled);
    expect(textIn((told.body as { value: unknown }).value)).toContain('Walked the dog of a guest.');
    expect(buttonsIn((told.body as { value: unknown }).value).map(({ title }) => title)).toContain('Take it back');
  });

  test('about somebody whom Herald met just now leave no typing beside the answer', async () => {
    const { teams, ana } = house;
    const sam = teams.addUser('Sam New');
    teams.addChat(sam);
    const chat = chatOf(house, ana);
    const before = standing(house, chat).length;
    teams.world.typings.length = 0;
    await teams.types(ana, chat, ['kudos ', sam, ' carried the piano.']);
    expect(textIn(cardOf(await nextIn(house, chat, before)))).toContain('carried the piano.');
    await new Promise((later) => setTimeout(later, 1000));
    expect(teams.world.typings).toEqual([]);
  });

  test('names people by their mention, never by what is typed', async () => {
    const { teams, ana } = house;
    const chat = chatOf(house, ana);
    const before = standing(house, chat).length;
    await teams.types(ana, chat, ['kudos <at>Ben Okafor</at> for nothing at all']);
    const answer = await nextIn(house, chat, before);
    expect(inputsIn(cardOf(answer)).words).toContain('<at>Ben Okafor</at> for nothing at all');
  });

  test('with a name that nobody has, keeps all that was typed in its form', async () => {
    const { teams, ana } = house;
    const chat = chatOf(house, ana);
    const before = standing(house, chat).length;
    await teams.types(ana, chat, ['kudos']);
    const form = await nextIn(house, chat, before);
    const typed = { words: 'Walked a guest home.', 'typed-heroes': 'Nobody Here', customer: 'Mr. Example' };
    const filled = { ...inputsIn(cardOf(form)), ...typed };
    await teams.presses(ana, form, button(cardOf(form), 'Tell it'), filled);
    await soon(() => textIn(cardOf(form))).toContain('Nobody Here');
    expect(inputsIn(cardOf(form))).toMatchObject(typed);
  });

  test('sent twice by Teams is told once', async () => {
    const { teams, ana, ben, news } = house;
    const thread = `${news};messageid=2`;
    const { activity } = await teams.types(ana, thread, [teams.herald, ' kudos ', ben, ' carried the piano.']);
    expect((await teams.send(activity)).status).toBe(200);
    await nextIn(house, thread);
    await new Promise((later) => setTimeout(later, 300));
    expect(standing(house, thread)).toHaveLength(1);
  });

  test('changed by its teller says so where it stands; deleted, it is gone', async () => {
    const { teams, ana, ben, news } = house;
    const thread = `${news};messageid=3`;
    const { activity } = await teams.types(ana, thread, [teams.herald, ' kudos ', ben, ' fixed the lfit.']);
    const post = await nextIn(house, thread);
    await teams.edits(ana, activity, [teams.herald, ' kudos ', ben, ' fixed the lift.']);
    await soon(() => textIn(cardOf(post))).toContain('fixed the lift.');
    await teams.deletes(ana, activity);
    await soon(() => textIn(cardOf(post))).not.toContain('fixed the lift.');
    expect(standing(house, thread)).toHaveLength(1);
  });
});
