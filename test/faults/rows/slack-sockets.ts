import type { Delivery } from '../../fakes/slack/events.ts';
import type { Slack } from '../../fakes/slack/slack.ts';
import { createTally, type Row, type Tally } from '../row.ts';
import { pause, storiesWith, until } from '../settled.ts';
import { openSlackHouse, type SlackHouse, tellStory } from '../slack-house.ts';
import { whatIsUnsound } from '../soundness.ts';

const EVERY_MS = 100;
/** One person alone may not tell so many stories in a minute. */
const TELLERS = 20;
/** The longest that nothing may be taken in. */
const GAP_MS = 1000;
/** The second connection begins a little after the first. */
const BOTH_OPEN_MS = 6000;

type Trouble = { readonly what: string; readonly lasts: number; readonly make: (slack: Slack) => void };

const TROUBLES: readonly Trouble[] = [
  {
    what: 'refreshed',
    lasts: 3000,
    make: ({ sockets }) => sockets.refresh(sockets.connections[0]!, 'refresh_requested', 500),
  },
  { what: 'cut', lasts: 3000, make: ({ sockets }) => sockets.cut(sockets.connections[0]!) },
  { what: 'half-open', lasts: 20_000, make: ({ sockets }) => sockets.silence(sockets.connections[0]!) },
  { what: 'too many', lasts: 5000, make: ({ sockets }) => sockets.dismissAll('too_many_websockets') },
];

export const slackSockets: Row = {
  number: 26,
  fault: 'socket refresh, half-open socket, too many sockets',
  async play({ quick, folder }) {
    const tally = createTally();
    const house = await openSlackHouse({ folder, name: 'sockets', way: 'socket', pace: 20 });
    for (let number = 0; number < TELLERS; number += 1) house.slack.workspace.addUser({ id: `UT${number}` });
    await tellStory(house, 'Opened the shop in the snow.');
    for (const trouble of TROUBLES) {
      if (quick && trouble.lasts > 5000) continue;
      const both = await until(() => house.slack.sockets.connections.length === 2, BOTH_OPEN_MS * 3);
      tally.hold(both, `${trouble.what}: there were ${house.slack.sockets.connections.length} connections before`);
      await goThrough(house, trouble, tally);
    }
    await house.close();
    for (const fault of whatIsUnsound(house.file)) tally.hold(false, fault);
    return tally.outcome();
  },
};

/** Events keep coming all the while; those that are not taken come again, as Slack sends them. */
async function goThrough({ slack, file }: SlackHouse, { what, lasts, make }: Trouble, tally: Tally): Promise<void> {
  tally.tried();
  const sent: Delivery[] = [];
  let lastTaken = performance.now();
  let gap = 0;
  const watch = (delivery: Delivery) =>
    delivery.first.then(({ acknowledged }) => {
      if (!acknowledged) return;
      gap = Math.max(gap, performance.now() - lastTaken);
      lastTaken = performance.now();
    });
  const end = performance.now() + lasts;
  for (let number = 0; performance.now() < end; number += 1) {
    if (number === 3) make(slack);
    const delivery = slack.events.send(
      'app_mention',
      mentioned(`Told while ${what}, (${number}.)`, `UT${number % TELLERS}`),
      `Ev${what}${number}`,
    );
    if (delivery === null) throw new Error('Herald does not hear of mentions.');
    sent.push(delivery);
    void watch(delivery);
    await pause(EVERY_MS);
  }
  await Promise.all(sent.map(({ settled }) => settled));
  tally.hold(gap <= GAP_MS, `${what}: for ${Math.round(gap)} ms nothing was taken in`);
  tally.recovered(gap);
  const again = sent.filter(({ tries }) => tries.length > 1).length;
  tally.note(`${what}: ${sent.length} events, ${again} of them sent again, the longest gap ${Math.round(gap)} ms`);
  for (const [number] of sent.entries()) {
    const words = `Told while ${what}, (${number}.)`;
    await until(() => storiesWith(file, words) > 0, 5000);
    const stories = storiesWith(file, words);
    if (stories === 0) tally.lose(words);
    if (stories > 1) tally.double(words);
  }
}

function mentioned(words: string, user: string) {
  const ts = `${(Date.now() / 1000).toFixed(3)}100`;
  return {
    type: 'app_mention',
    user,
    text: `<@U0000BOT> <@UBEN> ${words}`,
    channel: 'C0OUT',
    ts,
    event_ts: ts,
  };
}
