// Giving kudos in Slack, as people do it: typed, from the form, from a message, by name, by a reaction.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ELSEWHERE, type House, NEWS, openHouse } from './slack-herald.ts';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

const ana = () => house.slack.user('UANA');
const ben = () => house.slack.user('UBEN');

describe('/kudos with names and a story', () => {
  it('tells the teller at once, the heroes in private, and the channel it was typed in', async () => {
    const told = await ana().types(NEWS, '/kudos @ben @chloe stayed after closing to gift-wrap a birthday order');
    expect(told.trouble).toBeNull();
    const answer = await told.message();
    expect(answer.privately).toBe(true);

    await expect
      .poll(() =>
        ben()
          .readsDirect()
          .map((one) => one.text)
          .join('\n'),
      )
      .toContain('gift-wrap');
    await expect.poll(() => house.slack.user('UCHLOE').readsDirect().length).toBe(1);
    await expect.poll(() => house.slack.shows(NEWS).length).toBe(1);
    const [post] = house.slack.shows(NEWS);
    expect(post?.text).toContain('Ana Duarte tells a story about Ben Okafor and Chloé Martin');
    expect(post?.notifies).toEqual([]);
    expect(house.slack.calls.refused()).toEqual([]);
  });

  it('keeps to the digest where Herald is not in the channel', async () => {
    await ana().types(ELSEWHERE, '/kudos @ben held the door for a customer with a pram');
    await expect.poll(() => ben().readsDirect().length).toBe(1);
    expect(house.slack.shows(ELSEWHERE)).toEqual([]);
  });
});
