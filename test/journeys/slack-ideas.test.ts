// Ideas in Slack: proposed, joined, backed, alive, linked to a story, and below the digest.

import { afterAll, beforeAll, expect, it } from 'vitest';
import { type House, NEWS, openHouse, postDigest, said, settled, soon } from './slack-herald.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const ana = () => house.slack.user('UANA');
const ben = () => house.slack.user('UBEN');
const dana = () => house.slack.user('UDANA');
const labels = (one: { readonly touchable: readonly { readonly label: string }[] } | undefined) =>
  one?.touchable.map(({ label }) => label);

it('goes from a typed line to life, with a hand and a manager on the way', async () => {
  const empty = await ana().types(NEWS, '/idea');
  expect((await empty.modal(5000)).title).toBe('Propose an idea');
  const refused = await ana().submits({ words: ' ' });
  expect(refused.errors).toEqual({ words: expect.stringContaining('What is your idea?') });
  const long = await said(() => ben().types(NEWS, `/idea ${'cup '.repeat(300)}`));
  expect(long.text).toContain('The idea is 1,199 characters long');
  expect(long.text).toContain('cup cup');

  const proposed = await said(() =>
    ana().types(NEWS, '/idea write <the> customer’s *name* on the cup, see https://example.com/cup'),
  );
  expect(proposed.text).toContain('Proposed.');
  expect(proposed.text).toContain('write <the> customer’s *name* on the cup');
  const again = await said(() =>
    ana().types(NEWS, '/idea write <the> customer’s *name* on the cup, see https://example.com/cup'),
  );
  expect(labels(again)).toEqual(['Show the idea']);

  const alike = await said(() => ben().types(NEWS, '/idea names on cups'));
  expect(alike.text).toContain('Ana Duarte proposed something close');
  expect(labels(alike)).toEqual(['Lend a hand', 'Show the idea', 'Propose mine anyway']);
  const lent = await said(() => ben().clicks(alike, 'Lend a hand'));
  expect(lent.text).toContain('You lend Ana Duarte a hand');
  expect(labels(lent)).toEqual(['Take my hand back', 'All ideas']);
  await soon(() => ana().readsDirect().at(-1)?.text).toContain('Ben Okafor lends you a hand');

  const list = await said(() => dana().types(NEWS, '/idea list'));
  expect(list.text).toContain('Looking for a hand');
  await dana().clicks(list, 'Show the idea');
  await soon(() => dana().modal()?.text).toContain('An idea of Ana Duarte');
  await dana().touches('modal', 'Back it');
  await soon(() => dana().modal()?.title).toBe('Back it');
  await dana().submits({ clearing: 'Pens for every till' });
  await soon(() => dana().modal()?.text).toContain('You back it');
  await soon(() => ana().readsDirect().at(-1)?.text).toContain('Dana Weiss backs your idea');
  expect(ana().readsDirect().at(-1)?.text).toContain('Pens for every till');

  const news = ana().readsDirect().at(-1);
  if (news === undefined) throw new Error('Nothing was heard.');
  await ana().clicks(news, 'Show the idea');
  await soon(() => ana().modal()?.text).toContain('Dana Weiss backs it');
  await ana().touches('modal', 'It is alive');
  await soon(() => ana().modal()?.text).toContain('It is alive.');
  expect(house.slack.shows(NEWS)).toEqual([]);
  expect(house.slack.calls.refused()).toEqual([]);
});

it('is told of the story that it led to, and stands below the digest and on the Home tab', async () => {
  const told = await said(() =>
    dana().types(NEWS, '/kudos @ben wrote the name of a customer on her cup, and she took a picture'),
  );
  expect(told.text).toContain('This sounds like an idea of Ana Duarte');
  const linked = await said(() => dana().clicks(told, 'Yes, it is about that idea'));
  expect(linked.text).toContain('Linked.');
  expect(labels(linked)).toContain('It is about something else');
  await soon(() => ana().readsDirect().at(-1)?.text).toContain(
    'Dana Weiss tells a story about an idea that you are part of',
  );
  ben().directMessages('idea: umbrellas to borrow when it rains');
  // Word of the story, which he lends a hand to, may come before or after.
  await soon(() =>
    ben()
      .readsDirect()
      .map(({ text }) => text)
      .join('\n'),
  ).toContain('Proposed.');
  await settled(house);
  await postDigest(house);
  await soon(() => house.slack.shows(NEWS).at(-1)?.text).toContain('Ideas that came alive');
  const digest = house.slack.shows(NEWS).at(-1);
  expect(digest?.text).toContain('took a picture');
  expect(digest?.text).toContain('umbrellas to borrow');
  expect(digest?.notifies).toEqual([]);
  if (digest === undefined) throw new Error('There is no digest.');
  const lent = await said(() => house.slack.user('UCHLOE').clicks(digest, 'Lend a hand'));
  expect(lent.text).toContain('You lend Ben Okafor a hand');
  ana().opensHome();
  await soon(() => ana().home()?.text).toContain('Your ideas');
  ben().opensHome();
  await soon(() => ben().home()?.text).toContain('Ideas you lend a hand to');
  expect(house.slack.calls.refused()).toEqual([]);
});

it('that its author withdraws while a manager backs it is not backed, and the manager hears why', async () => {
  const proposed = await said(() => ben().types(NEWS, '/idea a chair by the door for whoever waits'));
  await ben().clicks(proposed, 'Show the idea');
  await soon(() => ben().modal()?.text).toContain('a chair by the door');
  const list = await said(() => dana().types(NEWS, '/idea list'));
  const chair = { value: proposed.touchable.find(({ label }) => label === 'Show the idea')?.value ?? '' };
  await dana().clicks(list, 'Show the idea', chair);
  await soon(() => dana().modal()?.text).toContain('a chair by the door');
  await dana().touches('modal', 'Back it');
  await soon(() => dana().modal()?.title).toBe('Back it');
  await ben().touches('modal', 'Withdraw it');
  const sent = await dana().submits({ clearing: 'A chair from the stock room' });
  const answered = () => JSON.stringify([sent.errors, dana().modal()?.text]);
  await soon(answered).toContain('This idea is not here any more');
  expect((await said(() => dana().types(NEWS, '/idea list'))).text).not.toContain('a chair by the door');
});
