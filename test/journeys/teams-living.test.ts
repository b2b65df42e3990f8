import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { button, cardOf, inputsIn, textIn } from '../fakes/teams/shown.ts';
import { chatOf, nextIn, openTeamsHouse, soon, standing, type TeamsHouse } from './teams-herald.ts';

describe('living in Teams', () => {
  let house: TeamsHouse;
  beforeEach(async () => {
    house = await openTeamsHouse();
  });
  afterEach(() => house.close());

  const pause = (ms: number) => new Promise((later) => setTimeout(later, ms));

  test('a 412, 429, 502 or 504 is waited out, and told once', async () => {
    const { teams, ana, ben, news } = house;
    const statuses = [412, 429, 502, 504];
    for (const status of statuses) {
      teams.faults.add({ at: new RegExp(`POST .*messageid%3D${status}/activities`), status, times: 1, retryAfter: 1 });
      await teams.types(ana, `${news};messageid=${status}`, [teams.herald, ' kudos ', ben, ` did ${status} things.`]);
    }
    for (const status of statuses) await nextIn(house, `${news};messageid=${status}`);
    await soon(() => standing(house, chatOf(house, ben)).length).toBe(statuses.length);
    for (const status of statuses) expect(standing(house, `${news};messageid=${status}`)).toHaveLength(1);
  });

  test('a message that was too big is told shorter', async () => {
    const { teams, ana, ben } = house;
    const chat = chatOf(house, ana);
    teams.faults.add({ at: /POST .*activities/, status: 413, code: 'MessageSizeTooBig', times: 1 });
    await teams.types(ana, chat, ['kudos ', ben, ` ${'and on '.repeat(400)}`]);
    const answer = await nextIn(house, chat);
    expect(JSON.stringify(cardOf(answer)).length).toBeLessThan(20_000);
  });

  test('a post whose outcome nobody heard is not repeated: an admin is asked, and may have it posted again', async () => {
    const { teams, ana, ben, dana, news } = house;
    await teams.types(dana, chatOf(house, dana), ['help']);
    const dm = await nextIn(house, chatOf(house, dana));
    const thread = `${news};messageid=1`;
    teams.faults.add({ at: /POST .*thread.*activities/, breaks: true, done: true, times: 1 });
    await teams.types(ana, thread, [teams.herald, ' kudos ', ben, ' carried the piano.']);
    await nextIn(house, thread);
    const asked = await nextIn(house, dm.conversation, 1);
    expect(standing(house, thread)).toHaveLength(1);
    await teams.presses(dana, asked, button(cardOf(asked), 'Post again'));
    await soon(() => standing(house, thread).length).toBe(2);
  });

  test('a refused secret keeps what waits until Herald is started with another', async () => {
    const { teams, ana, ben, news } = house;
    const thread = `${news};messageid=1`;
    teams.faults.add({ at: /POST \/v3/, status: 401 });
    await teams.types(ana, thread, [teams.herald, ' kudos ', ben, ' carried the piano.']);
    await pause(500);
    expect(standing(house, thread)).toHaveLength(0);
    await house.stopHerald();
    teams.faults.clear();
    await house.startHerald();
    await nextIn(house, thread);
  });

  test('after a restart Herald speaks first, where Teams is reached by then', async () => {
    const { teams, ana, ben } = house;
    await teams.types(ana, chatOf(house, ana), ['help']);
    await nextIn(house, chatOf(house, ana));
    teams.movesTo('emea/');
    await teams.types(ben, chatOf(house, ben), ['help']);
    await nextIn(house, chatOf(house, ben));
    await house.stopHerald();
    await house.startHerald();
    const calls = teams.service.calls.length;
    await teams.types(ana, chatOf(house, ana), ['kudos ', ben, ' carried the piano.']);
    await nextIn(house, chatOf(house, ben), 1);
    const posts = teams.service.calls.slice(calls).filter((call) => call.startsWith('POST /'));
    expect(posts.filter((call) => call.includes('/emea/')).length).toBe(
      posts.filter((call) => call.includes('/v3/')).length,
    );
  });

  test('in a team of 3,000 a typed name is found, page by page', async () => {
    const { teams, ana, news } = house;
    const crowd = Array.from({ length: 3000 }, (_, index) =>
      teams.addUser(`Sam Number${index}`, { email: `sam${index}@example.com` }),
    );
    const wanted = teams.addUser('Zoë Last', { email: 'zoe@example.com' });
    const team = teams.world.conversations.get(news);
    team?.members.push(...crowd.map(({ id }) => id), wanted.id);
    const chat = chatOf(house, ana);
    await teams.types(ana, `${news};messageid=9`, [teams.herald, ' help']);
    await teams.types(ana, chat, ['kudos']);
    const form = await nextIn(house, chat);
    const filled = { ...inputsIn(cardOf(form)), words: 'Found the key.', 'typed-heroes': 'Zoe Last' };
    await teams.presses(ana, form, button(cardOf(form), 'Tell it'), filled);
    await soon(() => textIn(cardOf(form))).toContain('Found the key.');
    expect(textIn(cardOf(form))).toContain('Zoë Last');
    expect(teams.service.calls.filter((call) => call.includes('pagedmembers')).length).toBeGreaterThan(6);
  });

  test('a guest may be thanked; their address joins them to nobody', async () => {
    const { teams, ana, news } = house;
    const guest = teams.addUser('Gus Guest', { role: 'guest', email: 'ben@example.com' });
    teams.world.conversations.get(news)?.members.push(guest.id);
    teams.addChat(guest);
    const thread = `${news};messageid=1`;
    await teams.types(ana, thread, [teams.herald, ' kudos ', guest, ' fixed the projector.']);
    expect(textIn(cardOf(await nextIn(house, thread)))).toContain('Gus Guest');
    await soon(() => standing(house, chatOf(house, guest)).length).toBe(1);
  });

  test('what is private stays out of the channel', async () => {
    const { teams, ana, news } = house;
    const thread = `${news};messageid=1`;
    await teams.types(ana, thread, [teams.herald, ' mine']);
    await nextIn(house, chatOf(house, ana));
    expect(standing(house, thread)).toHaveLength(0);
  });

  test('Hello, and what nobody understands, are answered with a way forward', async () => {
    const { teams, ana } = house;
    const chat = chatOf(house, ana);
    await teams.types(ana, chat, ['Hello!']);
    await nextIn(house, chat);
    await teams.types(ana, chat, ['what is the weather']);
    expect(textIn(cardOf(await nextIn(house, chat, 1)))).toContain('kudos');
  });

  test('taken out of the team, Herald tells the admins; back again, it speaks there', async () => {
    const { teams, dana, news } = house;
    await teams.types(dana, chatOf(house, dana), ['help']);
    await nextIn(house, chatOf(house, dana));
    const gone = { ...teams.from(dana, news), type: 'conversationUpdate', membersRemoved: [{ id: teams.herald.id }] };
    await teams.send(gone);
    const told = await nextIn(house, chatOf(house, dana), 1);
    expect(textIn(cardOf(told))).toMatch(/digest/);
  });

  test('whoever leaves is thanked no more; back again, they are', async () => {
    const { teams, ana, ben, news } = house;
    const team = teams.world.conversations.get(news);
    const chat = teams.world.chatOf(ben.id);
    if (!team || !chat) throw new Error('There is no team, or no chat.');
    const [everyone, alone] = [team.members, chat.members];
    const update = { type: 'conversationUpdate', channelData: { team: team.team } };
    let kudos = 0;
    const thanks = async () => {
      kudos += 1;
      const thread = `${news};messageid=${kudos}`;
      await teams.types(ana, thread, [teams.herald, ' kudos ', ben, ` carried piano ${kudos}.`]);
      return textIn(cardOf(await nextIn(house, thread)));
    };
    await thanks();
    await soon(() => standing(house, chatOf(house, ben)).length).toBe(1);

    team.members = everyone.filter((id) => id !== ben.id);
    chat.members = [];
    chat.herald = false;
    await teams.send({ ...teams.from(ana, news), ...update, membersRemoved: [{ id: ben.id }] });
    await pause(500);
    expect(await thanks()).toContain('has no account here any more');

    team.members = everyone;
    chat.members = alone;
    chat.herald = true;
    await teams.send({ ...teams.from(ana, news), ...update, membersAdded: [{ id: ben.id }] });
    await pause(500);
    await teams.types(ana, chatOf(house, ana), ['kudos']);
    expect(textIn(cardOf(await nextIn(house, chatOf(house, ana))))).toContain('Ben Okafor');
    expect(await thanks()).toContain('carried piano 3.');
    await soon(() => standing(house, chatOf(house, ben)).length).toBe(2);
  });
});
