// The form, a message as a story, Herald called by name, plain words, and reactions that nominate.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type House, NEWS, openHouse, said, soon } from './slack-herald.ts';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

const ana = () => house.slack.user('UANA');
const ben = () => house.slack.user('UBEN');
const posts = () => house.slack.shows(NEWS).filter((one) => one.from === 'Herald');
const post = () => posts().at(-1);
const openForm = async () => (await ana().types(NEWS, '/kudos')).modal();

describe('/kudos alone', () => {
  it('opens the form, which tells a story and shows so in its place', async () => {
    expect((await openForm()).title).toBe('Tell a story');
    const sent = await ana().submits({ heroes: ['UBEN', 'UCHLOE'], words: 'lent their own umbrella', customer: 'Ada' });
    await soon(() => ana().modal()?.text).toContain('Told. Ben Okafor and Chloé Martin will see it now');
    expect(sent.trouble).toBeNull();
    await soon(() => post()?.text).toContain('lent their own umbrella');
    expect(post()?.text).toContain('Customer: Ada');
    await ana().touches('modal', 'Take it back');
    await soon(() => ana().modal()?.text).toContain('Taken back');
    expect(house.slack.calls.refused()).toEqual([]);
  });

  it('asks what broke only of those who say that something did, and keeps what was typed', async () => {
    await openForm();
    expect(ana().modal()?.text).not.toContain('What broke?');
    ana().fills({ heroes: ['UBEN'], words: 'brought a new one on the bike', customer: 'Ada' });
    await ana().touches('modal', 'went-wrong', 'yes');
    await soon(() => ana().modal()?.text).toContain('What broke?');
    expect(ana().standsIn('words')).toBe('brought a new one on the bike');
    expect(ana().standsIn('heroes')).toEqual(['UBEN']);
    expect(ana().standsIn('customer')).toBe('Ada');
    await ana().submits({ 'what-broke': 'The first one was scratched' });
    await soon(() => ana().modal()?.text).toContain('Thanked. Ben Okafor will see it now');
    await soon(() => post()?.text).toContain('thanks Ben Okafor for making it right');
  });

  it('keeps what was typed when something is wrong, and says it at its field', async () => {
    await openForm();
    await ana().submits({ heroes: ['UBEN'], words: 'first' });
    await soon(() => ana().modal()?.text).toContain('Told.');
    await openForm();
    const refused = await ana().submits({ heroes: ['UANA'], words: 'I did well' });
    expect(refused.errors).toEqual({ heroes: expect.stringContaining('You named only yourself') });
    expect(ana().standsIn('words')).toBe('I did well');
    const corrected = await ana().submits({ heroes: ['UBEN'], words: 'I saw him do well' });
    expect(corrected.errors).toEqual({});
    await soon(() => post()?.text).toContain('I saw him do well');
  });

  it('keeps it between the people named', async () => {
    await openForm();
    await ana().submits({ heroes: ['UBEN'], words: 'sat with me when it was hard', audience: 'heroes' });
    await soon(() => ana().modal()?.text).toContain('Told, to Ben Okafor alone');
    await soon(() => ben().readsDirect().at(-1)?.text).toContain('sat with me');
    expect(posts()).toEqual([]);
  });

  it('opens from the global shortcut too', async () => {
    expect((await (await ana().usesShortcut('tell-story')).modal()).title).toBe('Tell a story');
  });
});

describe('a message', () => {
  it('becomes a story about whoever wrote it, with the way back to it', async () => {
    const written = ben().says(NEWS, 'I drove back to bring her the forgotten *gift* & a card');
    await (await ana().usesOnMessage('make-story', written)).modal();
    expect(ana().standsIn('words')).toBe('I drove back to bring her the forgotten *gift* & a card');
    expect(ana().standsIn('heroes')).toEqual(['UBEN']);
    await ana().submits();
    await soon(() => post()?.text).toContain('Ana Duarte tells a story about Ben Okafor');
    expect(post()?.text).toContain('First said in this message');
    expect(JSON.stringify(post()?.message.blocks)).toContain('"url":"https://');
    expect(post()?.fallback).toContain('First said in: https://');
  });
});

describe('Herald called by its name', () => {
  it('tells the story, and answers in private', async () => {
    ana().mentions(NEWS, '@ben @chloe answered every single letter by hand');
    await soon(() => post()?.text).toContain('Ana Duarte tells a story about Ben Okafor and Chloé Martin');
    await soon(
      () =>
        ana()
          .reads(NEWS)
          .filter((one) => one.privately)
          .at(-1)?.text,
    ).toContain('Told.');
    expect(
      ben()
        .reads(NEWS)
        .some((one) => one.privately),
    ).toBe(false);
  });
});

it('called in a thread, Herald answers in that thread', async () => {
  const first = ben().says(NEWS, 'The lifts are out again');
  ana().mentions(NEWS, '@ben carried the pram up', { threadTs: first.ts });
  const answer = () =>
    ana()
      .reads(NEWS)
      .filter((one) => one.privately)
      .at(-1);
  await soon(() => answer()?.text).toContain('Told.');
  expect(answer()?.thread).toBe(first.ts);
});

describe('plain words in a direct message', () => {
  const answers = () =>
    ana()
      .readsDirect()
      .filter((one) => one.from === 'Herald');

  it('tell a story about whom they mention', async () => {
    ana().directMessages('@ben walked an old gentleman to his train');
    await soon(() => answers().at(-1)?.text).toContain('Told. Ben Okafor will see it now');
    await soon(() => ben().readsDirect().at(-1)?.text).toContain('old gentleman');
    expect(posts()).toEqual([]);
  });

  it('without anybody in them lead to the form, words and all', async () => {
    ana().directMessages('somebody walked an old gentleman to his train');
    await soon(() => answers().at(-1)?.text).toContain('Who was it?');
    const answer = answers().at(-1);
    if (!answer) throw new Error('No answer.');
    await (await ana().clicks(answer, 'Use the form')).modal();
    expect(ana().standsIn('words')).toBe('somebody walked an old gentleman to his train');
  });

  it('are commands when they say no more than one', async () => {
    ana().directMessages('help');
    await soon(() => answers().at(-1)?.text).toContain('/kudos @name what happened');
    ana().directMessages('mine');
    await soon(() => answers().at(-1)?.text).toContain('No story about you');
  });
});

describe('a reaction', () => {
  const question = () => ana().readsDirect().at(-1);

  it('nominates the message; whoever reacted tells it or not', async () => {
    const written = ben().says(NEWS, 'The lady got her ring back, it was in the vacuum cleaner');
    ana().reacts(written, 'firefly');
    await soon(() => question()?.text).toContain('You marked a message as a story about Ben Okafor');
    expect(posts()).toEqual([]);
    const asked = question();
    if (!asked) throw new Error('No question.');
    expect(asked.text).toContain('The lady got her ring back');
    await ana().clicks(asked, 'Tell it');
    await soon(() => ben().readsDirect().at(-1)?.text).toContain('in the vacuum cleaner');
    await soon(() => post()?.text).toContain('Ana Duarte tells a story about Ben Okafor');
    expect(house.slack.calls.refused()).toEqual([]);
  });

  it('is about those whom the message names, and another reaction is nothing', async () => {
    const written = ben().says(NEWS, '@chloe found the ring in the vacuum cleaner');
    ana().reacts(written, 'tada');
    ana().reacts(written, 'firefly');
    await soon(() => question()?.text).toContain('a story about Chloé Martin');
  });

  it('taken away takes the question away; put back it asks again', async () => {
    const written = ben().says(NEWS, 'The ring is back');
    ana().reacts(written, 'firefly');
    await soon(() => question()?.text).toContain('Shall it be told?');
    ana().takesBack(written, 'firefly');
    await soon(() => question()?.text).toContain('You took your mark away');
    ana().reacts(written, 'firefly');
    await soon(() => question()?.text).toContain('Shall it be told?');
    expect(posts()).toEqual([]);
  });

  it('on a message of one’s own leads to the form, with its words', async () => {
    ben().reacts(ben().says(NEWS, 'The ring is back: Chloé looked into the vacuum cleaner'), 'firefly');
    const asked = () => ben().readsDirect().at(-1);
    await soon(() => asked()?.text).toContain('is your own and names nobody else');
    const message = asked();
    if (!message) throw new Error('No answer.');
    await (await ben().clicks(message, 'Use the form')).modal();
    expect(ben().standsIn('words')).toBe('The ring is back: Chloé looked into the vacuum cleaner');
    await ben().submits({ heroes: ['UCHLOE'] });
    await soon(() => post()?.text).toContain('Ben Okafor tells a story about Chloé Martin');
  });

  it('whose words run from right to left keeps them as they were', async () => {
    const written = ben().says(NEWS, 'לקח את הלקוחה הביתה');
    ana().reacts(written, 'firefly');
    await soon(() => question()?.text).toContain('Shall it be told?');
    const asked = question();
    if (!asked) throw new Error('No question.');
    await (await ana().clicks(asked, 'Use the form')).modal();
    expect(ana().standsIn('words')).toBe('לקח את הלקוחה הביתה');
  });

  it('without the right to read the message says what is missing', async () => {
    house.slack.tokens.withhold('channels:history', 'groups:history');
    const written = ben().says(NEWS, 'The ring is back');
    ana().reacts(written, 'firefly');
    await soon(() => question()?.text).toContain('channels:history');
  });
});

it('a double click on the same press, and the same form sent twice, count once', async () => {
  await openForm();
  const [one, other] = await Promise.all([
    ana().submits({ heroes: ['UBEN'], words: 'twice sent, once told' }),
    ana().submits({ heroes: ['UBEN'], words: 'twice sent, once told' }),
  ]);
  expect([one.errors, other.errors]).toEqual([{}, {}]);
  await soon(() => posts().length).toBe(1);
  const told = post();
  if (!told) throw new Error('No post.');
  await Promise.all([ben().clicks(told, 'Cheer'), ben().clicks(told, 'Cheer')]);
  await soon(() => post()?.text).toContain('Cheer · 1');
  const mine = await said(() => ana().types(NEWS, '/kudos mine'));
  expect(mine.text.match(/twice sent/g)).toHaveLength(1);
});
