// Customers' words in Slack: from a channel's mail address, dropped, pasted, or out of a message; settled once.

import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type House, NEWS, openHouse, said, soon } from './slack-herald.ts';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

const ana = () => house.slack.user('UANA');
const dana = () => house.slack.user('UDANA');
const settling = (who = ana()) =>
  who
    .readsDirect()
    .filter((one) => one.from === 'Herald')
    .at(-1);

async function settlingOf(who = ana()) {
  await soon(() => settling(who)?.text).toContain('What are they?');
  const message = settling(who);
  if (!message) throw new Error('Nothing to settle.');
  return message;
}

describe('words that reach Slack', () => {
  it('are pasted behind /kudos praise', async () => {
    await said(() => ana().types(NEWS, '/kudos @ben one, so that he is known'));
    await said(() =>
      ana().types(NEWS, '/kudos praise What a lovely surprise that Ben Okafor would call me on a Sunday!'),
    );
    const message = await settlingOf();
    expect(message.text).toContain('call me on a Sunday');
    expect(message.text).toContain('It reads like');
    await ana().clicks(message, 'A win');
    await soon(() => settling()?.text).toContain('Settled as a win. Ben Okafor hears of it now');
    await soon(() => house.slack.user('UBEN').readsDirect().at(-1)?.text).toContain('call me on a Sunday');
    expect(house.slack.calls.refused()).toEqual([]);
  });

  it('wait without their phone numbers, also while Slack is asked who brings them', async () => {
    await said(() => ana().types(NEWS, '/kudos praise Ben called 0170 1234567 on a Sunday, what a surprise!'));
    expect((await settlingOf()).text).toContain('Ben called [phone number removed] on a Sunday');
    const disk = Buffer.concat([house.databaseFile, `${house.databaseFile}-wal`].map((file) => readFileSync(file)));
    expect([disk.includes('1234567'), disk.includes('on a Sunday')]).toEqual([false, true]);
  });

  it('come with a message, by its shortcut', async () => {
    const written = house.slack.user('UBEN').says(NEWS, 'She said: “I did not expect a card from you people!”');
    await ana().usesOnMessage('customer-praise', written);
    expect((await settlingOf()).text).toContain('I did not expect a card');
  });

  it('come as a mail that somebody drops', async () => {
    const body = readFileSync(new URL('../payloads/email/gmail-en.eml', import.meta.url));
    ana().dropsFile(null, { name: 'praise.eml', mimetype: 'message/rfc822', filetype: 'eml', body });
    const message = await settlingOf();
    // One message asks; no answer says the same beside it.
    await house.slack.events.settled();
    expect(
      ana()
        .readsDirect()
        .filter((one) => one.from === 'Herald'),
    ).toHaveLength(1);
    const expected = JSON.parse(readFileSync(new URL('../payloads/email/gmail-en.json', import.meta.url), 'utf8'));
    expect(message.text).toContain(String(expected.mail?.customer?.name ?? expected.customer?.name));
    expect(house.slack.calls.refused()).toEqual([]);
  });

  it('are asked for when a forward came without them', async () => {
    const body = readFileSync(new URL('../payloads/email/forward-with-nothing-in-it.eml', import.meta.url));
    ana().dropsFile(null, { name: 'praise.eml', mimetype: 'message/rfc822', filetype: 'eml', body });
    const message = await settlingOf();
    expect(message.text).toContain('without the customer’s words');
    await (await ana().clicks(message, 'Fill in what is missing')).modal();
    await ana().submits({ words: 'Your courier waited with my mother without being asked.' });
    expect(ana().modal()).toBeNull();
    await soon(() => settling()?.text).toContain('waited with my mother');
    expect(settling()?.text).toContain('It reads like a win');
    expect(house.slack.calls.refused()).toEqual([]);
  });

  it('come by mail to a channel’s address, for the colleague who forwarded them', async () => {
    const { file } = house.slack.receivesMail(NEWS, {
      subject: 'Fwd: Thank you',
      from: 'ana@example.com',
      text: 'Look at this!\n\n---------- Forwarded message ---------\nFrom: Grete Holm <grete@example.net>\nDate: Mon, 16 Nov 2026 at 09:12\nSubject: Thank you\nTo: <hello@example.com>\n\nBen called me back on a Sunday. I did not expect that at all.\n',
    });
    house.slack.events.send('file_shared', {
      type: 'file_shared',
      file_id: file.id,
      user_id: 'USLACKBOT',
      channel_id: NEWS,
      file: { id: file.id },
    });
    const message = await settlingOf();
    expect(message.text).toContain('I did not expect that at all');
    expect(message.text).toContain('Grete Holm');
    await house.slack.events.settled();
    expect(
      ana()
        .readsDirect()
        .filter((one) => one.text.includes('What are they?')),
    ).toHaveLength(1);
  });

  it('come without any right to read channels too', async () => {
    house.slack.tokens.withhold('channels:history', 'groups:history', 'reactions:read');
    const { file } = house.slack.receivesMail(NEWS, {
      subject: 'Thanks',
      from: 'ana@example.com',
      text: 'So kind of you all!',
    });
    const about = { file_id: file.id, user_id: 'USLACKBOT', channel_id: NEWS, file: { id: file.id } };
    house.slack.events.send('file_shared', { type: 'file_shared', ...about });
    expect((await settlingOf()).text).toContain('So kind of you all!');
  });

  it('from a customer’s own mail wait with an admin', async () => {
    await said(() => dana().types(NEWS, '/kudos help'));
    house.slack.receivesMail(NEWS, { subject: 'Wow', from: 'grete@example.net', text: 'You sent a card! I love it.' });
    const message = await settlingOf(dana());
    expect(message.text).toContain('You sent a card! I love it.');
    expect(message.text).toContain('grete@example.net');
  });
});

describe('once an admin has named who forwards', () => {
  beforeEach(async () => {
    await (await dana().types(NEWS, '/kudos settings')).modal();
    await dana().submits({ forwarders: 'ana@example.com\n@example.org' });
  });
  const inbox = async () => (await said(() => dana().types(NEWS, '/kudos inbox'))).text;

  it('others’ mail to a channel is left there, and somebody who looks after it hears so', async () => {
    house.slack.receivesMail(NEWS, { subject: 'Buy', from: 'shop@example.net', text: 'So kind of you all, buy this!' });
    await soon(() => settling(dana())?.text).toContain('A mail from shop@example.net came to a channel’s address');
    expect(settling(dana())?.text).toContain('/kudos settings');
    expect(await inbox()).not.toContain('buy this');
  });

  it('theirs is taken', async () => {
    house.slack.receivesMail(NEWS, { subject: 'Thanks', from: 'ana@example.com', text: 'So kind of you all!' });
    expect((await settlingOf()).text).toContain('So kind of you all!');
  });
});

describe('settling', () => {
  it('asks what broke of a recovery, in a form', async () => {
    await said(() => ana().types(NEWS, '/kudos praise Your man came twice to fix the pump, thank you'));
    const message = await settlingOf();
    await (await ana().clicks(message, 'A recovery')).modal();
    expect(ana().modal()?.text).toContain('What broke?');
    await ana().submits({ heroes: ['UBEN'], 'what-broke': 'The pump' });
    await soon(() => settling()?.text).toContain('Settled as a recovery');
    // The message itself shows it.
    expect(ana().modal()).toBeNull();
    await soon(() => house.slack.user('UBEN').readsDirect().at(-1)?.text).toContain('What broke: The pump');
  });

  it('happens once: whoever comes second sees by whom', async () => {
    await said(() => ana().types(NEWS, '/kudos praise What a lovely surprise, thank you Ben'));
    await settlingOf();
    const inbox = await said(() => dana().types(NEWS, '/kudos inbox'));
    await (await dana().clicks(inbox, 'Say what it is')).modal();
    const message = await settlingOf();
    await ana().clicks(message, 'Thanks');
    await soon(() => settling()?.text).toContain('Kept as thanks');
    const late = await dana().submits({ heroes: ['UBEN'] });
    expect(late.errors).toEqual({});
    expect(dana().modal()?.text).toContain('Ana Duarte settled this already as thanks');
  });

  it('is over for whoever opens it later out of a list: they see by whom', async () => {
    await said(() => ana().types(NEWS, '/kudos praise What a lovely surprise, thank you Ben'));
    const message = await settlingOf();
    const inbox = await said(() => dana().types(NEWS, '/kudos inbox'));
    await ana().clicks(message, 'Thanks');
    await soon(() => settling()?.text).toContain('Kept as thanks');
    const answer = await said(() => dana().clicks(inbox, 'Say what it is'));
    expect(answer.text).toContain('Ana Duarte settled this already as thanks');
    expect(dana().modal()).toBeNull();
  });

  it.each([
    ['Thanks', 'Kept as thanks'],
    ['A win', 'Settled as a win'],
  ])('as %s by a slip is put back, in the message itself or where it is looked up again', async (as, settled) => {
    await said(() => ana().types(NEWS, '/kudos @ben one, so that he is known'));
    await said(() => ana().types(NEWS, '/kudos praise What a lovely surprise, thank you Ben Okafor'));
    const message = await settlingOf();
    const inbox = await said(() => ana().types(NEWS, '/kudos inbox'));
    await ana().clicks(message, as);
    await soon(() => settling()?.text).toContain(settled);
    const standing = settling();
    if (!standing) throw new Error('It is gone.');
    await ana().clicks(standing, 'Put it back into the inbox');
    await ana().clicks(await settlingOf(), as);
    await soon(() => settling()?.text).toContain(settled);
    const again = await said(() => ana().clicks(inbox, 'Say what it is'));
    expect(again.text).toContain('You settled this already');
    await ana().clicks(again, 'Put it back into the inbox');
    await settlingOf();
    await soon(() => house.slack.user('UBEN').readsDirect().at(-1)?.text).not.toContain('lovely');
    expect(house.slack.calls.refused()).toEqual([]);
  });

  it('as a recovery before the form asks what broke says so at the choice', async () => {
    await said(() => ana().types(NEWS, '/kudos praise Such a lovely surprise'));
    await (await ana().clicks(await settlingOf(), 'A win')).modal();
    const early = await ana().submits({ heroes: ['UBEN'], as: 'recovery' });
    expect(early.errors).toEqual({ as: expect.stringContaining('what broke (never who)') });
  });

  it('as a win without anybody chosen asks who it was', async () => {
    await said(() => ana().types(NEWS, '/kudos praise Such a lovely surprise'));
    await (await ana().clicks(await settlingOf(), 'A win')).modal();
    await ana().submits({ heroes: ['UCHLOE'] });
    await soon(() => settling()?.text).toContain('Settled as a win. Chloé Martin hears of it now');
  });

  it('as thanks passes them on as chosen: to everybody, with the customer’s first name', async () => {
    const body = readFileSync(new URL('../payloads/email/gmail-en.eml', import.meta.url));
    ana().dropsFile(null, { name: 'praise.eml', mimetype: 'message/rfc822', filetype: 'eml', body });
    await (await ana().clicks(await settlingOf(), 'A recovery')).modal();
    await ana().touches('modal', 'went-wrong', 'thanks');
    await soon(() => ana().modal()?.text).toContain('Who hears of the thanks?');
    expect(ana().standsIn('thanks-heard')).toBe('heroes');
    await ana().submits({ heroes: ['UBEN'], 'thanks-heard': 'everyone', 'customer-shown': 'first-name' });
    await soon(() => house.slack.user('UBEN').readsDirect().at(-1)?.text).toContain('Jane thanks you');
    await soon(() => ana().reads(NEWS).at(-1)?.text).toContain('Jane thanks Ben Okafor');
    expect(ana().reads(NEWS).at(-1)?.text).not.toContain('Sample');
    expect(house.slack.calls.refused()).toEqual([]);
  });

  it('as a win in the message itself names the customer as chosen there', async () => {
    const body = readFileSync(new URL('../payloads/email/gmail-en.eml', import.meta.url));
    ana().dropsFile(null, { name: 'praise.eml', mimetype: 'message/rfc822', filetype: 'eml', body });
    const message = await settlingOf();
    await ana().chooses(message, 'field', ['UBEN'], { block: 'heroes' });
    await ana().chooses(message, 'field', 'no-name', { block: 'customer-shown' });
    await ana().clicks(message, 'A win');
    await soon(() => house.slack.user('UBEN').readsDirect().at(-1)?.text).toContain('A customer wrote about you');
    expect(house.slack.user('UBEN').readsDirect().at(-1)?.text).not.toMatch(/Jane|Sample/);
  });

  it('a complaint stands on nobody’s record', async () => {
    await said(() => ana().types(NEWS, '/kudos praise Terrible, I want my money back'));
    await ana().clicks(await settlingOf(), 'No praise');
    await soon(() => settling()?.text).toContain('on nobody’s record');
  });
});

it('a file that is no mail, and a mail that cannot be read, are answered or left alone', async () => {
  ana().dropsFile(null, { name: 'cat.png', mimetype: 'image/png', filetype: 'png', body: 'not really' });
  ana().dropsFile(null, { name: 'empty.eml', mimetype: 'message/rfc822', filetype: 'eml', body: '' });
  await soon(() => settling()?.text).toContain('nothing to read in it');
  expect(
    ana()
      .readsDirect()
      .filter((one) => one.from === 'Herald'),
  ).toHaveLength(1);
});
