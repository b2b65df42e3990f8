// Giving kudos in Slack, as people do it: typed, with names picked or not, changed afterwards.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ELSEWHERE, type House, NEWS, openHouse, said, settled, soon } from './slack-herald.ts';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

const ana = () => house.slack.user('UANA');
const ben = () => house.slack.user('UBEN');
const chloe = () => house.slack.user('UCHLOE');
const privately = () =>
  ana()
    .reads(NEWS)
    .filter((one) => one.privately && !one.text.startsWith('On it.'));
const post = () => house.slack.shows(NEWS).at(-1);
const unrefused = () => expect(house.slack.calls.refused()).toEqual([]);

/** The private answer, when it comes with the command or after it. */
const answerTo = (line: string, where = NEWS, how = {}) => said(() => ana().types(where, line, how));

describe('/kudos with names and a story', () => {
  it('tells the teller at once, the heroes in private, and the channel it was typed in', async () => {
    const answer = await answerTo('/kudos @ben @chloe stayed after closing to gift-wrap a birthday order');
    expect(answer.privately).toBe(true);
    expect(answer.text).toContain('Told. Ben Okafor and Chloé Martin will see it now');
    expect(answer.touchable.map(({ label }) => label)).toEqual([
      'Something had gone wrong first',
      'Add customer or place',
      'Correct the words',
      'Take it back',
    ]);
    await soon(() => ben().readsDirect().at(-1)?.text).toContain('gift-wrap');
    await soon(() => chloe().readsDirect().length).toBe(1);
    await soon(() => post()?.text).toContain('Ana Duarte tells a story about Ben Okafor and Chloé Martin');
    expect(post()?.fallback).toContain('stayed after closing to gift-wrap');
    expect(post()?.notifies).toEqual([]);
    unrefused();
  });

  it('answers with the command itself once everybody in it is known', async () => {
    await answerTo('/kudos @ben carried the parcel up');
    await settled(house);
    const again = await ana().types(NEWS, '/kudos @ben found the right form on a Friday');
    expect(again.messages()[0]?.text).toContain('Told. Ben Okafor will see it now');
  });

  it('keeps to the digest where Herald is not in the channel', async () => {
    await answerTo('/kudos @ben held the door for a customer with a pram', ELSEWHERE);
    await soon(() => ben().readsDirect().length).toBe(1);
    expect(house.slack.shows(ELSEWHERE)).toEqual([]);
  });

  it('counts somebody named twice once, and leaves the teller out', async () => {
    const answer = await answerTo('/kudos @ben @ana @ben found the missing shipment');
    expect(answer.text).toContain('Told. Ben Okafor will see it now');
  });

  it('takes a user group for its members', async () => {
    house.slack.workspace.addUsergroup({ id: 'SWARE', handle: 'warehouse', users: ['UBEN', 'UCHLOE'] });
    const answer = await answerTo('/kudos @warehouse packed until midnight');
    expect(answer.text).toContain('Told. Ben Okafor and Chloé Martin will see it now');
    unrefused();
  });

  it('refuses a group too large for one story', async () => {
    const crowd = Array.from({ length: 500 }, (_, number) => house.slack.workspace.addUser({ name: `p${number}` }).id);
    house.slack.workspace.addUsergroup({ id: 'SALL', handle: 'all-of-us', users: crowd });
    const answer = await answerTo('/kudos @all-of-us did well');
    expect(answer.text).toContain('You named 500 people');
    expect(house.slack.shows(NEWS)).toEqual([]);
  });

  it('writes names for those whom the words mention', async () => {
    await answerTo('/kudos @ben showed @chloe how to calm a line, see https://example.com/line?a=1&b=2');
    await soon(() => post()?.text).toContain('showed Chloé Martin how to calm a line');
    expect(post()?.text).toContain('https://example.com/line?a=1&b=2');
  });
});

it('twenty colleagues who have just come are found, by their names', async () => {
  // Herald has read the list of everybody before.
  await answerTo('/kudos @Zebulon was great', NEWS, { unpicked: true });
  const crowd = Array.from({ length: 20 }, (_, number) => `new${number}`);
  for (const name of crowd)
    house.slack.workspace.addUser({ id: `U${name.toUpperCase()}`, name, realName: `Newcomer ${name}` });
  const answer = await answerTo(`/kudos ${crowd.map((name) => `@${name}`).join(' ')} cleaned the whole floor`);
  expect(answer.text).toContain('Told. Newcomer new0,');
  expect(answer.text).toContain('Newcomer new19 will see it now');
});

describe('a name typed without picking it', () => {
  const typed = (line: string) => answerTo(line, NEWS, { unpicked: true });

  it('is looked up', async () => {
    const answer = await typed('/kudos @Chloe Martin and @ben stayed on the phone for two hours');
    // The one answer, not one that says that it is coming.
    expect(ana().reads(NEWS)[0]).toEqual(answer);
    expect(answer.text).toContain('Told. Chloé Martin and Ben Okafor will see it now');
    await soon(() => post()?.text).toContain('stayed on the phone for two hours');
  });

  it('that fits several is asked about, with the words kept for the form', async () => {
    house.slack.workspace.addUser({ id: 'UEVA', name: 'eva', realName: 'Eva Martin' });
    const answer = await typed('/kudos @Martin drove the keys over');
    expect(answer.text).toMatch(/“Martin” could be (Chloé|Eva) Martin or (Chloé|Eva) Martin\. Choose whom you mean\./);
    expect(answer.text).toContain('drove the keys over');
    await (await ana().clicks(answer, 'Use the form')).modal();
    expect(ana().standsIn('words')).toBe('drove the keys over');
    const sent = await ana().submits({ heroes: ['UEVA'] });
    expect(sent.errors).toEqual({});
    await soon(() => post()?.text).toContain('Eva Martin');
  });

  it('that fits nobody is said to', async () => {
    expect((await typed('/kudos @zebulon was great')).text).toContain('Nobody here is called “zebulon”');
  });

  it('that fits nobody may be a word of the story: the form has it, and whom else was named', async () => {
    const answer = await answerTo('/kudos @ben @chloe @home delivery within an hour');
    expect(answer.text).toContain('Nobody here is called “home”');
    await (await ana().clicks(answer, 'Use the form')).modal();
    expect(ana().standsIn('heroes')).toEqual(['UBEN', 'UCHLOE']);
    expect(ana().standsIn('words')).toBe('@home delivery within an hour');
    await ana().submits();
    await soon(() => privately().map(({ text }) => text)).toEqual([expect.stringContaining('Told. Ben Okafor and')]);
    await soon(() => post()?.text).toContain('@home delivery within an hour');
    unrefused();
  });

  it('that fits nobody costs no word of a long story', async () => {
    const story = `@zebulon ${'stayed with her until the doctor came. '.repeat(70)}`.trim();
    const answer = await typed(`/kudos ${story}`);
    await (await ana().clicks(answer, 'Use the form')).modal();
    expect(ana().standsIn('words')).toBe(story);
  });

  it('of somebody who has left, or of a bot, fits nobody', async () => {
    house.slack.workspace.addUser({ id: 'UGONE', name: 'gone', realName: 'Gonzalo Past', deleted: true });
    expect((await typed('/kudos @Gonzalo was great')).text).toContain('Nobody here is called “Gonzalo”');
  });
});

describe('people of another kind', () => {
  it('a deactivated colleague cannot be a hero', async () => {
    house.slack.workspace.addUser({ id: 'UGONE', name: 'gone', realName: 'Gonzalo Past', deleted: true });
    const answer = await answerTo('/kudos @gone was great');
    expect(answer.text).toContain('Gonzalo Past has no account here any more');
  });

  it('a bot alone cannot, a guest from a connected company can', async () => {
    house.slack.workspace.addUser({ id: 'UCAL', name: 'calendar', realName: 'Calendar', isBot: true });
    house.slack.workspace.addUser({
      id: 'UOUT',
      name: 'olga',
      realName: 'Olga Vendor',
      team: 'T0OTHER',
      guest: 'stranger',
    });
    expect((await answerTo('/kudos @calendar reminded me')).text).toContain('only bots are named here');
    expect((await answerTo('/kudos @olga sent spare parts unasked')).text).toContain('Told. Olga Vendor');
  });
});

describe('a no', () => {
  it('without a name keeps the words, and the form begins with them', async () => {
    const answer = await answerTo('/kudos stayed late for a customer');
    expect(answer.text).toContain('Who was it?');
    expect(answer.text).toContain('stayed late for a customer');
    await (await ana().clicks(answer, 'Use the form')).modal();
    expect(ana().standsIn('words')).toBe('stayed late for a customer');
    await ana().submits({ heroes: ['UBEN'] });
    await soon(() => post()?.text).toContain('stayed late for a customer');
  });

  it('gives 40,000 characters back in full', async () => {
    const words = Array.from({ length: 5000 }, (_, n) => `word${n % 1000}`)
      .join(' ')
      .slice(0, 40_000);
    const exchange = await ana().types(NEWS, `/kudos @ben ${words}`);
    await expect
      .poll(() =>
        exchange
          .messages()
          .map((one) => one.text)
          .join('\n'),
      )
      .toContain('up to 3,000 fit');
    const given = () =>
      exchange
        .messages()
        .map((one) => one.text)
        .join('')
        .replace(/\s+/g, '');
    await soon(() => given().length).toBeGreaterThan(words.replace(/\s+/g, '').length);
    expect(given()).toContain(words.slice(-200).replace(/\s+/g, ''));
    unrefused();
  });
});

describe('afterwards', () => {
  it('a story is taken back, everywhere, and its words are given back', async () => {
    const answer = await answerTo('/kudos @ben repaired a bike for free');
    await soon(() => post()?.text).toContain('repaired a bike');
    const undone = await said(() => ana().clicks(answer, 'Take it back'));
    expect(undone.text).toContain('Taken back, everywhere it stood');
    expect(undone.text).toContain('repaired a bike for free');
    await soon(() => post()?.text).toBe('A story stood here. It was taken back.');
    await soon(() => ben().readsDirect().at(-1)?.text).toBe('A story stood here. It was taken back.');
  });

  it('what broke makes it a recovery, in place', async () => {
    const answer = await answerTo('/kudos @ben brought a new cake on his bike');
    await soon(() => post()?.text).toContain('tells a story about');
    await (await ana().clicks(answer, 'Something had gone wrong first')).modal();
    await ana().submits({ 'what-broke': 'The first cake was dropped' });
    // The form closes onto the private answer, which no longer offers what is done already.
    expect(ana().modal()).toBeNull();
    await soon(() => privately().map(({ text }) => text)).toEqual([expect.stringContaining('It is a recovery now')]);
    expect(privately()[0]?.text).not.toContain('Something had gone wrong first');
    await soon(() => post()?.text).toContain('thanks Ben Okafor for making it right');
    expect(post()?.text).toContain('What broke: The first cake was dropped');
    unrefused();
  });

  it('the customer and the place are added, the words corrected', async () => {
    const answer = await answerTo('/kudos @ben exlpained the invoice');
    await (await ana().clicks(answer, 'Add customer or place')).modal();
    await ana().submits({ customer: 'Garden Shop Example', touchpoint: 'the phone' });
    await soon(() => post()?.text).toContain('Garden Shop Example');
    await soon(() => privately()[0]?.text).toContain('Noted, everywhere it stands.');
    const [noted = answer] = privately();
    await (await ana().clicks(noted, 'Correct the words')).modal();
    expect(ana().standsIn('words')).toBe('exlpained the invoice');
    await ana().submits({ words: 'explained the invoice' });
    await soon(() => post()?.text).toContain('explained the invoice');
    expect(post()?.text).toContain('Where: the phone');
    await soon(() => privately().map(({ text }) => text)).toEqual([expect.stringContaining('Corrected, everywhere')]);
    unrefused();
  });

  it('a story that sounds like a repair is asked about, and waits for the answer', async () => {
    const answer = await answerTo('/kudos @ben fixed the broken order and apologized to the customer');
    expect(answer.text).toContain('did something go wrong first?');
    expect(answer.text).toContain('Until you answer, the story stays out of the digest.');
    expect(answer.text).not.toContain('Win ·');
    expect(answer.touchable.map(({ label }) => label)).toContain('Yes, something had');
    const confirmed = await said(() => ana().clicks(answer, 'No, nothing went wrong'));
    expect(confirmed.text).toContain('It can stand in the next digest');
  });

  it('/kudos undo takes the newest back', async () => {
    await answerTo('/kudos @ben one');
    await answerTo('/kudos @ben two');
    expect((await answerTo('/kudos undo')).text).toContain('two');
    expect((await answerTo('/kudos mine')).text).not.toContain('“two”');
  });
});

describe('what is only looked up', () => {
  it('help, mine, inbox, search and digest are answered in private', async () => {
    expect((await answerTo('/kudos help')).text).toContain('/kudos @name what happened');
    expect((await answerTo('/kudos mine')).text).toContain('No story about you');
    expect((await answerTo('/kudos inbox')).text).toContain('Your inbox is empty');
    await answerTo('/kudos @ben walked a lost child home');
    expect((await answerTo('/kudos search child')).text).toContain('walked a lost child home');
    const preview = await answerTo('/kudos digest');
    expect(preview.text).toContain('walked a lost child home');
    expect(preview.touchable.map(({ label }) => label)).not.toContain('Hold for a week');
    const admins = await said(() => house.slack.user('UDANA').types(NEWS, '/kudos digest'));
    const held = await said(() => house.slack.user('UDANA').clicks(admins, 'Hold for a week'));
    expect(held.text).toContain('Held for a week');
    unrefused();
  });

  it('help me is a story, not help', async () => {
    expect((await answerTo('/kudos help me thank @ben for the lift')).text).toContain('Told. Ben Okafor');
  });
});
