// What stands in the way, in Slack: said behind the command or in its form, owned and cleared by buttons.

import { existsSync, readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { heardOnStderr } from './heard-on-stderr.ts';
import { type House, NEWS, openHouse, said, soon } from './slack-herald.ts';

const log = heardOnStderr();
let house: House;
beforeAll(async () => {
  house = await openHouse('http', 1, { logLevel: 'debug' });
});
afterAll(() => house.close());

const ana = () => house.slack.user('UANA');
const ben = () => house.slack.user('UBEN');
const chloe = () => house.slack.user('UCHLOE');
const dana = () => house.slack.user('UDANA');
const list = async (person = ana()) => (await said(() => person.types(NEWS, '/unblock list'))).text;
const direct = (person: ReturnType<typeof ana>) => person.readsDirect().map(({ text }) => text);

/** What is kept of answers and of messages. */
function kept() {
  const database = new DatabaseSync(house.databaseFile, { readOnly: true });
  const rows = ['received', 'outbox', 'people', 'identities'].map(
    (table) => database.prepare(`SELECT count(*) AS rows FROM ${table}`).get()?.rows,
  );
  database.close();
  return rows;
}

describe('/unblock', () => {
  it('notes what is typed, and puts it before those who manage, who take it with one click', async () => {
    const noted = await said(() => ana().types(NEWS, '/unblock No refund <!channel> without a form'));
    expect(noted.text).toContain('Noted. Those who manage read it now');
    await soon(() => direct(dana()).at(-1)).toContain('Something stands in the way');
    expect(dana().readsDirect().at(-1)?.message.text).toContain('&lt;!channel&gt;');
    const [put] = dana().readsDirect().slice(-1);
    if (put === undefined) throw new Error('Nothing was put before Dana.');
    await dana().clicks(put, 'I’ll take it');
    await soon(() => direct(dana()).join()).toContain('Dana Weiss is on it.');
    await soon(() => direct(ana()).join()).toContain('Dana Weiss is on it.');
    expect((await said(() => ben().types(NEWS, '/unblock list'))).text).toMatch(/Dana Weiss is on it/);
  });

  it('is meant by the same word said to Herald itself, and in a channel by its name', async () => {
    ben().directMessages('Unblock: the stock list is a week old');
    await soon(() => direct(ben()).join()).toContain('Noted. Those who manage read it now');
    expect(await list()).toContain('the stock list is a week old');
    ben().directMessages('unblock');
    await soon(() => direct(ben()).at(-1)).toContain('the stock list is a week old');
    expect(ben().readsDirect().at(-1)?.touchable).toContainEqual(
      expect.objectContaining({ label: 'Say what stands in the way' }),
    );
    ben().mentions(NEWS, 'unblock the shelf is too high');
    await soon(
      () =>
        ben()
          .reads(NEWS)
          .filter(({ privately }) => privately)
          .at(-1)?.text,
    ).toContain('Noted.');
    expect(await list()).toContain('the shelf is too high');
  });

  it('keeps words that point at a colleague for another wording', async () => {
    const back = await said(() => ana().types(NEWS, '/unblock @ben never signs the form'));
    expect(back.text).toContain('Herald asks what stands in the way, never who. Write it without Ben Okafor');
    expect(back.text).toContain('never signs the form');
    const form = await (await ana().clicks(back, 'Use the form')).modal();
    expect(form.text).toContain('What stands in the way?');
    expect(String(ana().standsIn('words'))).toContain('never signs the form');
    const again = await ana().submits({ words: 'Because of Ben the form takes long' });
    expect(again.errors).toEqual({ words: expect.stringContaining('Write it without Ben Okafor') });
    await ana().submits({ words: 'The form takes long', kind: 'process', touchpoint: 'the till' });
    expect(await list()).toMatch(/The form takes long[\s\S]*process · .*the till/);
  });

  it('takes a form without a name, and keeps nothing of who sent it', async () => {
    const bytes = () => {
      const files = [house.databaseFile, `${house.databaseFile}-wal`].filter(existsSync);
      return Buffer.concat(files.map((one) => readFileSync(one))).toString('latin1');
    };
    await said(() => ben().types(NEWS, '/kudos mine'));
    await house.restart();
    const before = bytes().split('UBEN').length;
    const forms = bytes().split('slack:form:').length;
    const rows = kept();
    const form = await (await ben().types(NEWS, '/unblock')).modal();
    expect(form.text).toContain('Without my name');
    await ben().submits({ words: 'Nobody may open the second till', nameless: ['nameless'] });
    await soon(() => ben().modal()?.text).toContain('nothing is kept of who said it');
    // No key, no reply, no raw command, no message: neither who, nor when to the minute, nor what Slack called the form.
    expect(kept()).toEqual(rows);
    expect(await list()).toMatch(/Nobody may open the second till[\s\S]*said without a name on/);
    await house.restart();
    expect(log()).toContain('"event":"started"');
    expect(log()).not.toMatch(/UBEN|second till|slack:form|hooks\.slack/);
    expect(bytes()).toContain('Nobody may open the second till');
    expect(bytes().split('UBEN').length).toBe(before);
    expect(bytes().split('slack:form:').length).toBe(forms);
    expect((await said(() => ben().types(NEWS, '/kudos mine'))).text).not.toContain('second till');
  });

  it('is cleared by whoever is on it, with what changed; others are told who that is', async () => {
    const mine = await said(() => dana().types(NEWS, '/kudos mine'));
    expect(mine.text).toContain('You are on these');
    const one = await said(() => dana().clicks(mine, 'Look at it'));
    const form = await (await dana().clicks(one, 'It is out of the way')).modal();
    expect(form.text).toContain('What changed?');
    await dana().submits({ 'what-changed': 'Up to 20 € nobody asks.' });
    await soon(() => direct(ana()).join()).toContain('Out of the way, with thanks to Dana Weiss');
    expect(await list()).toMatch(/Out of the way lately[\s\S]*No refund/);
    expect(house.slack.calls.refused()).toEqual([]);
  });

  it('is one person’s at a time: whoever says yes second, or clears what is another’s, is told whose it is', async () => {
    await said(() => ana().types(NEWS, '/unblock the loading ramp is locked at noon'));
    const seen = await said(() => ben().types(NEWS, '/unblock list'));
    // The newest stands first.
    const ramp = { value: seen.touchable.find(({ label }) => label === 'I’ll take it')?.value ?? '' };
    const list = await said(() => chloe().types(NEWS, '/unblock list'));
    const hers = await said(() => chloe().clicks(list, 'I’ll take it', ramp));
    expect(hers.text).toContain('It is yours');
    const second = await said(() => ben().clicks(seen, 'I’ll take it', ramp));
    expect(second.text).toContain('Chloé Martin said yes first');
    await (await chloe().clicks(hers, 'It is out of the way')).modal();
    await said(() => chloe().clicks(hers, 'I can’t after all'));
    const his = await said(() => ben().types(NEWS, '/unblock list'));
    expect((await said(() => ben().clicks(his, 'I’ll take it', ramp))).text).toContain('It is yours');
    await chloe().submits({ 'what-changed': 'It stays open.' });
    await soon(() => JSON.stringify([chloe().modal()?.text, chloe().reads(NEWS).at(-1)?.text])).toContain(
      'Ben Okafor is on it and says when',
    );
  });
});
