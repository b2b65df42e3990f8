// What people and Slack take back, in whichever order it is heard of: a story, a mark, a right, a channel's id.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type House, NEWS, openHouse, postDigest, said, settled, soon } from './slack-herald.ts';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

const ana = () => house.slack.user('UANA');
const ben = () => house.slack.user('UBEN');
const dana = () => house.slack.user('UDANA');
const posts = () => house.slack.shows(NEWS).filter((one) => one.from === 'Herald');
const texts = (messages: readonly { readonly text: string }[]) => messages.map(({ text }) => text).join('\n');

describe('/kudos undo', () => {
  it('takes back what was told last, though Slack has not said yet who is meant', async () => {
    await said(() => ana().types(NEWS, '/kudos @ben the one before'));
    await settled(house);
    const away = house.slack.faults.plant({ trouble: { kind: 'reset' }, method: 'users.list' });
    const typed = await ana().types(NEWS, '/kudos @Chloe Martin found the cat', { unpicked: true });
    expect(typed.messages()[0]?.text).toContain('On it.');
    const undone = await said(() => ana().types(NEWS, '/kudos undo'));
    expect(undone.text).toContain('found the cat');
    away.lift();
    await settled(house);
    expect(texts(posts())).not.toContain('found the cat');
    expect(house.slack.user('UCHLOE').readsDirect()).toEqual([]);
    expect((await said(() => ana().types(NEWS, '/kudos mine'))).text).toContain('the one before');
    expect((await said(() => ana().types(NEWS, '/kudos undo'))).text).toContain('the one before');
  });

  it('leaves alone what waits from before', async () => {
    await said(() => ana().types(NEWS, '/kudos @ben so that both are known'));
    const away = house.slack.faults.plant({ trouble: { kind: 'reset' }, method: 'users.list' });
    await ana().types(NEWS, '/kudos @Chloe Martin found the cat', { unpicked: true });
    await said(() => ana().types(NEWS, '/kudos @ben told at once'));
    expect((await said(() => ana().types(NEWS, '/kudos undo'))).text).toContain('told at once');
    away.lift();
    await settled(house);
    expect(texts(posts())).toContain('found the cat');
  });
});

describe('a mark taken away', () => {
  const marks = (type: 'reaction_added' | 'reaction_removed', ts: string, eventTs: string) =>
    house.slack.events.send(type, {
      type,
      user: 'UANA',
      reaction: 'firefly',
      item_user: 'UBEN',
      item: { type: 'message', channel: NEWS, ts },
      event_ts: eventTs,
    })?.settled;

  it('wins, also when Slack tells of it first', async () => {
    await said(() => ana().types(NEWS, '/kudos @ben so that both are known'));
    const { ts } = ben().says(NEWS, 'The ring is back');
    await marks('reaction_removed', ts, '1700000002.000200');
    await marks('reaction_added', ts, '1700000001.000100');
    await settled(house);
    expect(ana().readsDirect()).toEqual([]);
    await marks('reaction_added', ts, '1700000003.000300');
    await soon(() => ana().readsDirect().at(-1)?.text).toContain('Shall it be told?');
  });
});

describe('somebody', () => {
  it('who runs the workspace no more cannot change the settings', async () => {
    await (await dana().types(NEWS, '/kudos settings')).modal();
    await house.slack.changes('UDANA', { admin: false })?.settled;
    const shown = await said(() => dana().types(NEWS, '/kudos settings'));
    expect(shown.text).toContain('admin');
    // All that is left leads to where everybody may look.
    expect(shown.touchable.map(({ label }) => label)).toEqual(['Touchpoints and promises']);
  });

  it('whose account is deactivated is not written to any more', async () => {
    await said(() => ana().types(NEWS, '/kudos @ben so that both are known'));
    await settled(house);
    house.slack.faults.plant({
      trouble: { kind: 'ratelimited', retryAfter: 1 },
      method: 'chat.postMessage',
      channel: 'UBEN',
      times: 1,
    });
    await said(() => ana().types(NEWS, '/kudos @ben on the last day'));
    await house.slack.changes('UBEN', { deleted: true })?.settled;
    const before = house.slack.calls.of('chat.postMessage').filter(({ args }) => args.channel === 'UBEN').length;
    await settled(house);
    const after = house.slack.calls.of('chat.postMessage').filter(({ args }) => args.channel === 'UBEN').length;
    expect(after - before).toBeLessThanOrEqual(1);
    expect(ben().readsDirect()).toHaveLength(1);
    expect(texts(dana().readsDirect())).not.toContain('could not be delivered');
  });
});

it('a channel that gets another id keeps its posts, its digest and its pace', async () => {
  await said(() => ana().types(NEWS, '/kudos @ben before it was shared'));
  await settled(house);
  await house.slack.changesId(NEWS, 'C0SHARED')?.settled;
  const shared = () => house.slack.shows('C0SHARED').filter((one) => one.from === 'Herald');
  const [post] = shared();
  if (!post) throw new Error('No post.');
  await ben().clicks(post, 'Cheer');
  await soon(() => shared()[0]?.text).toContain('Cheer · 1');
  await said(() => ana().types('C0SHARED', '/kudos @chloe after it was shared'));
  await soon(() => texts(shared())).toContain('after it was shared');
  await postDigest(house);
  await soon(() => texts(shared())).toContain('What went right');
  expect(house.slack.calls.all.filter(({ outcome }) => outcome === 'channel_not_found')).toEqual([]);
});
