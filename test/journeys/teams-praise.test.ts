import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { button, buttonsIn, cardOf, inputsIn, textIn } from '../fakes/teams/shown.ts';
import type { Message } from '../fakes/teams/world.ts';
import { chatOf, nextIn, openTeamsHouse, soon, standing, type TeamsHouse } from './teams-herald.ts';

const mail = readFileSync(new URL('../payloads/email/apple-flowed.eml', import.meta.url), 'utf8');

describe('a customer’s words in Teams', () => {
  let house: TeamsHouse;
  beforeAll(async () => {
    house = await openTeamsHouse();
  });
  afterAll(() => house.close());

  function attaches(name: string, url: string) {
    const { teams, ana } = house;
    const content = { downloadUrl: url, uniqueId: 'one', fileType: name.split('.').at(-1) };
    const attachments = [{ contentType: 'application/vnd.microsoft.teams.file.download.info', name, content }];
    return teams.types(ana, chatOf(house, ana), [''], { attachments });
  }

  async function answerTo(act: () => Promise<unknown>): Promise<Message> {
    const chat = chatOf(house, house.ana);
    const before = standing(house, chat).length;
    await act();
    return nextIn(house, chat, before);
  }

  test('attached as .eml is taken apart and can be settled', async () => {
    const { teams, ana } = house;
    const url = teams.service.putFile('thanks.eml', mail);
    const card = await answerTo(() => attaches('thanks.eml', url));
    expect(buttonsIn(cardOf(card)).length).toBeGreaterThan(1);
    const thanks = button(cardOf(card), 'Thanks');
    const { status } = await teams.presses(ana, card, thanks, inputsIn(cardOf(card)));
    expect(status).toBe(200);
    await soon(() => textIn(cardOf(card))).toMatch(/ettled/);
  });

  test('attached as .txt is read as pasted', async () => {
    const url = house.teams.service.putFile('note.txt', 'Your porter found my ring. I cannot thank him enough.');
    expect(textIn(cardOf(await answerTo(() => attaches('note.txt', url))))).toContain('found my ring');
  });

  test('attached as .msg is answered with how to send it', async () => {
    const url = house.teams.service.putFile('thanks.msg', Buffer.from([0xd0, 0xcf, 0x11, 0xe0]));
    expect(textIn(cardOf(await answerTo(() => attaches('thanks.msg', url))))).toContain('.eml');
    expect(house.teams.service.calls).not.toContain('GET /files/thanks.msg');
  });

  test('pasted behind “praise” waits to be settled', async () => {
    const { teams, ana } = house;
    const typed = ['praise Best breakfast of my life, and Ben knew my name!'];
    const card = await answerTo(() => teams.types(ana, chatOf(house, ana), typed));
    expect(textIn(cardOf(card))).toContain('Best breakfast of my life');
  });

  test('settled by another meanwhile says so to whoever opens it out of a list', async () => {
    const { teams, ana, dana } = house;
    const typed = ['praise A lovely surprise: Chloé Martin kept the last loaf for us!'];
    const card = await answerTo(() => teams.types(ana, chatOf(house, ana), typed));
    const before = standing(house, chatOf(house, dana)).length;
    await teams.types(dana, chatOf(house, dana), ['inbox']);
    const inbox = await nextIn(house, chatOf(house, dana), before);
    const opens = buttonsIn(cardOf(inbox))
      .filter(({ title }) => title === 'Say what it is')
      .at(-1);
    if (!opens) throw new Error('There is nothing to open.');
    await teams.presses(ana, card, button(cardOf(card), 'Thanks'), inputsIn(cardOf(card)));
    await soon(() => textIn(cardOf(card))).toMatch(/ettled/);
    const { body } = await teams.presses(dana, inbox, opens);
    expect(textIn(body)).toContain('Ana Duarte settled this already as thanks');
  });

  test('is fetched from nowhere but where Teams keeps files', async () => {
    let reached = false;
    const elsewhere = createServer((_request, response) => {
      reached = true;
      response.end('Subject: hello\n\nhello');
    }).listen(0, '127.0.0.1');
    await once(elsewhere, 'listening');
    try {
      const { port } = elsewhere.address() as { port: number };
      for (const host of [`127.0.0.1:${port}`, `x@127.0.0.1:${port}`, `localhost:${port}`]) {
        await answerTo(() => attaches('thanks.eml', `http://${host}/thanks.eml`));
      }
      expect(reached).toBe(false);
    } finally {
      elsewhere.close();
    }
  });

  test('too big a file is not read to its end', async () => {
    const url = house.teams.service.putFile('big.eml', Buffer.alloc(26 * 1024 * 1024, 'x'));
    expect(textIn(cardOf(await answerTo(() => attaches('big.eml', url))))).toContain('too big');
  });
});
