// The Home tab, the welcome, and the settings.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type House, NEWS, openHouse, said, soon } from './slack-herald.ts';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

const ana = () => house.slack.user('UANA');
const dana = () => house.slack.user('UDANA');

describe('Home', () => {
  it('shows a first step while it is empty, and greets once', async () => {
    ana().opensHome();
    await soon(() => ana().home()?.text).toContain('Begin with /kudos @name and what happened');
    expect(
      ana()
        .home()
        ?.text.match(/\/kudos @name/g),
    ).toHaveLength(1);
    await soon(() =>
      ana()
        .readsDirect()
        .map((one) => one.text)
        .join(),
    ).toContain('Welcome, Ana Duarte');
    ana().opensHome();
    ana().opensHome();
    await house.slack.events.settled();
    await new Promise((later) => setTimeout(later, 1300));
    expect(ana().readsDirect()).toHaveLength(1);
    expect(house.slack.user('UBEN').readsDirect()).toEqual([]);
  });

  it('shows what was said about me, what I told, what waits for me and the week so far', async () => {
    await said(() => ana().types(NEWS, '/kudos @dana wrote a poem for a customer'));
    await said(() => dana().types(NEWS, '/kudos @ana sang it on the phone'));
    await said(() => dana().types(NEWS, '/kudos @ben lent his umbrella'));
    await said(() => ana().types(NEWS, '/kudos praise What a lovely poem'));
    ana().opensHome();
    await soon(() => ana().home()?.text).toContain('About you');
    const { text = '' } = ana().home() ?? {};
    for (const shown of [
      'sang it on the phone',
      'Told by you',
      'wrote a poem',
      'Waiting for you',
      'What a lovely poem',
      'So far this week',
      'lent his umbrella',
    ]) {
      expect(text).toContain(shown);
    }
    // What stands above is not told again below.
    expect(text.match(/sang it on the phone/g)).toHaveLength(1);
    expect(house.slack.calls.refused()).toEqual([]);
  });

  it('opens the form and the whole story from it', async () => {
    await said(() => ana().types(NEWS, '/kudos @ben wrote a poem for a customer'));
    ana().opensHome();
    await soon(() => ana().home()?.text).toContain('Told by you');
    await (await ana().touches('home', 'Tell a story')).modal();
    expect(ana().modal()?.title).toBe('Tell a story');
    await ana().closes();
    const [first] =
      ana()
        .home()
        ?.touchable.filter((one) => one.actionId === 'show-story') ?? [];
    const block = first?.blockId ?? '';
    await (await ana().touches('home', 'show-story', null, { block })).modal();
    expect(ana().modal()?.text).toContain('wrote a poem');
    await ana().touches('modal', 'Take it back');
    await soon(() => ana().modal()?.text).toContain('Taken back');
    // The page beneath it is brought up to date.
    await soon(() => ana().home()?.text).not.toContain('wrote a poem');
  });

  it('lets praise be settled from it, and shows it as done', async () => {
    await said(() => ana().types(NEWS, '/kudos praise What a lovely poem'));
    ana().opensHome();
    await soon(() => ana().home()?.text).toContain('What a lovely poem');
    await (await ana().touches('home', 'Say what it is')).modal();
    await ana().submits({ as: 'thanks' });
    await soon(() => ana().modal()?.text).toContain('Kept as thanks');
    await soon(() => ana().home()?.text).not.toContain('What a lovely poem');
  });
});

describe('/kudos settings', () => {
  it('shows everybody how it is set up, and lets an admin change it', async () => {
    const shown = await said(() => ana().types(NEWS, '/kudos settings'));
    expect(shown.text).toContain('Channel of the digest: #good-news');
    expect(shown.text).toContain('Only an admin can change it');
    await (await dana().types(NEWS, '/kudos settings')).modal();
    expect(dana().standsIn('digest-channel')).toBe(NEWS);
    await dana().submits({
      weekday: '5',
      time: '16:30',
      'time-zone': 'America/Lima',
      announce: 'digest-only',
      'nomination-emoji': ':tada:',
      managers: ['UBEN'],
      forwarders: 'ben@example.com\n@example.org',
    });
    await soon(() => dana().modal()?.text).toContain('Friday 16:30, America/Lima');
    expect(dana().modal()?.text).toContain('Ben Okafor');

    await said(() => ana().types(NEWS, '/kudos @ben kept to the digest'));
    await soon(() => house.slack.user('UBEN').readsDirect().length).toBe(1);
    expect(house.slack.shows(NEWS)).toEqual([]);
  });

  it('says at its field what cannot be used', async () => {
    await said(() => dana().types(NEWS, '/kudos help'));
    await (await dana().types(NEWS, '/kudos settings')).modal();
    const refused = await dana().submits({ 'time-zone': 'Middle/Earth' });
    expect(refused.errors).toEqual({ 'time-zone': expect.stringContaining('“Middle/Earth” is no time zone') });
  });
});
