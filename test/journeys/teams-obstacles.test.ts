// What stands in the way, in Teams: typed to Herald or said in its form, owned and cleared on its card.

import { existsSync, readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { button, buttonsIn, cardOf, inputsIn, textIn } from '../fakes/teams/shown.ts';
import type { User } from '../fakes/teams/world.ts';
import { heardOnStderr } from './heard-on-stderr.ts';
import { chatOf, nextIn, openTeamsHouse, standing, type TeamsHouse } from './teams-herald.ts';

const log = heardOnStderr();
let house: TeamsHouse;
beforeAll(async () => {
  house = await openTeamsHouse({ logLevel: 'debug' });
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

const list = async (user: User) => textIn(cardOf(await types(user, ['unblock list'])));

/** Every byte of the database, once Herald has laid down its pen; it goes on afterwards. */
async function stopped(): Promise<string> {
  await house.stopHerald();
  const files = [house.databaseFile, `${house.databaseFile}-wal`].filter(existsSync);
  const bytes = Buffer.concat(files.map((one) => readFileSync(one))).toString('utf8');
  await house.startHerald();
  return bytes;
}

/** What is kept of answers and of messages. */
function kept() {
  const database = new DatabaseSync(house.databaseFile, { readOnly: true });
  const rows = ['received', 'outbox', 'people', 'identities'].map(
    (table) => database.prepare(`SELECT count(*) AS rows FROM ${table}`).get()?.rows,
  );
  database.close();
  return rows;
}

describe('what stands in the way, in Teams', () => {
  test('is typed, put before those who manage, taken, cleared with what changed, and open again', async () => {
    const { ana, ben, dana } = house;
    await types(dana, ['help']);
    const managers = standing(house, chatOf(house, dana)).length;
    const noted = await types(ana, ['unblock **No refund** without a form']);
    expect(textIn(cardOf(noted))).toContain('Noted. Those who manage read it now');
    const put = await nextIn(house, chatOf(house, dana), managers);
    expect(textIn(cardOf(put))).toContain('Something stands in the way');
    const waiting = standing(house, chatOf(house, ana)).length;
    const taken = await presses(dana, put, cardOf(put), 'I’ll take it');
    expect(textIn(taken)).toContain('It is yours');
    expect(textIn(cardOf(await nextIn(house, chatOf(house, ana), waiting)))).toContain('Dana Weiss is on it.');

    const form = await presses(dana, put, taken, 'It is out of the way');
    const again = await presses(dana, put, form, 'Tell them', { 'what-changed': ' ' });
    expect(textIn(again)).toContain('What changed? Write it in a few words');
    const cleared = await presses(dana, put, again, 'Tell them', { 'what-changed': 'Up to 20 € nobody asks.' });
    expect(textIn(cleared)).toContain('Out of the way, with thanks to Dana Weiss');
    expect(await list(ben)).toMatch(/Out of the way lately[\s\S]*No refund/);
    const back = await presses(dana, put, cleared, 'It came back');
    expect(textIn(back)).toContain('It came back');
  });

  test('goes back with the words when it points at a colleague', async () => {
    const { ana, ben } = house;
    const back = await types(ana, ['unblock ', ben, ' never signs the form']);
    expect(textIn(cardOf(back))).toContain('never who. Write it without Ben Okafor');
    expect(inputsIn(cardOf(back))).toMatchObject({ words: expect.stringContaining('never signs the form') });
    const said = await presses(ana, back, cardOf(back), 'Say it', { words: 'The form takes long', kind: 'process' });
    expect(textIn(said)).toContain('Noted.');
    expect(textIn(said)).toContain('process');
  });

  test('can be said without a name, and then nothing is kept of who said it', async () => {
    const { chloe, ana } = house;
    await types(chloe, ['help']);
    const before = await stopped();
    const form = await types(chloe, ['unblock']);
    const rows = kept();
    const words = 'Nobody may open the second till';
    const said = await presses(chloe, form, cardOf(form), 'Say it', { words, nameless: 'nameless' });
    expect(textIn(said)).toContain('nothing is kept of who said it');
    // No key, no reply, no raw command, no message: neither who, nor when to the minute, nor what Teams called the card.
    expect(kept()).toEqual(rows);
    expect(await list(ana)).toMatch(/Nobody may open the second till/);
    const after = await stopped();
    expect(after).toContain(words);
    expect(after).not.toContain(`:${form.id}:${chloe.id}`);
    expect(log()).toContain('"event":"started"');
    expect(log()).not.toContain('second till');
    for (const trace of [chloe.id, form.id]) expect(log().includes(trace), trace).toBe(false);
    expect(after.split(chloe.id).length).toBe(before.split(chloe.id).length);
    expect(after.split('Chloé Martin').length).toBe(before.split('Chloé Martin').length);
    expect(textIn(cardOf(await types(chloe, ['mine'])))).not.toContain('second till');
  });

  test('is asked for in private where it is typed in a channel', async () => {
    const { ana, news, teams } = house;
    const before = standing(house, chatOf(house, ana)).length;
    await teams.types(ana, `${news};messageid=7`, [teams.herald, ' unblock']);
    const form = await nextIn(house, chatOf(house, ana), before);
    expect(inputsIn(cardOf(form))).toMatchObject({ nameless: 'named' });
  });

  test('is one person’s at a time: whoever says yes second, or clears what is another’s, is told whose it is', async () => {
    const { ana, ben, chloe } = house;
    await types(ana, ['unblock the loading ramp is locked at noon']);
    // The newest stands first.
    const seen = await types(ben, ['unblock list']);
    const list = await types(chloe, ['unblock list']);
    const press = async (user: User, on: typeof seen, card: unknown, title: string, typed = {}) => {
      const [pressed] = buttonsIn(card).filter((one) => one.title === title);
      if (pressed === undefined) throw new Error(`There is no ${title}.`);
      const { body } = await house.teams.presses(user, on, pressed, { ...inputsIn(card), ...typed });
      return (body as { readonly value: unknown }).value;
    };
    const hers = await press(chloe, list, cardOf(list), 'I’ll take it');
    expect(textIn(hers)).toContain('It is yours');
    const second = await press(ben, seen, cardOf(seen), 'I’ll take it');
    expect(JSON.stringify(second)).toContain('Chloé Martin said yes first');
    const form = await press(chloe, list, hers, 'It is out of the way');
    await press(chloe, list, hers, 'I can’t after all');
    expect(textIn(await press(ben, seen, cardOf(seen), 'I’ll take it'))).toContain('It is yours');
    const late = await press(chloe, list, form, 'Tell them', { 'what-changed': 'It stays open.' });
    expect(JSON.stringify(late)).toContain('Ben Okafor is on it and says when');
  });
});
