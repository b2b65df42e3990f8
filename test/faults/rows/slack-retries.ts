import { createTally, type Row, type Tally } from '../row.ts';
import { isSettled, storiesWith, until } from '../settled.ts';
import { openSlackHouse, postsWith, readBy, type SlackHouse, tellStory } from '../slack-house.ts';
import { asJson, eventEnvelope, type Request } from '../slack-requests.ts';
import { whatIsUnsound } from '../soundness.ts';

type Headers = Readonly<Record<string, string>>;

/** How the same event comes four times; what Slack says about each. */
const WAYS: readonly { readonly what: string; readonly headers: readonly Headers[]; readonly atOnce: boolean }[] = [
  { what: 'four times without a word of retrying', headers: [{}, {}, {}, {}], atOnce: false },
  { what: 'once, then as three retries', headers: [{}, retry(1), retry(2), retry(3)], atOnce: false },
  { what: 'for the first time as a retry', headers: [retry(3), retry(1), {}, retry(2)], atOnce: false },
  { what: 'four times in one moment', headers: [{}, {}, retry(1), retry(1)], atOnce: true },
  { what: 'only as retries, in one moment', headers: [retry(1), retry(2), retry(3), retry(3)], atOnce: true },
];

export const slackRetries: Row = {
  number: 4,
  fault: 'the same event 4 times, with and without retry header',
  async play({ quick, folder }) {
    const tally = createTally();
    const house = await openSlackHouse({ folder, name: 'retries' });
    for (let round = 0; round < (quick ? 1 : 6); round += 1) {
      for (const [index, way] of WAYS.entries()) {
        // Nobody is known before the first one: it waits for a look at Slack, and its retries meet it waiting.
        await sendFourTimes(house, `Round ${round}, way ${index}: brought the tent back dry.`, way, tally);
      }
    }
    await overSockets(folder, quick ? 2 : 10, tally);
    await house.close();
    for (const fault of whatIsUnsound(house.file)) tally.hold(false, fault);
    return tally.outcome();
  },
};

async function sendFourTimes(
  house: SlackHouse,
  words: string,
  { what, headers, atOnce }: (typeof WAYS)[number],
  tally: Tally,
): Promise<void> {
  tally.tried();
  const request = mention(words);
  const sent = [];
  for (const each of headers) {
    const answer = house.door().post({ ...request, headers: each });
    if (!atOnce) await answer;
    sent.push(answer);
  }
  for (const { status } of await Promise.all(sent)) tally.hold(status === 200, `${what}: answered ${status}`);
  await until(() => storiesWith(house.file, words) > 0 && isSettled(house.file));
  examine(house, words, what, tally);
}

function examine(house: SlackHouse, words: string, what: string, tally: Tally): void {
  const stories = storiesWith(house.file, words);
  if (stories === 0) tally.lose(`${what}: ${words}`);
  if (stories > 1) tally.double(`${what}: ${stories} stories`);
  const told = readBy(house, 'UBEN', words);
  if (told !== 1) tally.double(`${what}: Ben was told ${told} times`);
  const posts = postsWith(house, 'C0NEWS', words);
  if (posts !== 1) tally.double(`${what}: the channel reads it ${posts} times`);
}

/** Through a socket Slack says nothing of retries that can be trusted: the same event id is the same event. */
async function overSockets(folder: string, rounds: number, tally: Tally): Promise<void> {
  const house = await openSlackHouse({ folder, name: 'sockets', way: 'socket' });
  await tellStory(house, 'Opened the shop in the snow.');
  for (let round = 0; round < rounds; round += 1) {
    tally.tried();
    const words = `Through the socket, ${round}.`;
    const event = mentioned(words);
    const deliveries = [1, 2, 3, 4].map(() => house.slack.events.send('app_mention', event, `Ev${round}`));
    for (const delivery of deliveries) tally.hold((await delivery?.first)?.acknowledged === true, 'not acknowledged');
    await until(() => storiesWith(house.file, words) > 0 && isSettled(house.file));
    examine(house, words, 'over sockets', tally);
  }
  await house.close();
  for (const fault of whatIsUnsound(house.file)) tally.hold(false, fault);
}

function retry(number: number): Headers {
  return { 'x-slack-retry-num': String(number), 'x-slack-retry-reason': 'http_timeout' };
}

function mention(words: string): Request {
  return asJson(eventEnvelope(mentioned(words)));
}

function mentioned(words: string) {
  const ts = `${(Date.now() / 1000).toFixed(3)}100`;
  return {
    type: 'app_mention',
    user: 'UANA',
    text: `<@U0000BOT> <@UBEN> ${words}`,
    channel: 'C0NEWS',
    ts,
    event_ts: ts,
  };
}
