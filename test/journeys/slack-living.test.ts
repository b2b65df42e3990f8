// Living in a workspace: removed and brought back, channels that go, people who leave, Slack that fails, Herald that
// restarts.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCore } from '../fakes/open-core.ts';
import { BOT, type House, NEWS, openHouse, postDigest, said, soon } from './slack-herald.ts';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

const ana = () => house.slack.user('UANA');
const ben = () => house.slack.user('UBEN');
const dana = () => house.slack.user('UDANA');
const danaReads = () =>
  dana()
    .readsDirect()
    .map((one) => one.text)
    .join('\n');
const posts = () => house.slack.shows(NEWS);
/** Those who run the workspace are met behind the first start; nobody before them could be told of troubles. */
async function adminIsMet(): Promise<void> {
  const { core, close } = await openCore(house.databaseFile);
  const connection = 'slack:T0000TEAM';
  await soon(() => core.ask({ type: 'people', connection })).toMatchObject({ people: [{ name: 'Dana Weiss' }] });
  await close();
}
const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('over HTTP', () => {
  it('with all of Slack’s API silent, commands are answered in time and the rest follows', async () => {
    await said(() => ana().types(NEWS, '/kudos @ben first, so that both are known'));
    await soon(() => ben().readsDirect().length).toBe(1);
    const silent = house.slack.faults.plant({ trouble: { kind: 'black-hole' } });
    const typed = await ana().types(NEWS, '/kudos @ben through the silence');
    expect(typed.trouble).toBeNull();
    expect(typed.messages()[0]?.text).toContain('Told. Ben Okafor');
    ana().mentions(NEWS, '@ben by name');
    await later(1300);
    expect(house.slack.events.deliveries.at(-1)?.tries[0]?.acknowledged).toBe(true);
    silent.lift();
    await expect
      .poll(
        () =>
          posts()
            .map((one) => one.text)
            .join('\n'),
        { timeout: 25_000 },
      )
      .toContain('through the silence');
    await expect.poll(() => ben().readsDirect().length, { timeout: 25_000 }).toBe(3);
    const told = posts().filter((one) => one.from === 'Herald' && one.text.includes('through the silence'));
    expect(told).toHaveLength(1);
  }, 60_000);

  it('whoever says something in a direct message is answered, whatever else Herald tells them there just then', async () => {
    await said(() => ana().types(NEWS, '/kudos @ben first, so that both are known'));
    await Promise.all(['one', 'two', 'three', 'four'].map((word) => ana().types(NEWS, `/kudos @ben ${word}, at once`)));
    for (const word of ['umbrellas', 'chairs', 'candles']) ben().directMessages(`idea: lend ${word} to whoever waits`);
    const answers = () =>
      ben()
        .readsDirect()
        .filter(({ text }) => text.includes('Proposed.'));
    await soon(() => answers().length).toBe(3);
    await soon(
      () =>
        ben()
          .readsDirect()
          .filter(({ text }) => text.includes('with you in it')).length,
    ).toBe(5);
  });

  it('the same event four times, with and without the retry header, is one story', async () => {
    ana().directMessages('@ben carried it upstairs');
    await soon(() => ben().readsDirect().length).toBe(1);
    const [event] = house.slack.events.deliveries.filter((one) => one.event.type === 'message');
    if (!event) throw new Error('No event.');
    for (let again = 0; again < 3; again += 1)
      await house.slack.events.send('message.im', event.event, event.id)?.settled;
    await later(1200);
    expect(ben().readsDirect()).toHaveLength(1);
    expect((await said(() => ana().types(NEWS, '/kudos mine'))).text.match(/carried it upstairs/g)).toHaveLength(1);
  });

  it('what needed Slack while it was away is told when it is back, also after a restart', async () => {
    const away = house.slack.faults.plant({ trouble: { kind: 'reset' }, method: 'users.list' });
    const typed = await ana().types(NEWS, '/kudos @Chloe Martin found the cat', { unpicked: true });
    expect(typed.messages()[0]?.text).toContain('On it.');
    await soon(() => away.met()).toBeGreaterThan(0);
    await house.restart();
    away.lift();
    await expect.poll(() => posts().at(-1)?.text, { timeout: 15_000 }).toContain('found the cat');
    await soon(
      () =>
        ana()
          .reads(NEWS)
          .filter((one) => one.privately)
          .at(-1)?.text,
    ).toContain('Told. Chloé Martin');
    expect(posts()).toHaveLength(1);
  }, 30_000);

  it('a channel that is rate-limited holds up no other', async () => {
    await said(() => ana().types('C0ELSE', '/kudos @ben first'));
    house.slack.faults.plant({
      trouble: { kind: 'ratelimited', retryAfter: 30 },
      method: 'chat.postMessage',
      channel: NEWS,
    });
    await said(() => ana().types(NEWS, '/kudos @chloe second'));
    await soon(() => house.slack.user('UCHLOE').readsDirect().length).toBe(1);
    await later(1300);
    const asked = house.slack.calls.of('chat.postMessage').filter((call) => call.args.channel === NEWS);
    expect(asked).toHaveLength(1);
  });

  it('an answer that Slack does not take any more finds another way', async () => {
    house.slack.faults.plant({ trouble: { kind: 'reset' }, method: 'users.info', times: 1 });
    house.slack.faults.plant({ trouble: { kind: 'error', error: 'expired_url' }, method: 'response_url' });
    house.slack.faults.plant({ trouble: { kind: 'status', status: 404 }, method: 'response_url' });
    await ana().types(NEWS, '/kudos @ben told all the same');
    await soon(
      () =>
        ana()
          .reads(NEWS)
          .filter((one) => one.privately)
          .at(-1)?.text,
    ).toContain('On it.');
    await soon(() => posts().length).toBe(1);
  });

  it.each(['app_uninstalled', 'tokens_revoked'] as const)(
    'removed (%s first), what waits is kept until it is back',
    async (first) => {
      await said(() => ana().types(NEWS, '/kudos @ben before it went'));
      await soon(() => posts().length).toBe(1);
      house.slack.uninstalls(first);
      await house.slack.events.settled();
      await ana().types(NEWS, '/kudos @ben while it was away');
      await later(1200);
      expect(posts()).toHaveLength(1);
      await house.stopHerald();
      house.slack.tokens.restore('bot');
      await house.startHerald();
      await soon(() => posts().at(-1)?.text).toContain('while it was away');
      expect(posts()).toHaveLength(2);
    },
    20_000,
  );

  it('an archived channel is given up once, and an admin hears of the digest’s', async () => {
    await adminIsMet();
    house.slack.archives(NEWS);
    await soon(danaReads).toContain('The digest’s channel was archived');
    await said(() => ana().types('C0ELSE', '/kudos @ben kept for later'));
    await later(1200);
    expect(house.slack.calls.of('chat.postMessage').filter((call) => call.args.channel === NEWS)).toEqual([]);
    expect(danaReads().match(/was archived/g)).toHaveLength(1);
  });

  it('taken out of a channel it keeps to the digest; brought back it speaks there again', async () => {
    await adminIsMet();
    house.slack.leaves(NEWS, BOT);
    await soon(danaReads).toContain('Herald was removed from the digest’s channel');
    await said(() => ana().types(NEWS, '/kudos @ben quietly'));
    await later(1200);
    expect(posts()).toEqual([]);
    house.slack.joins(NEWS, BOT);
    await house.slack.events.settled();
    await said(() => ana().types(NEWS, '/kudos @ben aloud'));
    await soon(() => posts().at(-1)?.text).toContain('aloud');
  });

  it('a renamed channel changes nothing', async () => {
    await house.slack.renames(NEWS, 'better-news')?.settled;
    await said(() => ana().types(NEWS, '/kudos @ben all the same'));
    await soon(() => posts().length).toBe(1);
  });

  it('a colleague renamed is called so from then on; one who leaves stays in history', async () => {
    await said(() => ana().types('C0ELSE', '/kudos @ben baked bread for a customer'));
    await house.slack.changes('UBEN', { realName: 'Ben Okafor-Silva' })?.settled;
    expect((await said(() => ana().types(NEWS, '/kudos search bread'))).text).toContain('Ben Okafor-Silva');
    await house.slack.changes('UBEN', { deleted: true })?.settled;
    expect((await said(() => ana().types(NEWS, '/kudos search bread'))).text).toContain('baked bread');
    const refused = await said(() => ana().types(NEWS, '/kudos @ben once more'));
    expect(refused.text).toContain('has no account here any more');
  });

  it('a digest waits for a channel that Herald is not in, loudly', async () => {
    await said(() => ana().types('C0ELSE', '/kudos @ben waited'));
    house.slack.workspace.channels.get(NEWS)?.members.delete(BOT);
    await postDigest(house);
    await soon(danaReads).toContain('The weekly digest could not be delivered');
    expect(danaReads()).toContain('/invite @Herald');
  });
});

describe('words that would be markup', () => {
  it.each([
    ['a call to everybody', '<!channel> and <!here|here>, @everyone'],
    ['a user’s id', '<@UDANA> and <@U0000BOT>'],
    ['a link', '<https://example.com|click me> and https://example.com'],
    ['code and formatting', '```all of this``` `and` *that* _too_ ~no~ > quote'],
    ['other directions', 'abc \u202e\u2067desrever\u2069 \u05e9\u05dc\u05d5\u05dd end'],
    ['signs', '& < > &lt; &amp; \u0000 \ud800 \u200b'],
  ])('%s is shown as typed and notifies nobody', async (_name, words) => {
    await said(() => ana().types(NEWS, `/kudos @ben ${words} done`));
    await soon(() => posts().length).toBe(1);
    const [post] = posts();
    expect(post?.notifies).toEqual([]);
    expect(post?.mayNotify).toEqual([]);
    expect(post?.text).toContain('done');
    expect(house.slack.calls.refused()).toEqual([]);
  });

  it('a name made of nothing visible gives way to the one people type', async () => {
    house.slack.workspace.addUser({ id: 'UNONE', name: 'nothing', realName: '\u200b\u2060', displayName: '\u200b' });
    await said(() => ana().types(NEWS, '/kudos @nothing was kind'));
    await soon(() => posts().at(-1)?.text).toContain('a story about nothing');
  });
});
