// One Herald for a company that lives in Slack and in Teams.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { button, cardOf, inputsIn, textIn } from '../fakes/teams/shown.ts';
import { startTeams, type Teams } from '../fakes/teams/teams.ts';
import type { User } from '../fakes/teams/world.ts';
import { type House, NEWS, openHouse, postDigest, said, soon } from './slack-herald.ts';

describe('one company in two houses', () => {
  let teams: Teams;
  let house: House;
  let ben: User;
  let dana: User;
  let eva: User;
  let channel: string;

  beforeAll(async () => {
    teams = await startTeams();
    ben = teams.addUser('Ben Okafor');
    dana = teams.addUser('Dana Weiss');
    eva = teams.addUser('Eva Lindqvist');
    for (const user of [ben, dana, eva]) teams.addChat(user);
    channel = teams.addTeam('Everyone', [ben, dana, eva]).id;
    const settings = { registration: teams.registration, admins: ['dana@example.com'], cloud: teams.service.cloud() };
    house = await openHouse('http', 1, { teams: settings });
    teams.sendsTo(house.address().replace('slack/events', 'api/messages'));
  });
  afterAll(async () => {
    await house.close();
    await teams.stop();
  });

  const standing = (conversation: string) =>
    teams.world.messages.filter((one) => one.conversation.startsWith(conversation) && !one.deleted);
  const chatOf = (user: User) => teams.world.chatOf(user.id)?.id ?? '';

  async function answerIn(conversation: string, act: () => Promise<unknown>) {
    const before = standing(conversation).length;
    await act();
    await soon(() => standing(conversation).length).toBeGreaterThan(before);
    const last = standing(conversation).at(-1);
    if (!last) throw new Error('Nothing was answered.');
    return last;
  }

  test('an admin chooses where the digest goes in Teams', async () => {
    await teams.send({ ...teams.from(dana, channel), type: 'installationUpdate', action: 'add' });
    await answerIn(chatOf(dana), () => teams.types(dana, chatOf(dana), ['help']));
    const card = await answerIn(chatOf(dana), () => teams.types(dana, chatOf(dana), ['settings']));
    const asked = await teams.presses(dana, card, button(cardOf(card), 'Change them'));
    const form = (asked.body as { value: unknown }).value;
    const filled = { ...inputsIn(form), 'digest-channel': channel };
    const saved = await teams.presses(dana, card, button(form, 'Save'), filled);
    expect(textIn((saved.body as { value: unknown }).value)).toContain('Saved');
  });

  test('a person with one address is one person: told in Slack, heard in Teams’ history', async () => {
    const told = await said(() => house.slack.user('UANA').types(NEWS, '/kudos @ben carried the piano upstairs'));
    expect(told.text).toContain('Told.');
    const mine = await answerIn(chatOf(ben), () => teams.types(ben, chatOf(ben), ['mine']));
    expect(textIn(cardOf(mine))).toContain('carried the piano upstairs');
  });

  test('a hero of the other house stands there by name', async () => {
    const thread = `${channel};messageid=1`;
    await answerIn(thread, () => teams.types(ben, thread, [teams.herald, ' kudos ', eva, ' tuned the piano.']));
    const found = await said(() => house.slack.user('UANA').types(NEWS, '/kudos search tuned'));
    expect(found.text).toContain('Eva Lindqvist');
  });

  test('the week is told once in each house', async () => {
    await postDigest(house);
    await soon(() => standing(channel).filter((one) => !one.conversation.endsWith('=1')).length).toBe(1);
    const digest = standing(channel).find((one) => !one.conversation.endsWith('=1'));
    expect(digest && textIn(cardOf(digest))).toContain('carried the piano upstairs');
    await soon(() => house.slack.shows(NEWS).filter((one) => one.text.includes('What went right')).length).toBe(1);
  });
});
