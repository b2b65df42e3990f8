import { createTally, type Row, type Tally } from '../row.ts';
import { pause, storiesWith, until } from '../settled.ts';
import { openSlackHouse, type SlackHouse, tellStory } from '../slack-house.ts';
import { typedCommand } from '../slack-requests.ts';
import { whatIsUnsound, withDatabase } from '../soundness.ts';

const END_MS = 10_000;
const LOAD_MS = 1200;
const PEOPLE_AT_ONCE = 8;
const BREATH_MS = 10;
/** So many tellers that none reaches the limit of one. */
const TELLERS = 600;

type Sent = { readonly words: string; acknowledged: boolean };

export const slackTermination: Row = {
  number: 27,
  fault: 'SIGTERM under load, through Slack',
  async play({ quick, folder }) {
    const tally = createTally();
    for (const way of ['http', 'socket'] as const) {
      const rounds = quick ? Number(way === 'http') : 3;
      for (let round = 0; round < rounds; round += 1) await endOnce(folder, way, round, tally);
    }
    return tally.outcome();
  },
};

async function endOnce(folder: string, way: 'http' | 'socket', round: number, tally: Tally): Promise<void> {
  tally.tried();
  const what = `over ${way}, ${round}`;
  const house = await openSlackHouse({ folder, name: `end-${way}-${round}`, way, pace: 20 });
  const { slack } = house;
  slack.workspace.addChannel({ id: 'C0OUT', name: 'outside', members: ['UANA'] });
  for (let number = 0; number < TELLERS; number += 1) slack.workspace.addUser({ id: `UT${number}` });
  await tellStory(house, 'Opened the shop in the snow.', 'C0OUT');
  const sent: Sent[] = [];
  let over = false;
  const people = Promise.all(
    Array.from({ length: PEOPLE_AT_ONCE }, async (_, which) => {
      while (!over) await (which % 2 === 0 && way === 'http' ? typeOne(house, sent) : sayOne(house, sent));
    }),
  );
  await pause(LOAD_MS);
  const began = performance.now();
  const { code, stderr } = await house.end('SIGTERM');
  const took = performance.now() - began;
  over = true;
  await people;
  tally.hold(code === 0, `${what}: it ended with ${code}: ${stderr.slice(-300)}`);
  tally.hold(took <= END_MS, `${what}: it took ${Math.round(took)} ms`);
  tally.hold(/"event":"stopped"/.test(stderr), `${what}: it did not finish what was under way: ${stderr.slice(-300)}`);
  const half = withDatabase(house.file, (connection) =>
    connection.prepare(`SELECT count(*) FROM outbox WHERE state = 'claimed'`).pluck().get(),
  );
  tally.hold(half === 0, `${what}: ${half} deliveries were left half done`);
  const taken = sent.filter(({ acknowledged }) => acknowledged).length;
  tally.note(`${what}: ended after ${Math.round(took)} ms with ${taken} stories acknowledged`);
  tally.hold(taken > PEOPLE_AT_ONCE, `${what}: only ${taken} stories were acknowledged`);
  await comeBack(house, sent, what, tally);
}

async function typeOne(house: SlackHouse, sent: Sent[]): Promise<void> {
  const one: Sent = { words: `Typed until the end (${sent.length}.)`, acknowledged: false };
  const teller = `UT${sent.length % TELLERS}`;
  sent.push(one);
  const request = typedCommand(`<@UBEN> ${one.words}`, one.words, teller);
  const { status, body } = await house.door().post({ ...request, body: request.body.replace('C0NEWS', 'C0OUT') });
  one.acknowledged = status === 200 && /Told\.|On it\./.test(body);
  await pause(one.acknowledged ? BREATH_MS : 20);
}

async function sayOne({ slack }: SlackHouse, sent: Sent[]): Promise<void> {
  const one: Sent = { words: `Said until the end (${sent.length}.)`, acknowledged: false };
  const teller = `UT${sent.length % TELLERS}`;
  sent.push(one);
  const ts = `${(Date.now() / 1000).toFixed(3)}100`;
  const channel = slack.user(teller).directChannel();
  const about = { type: 'message', user: teller, text: `<@UBEN> ${one.words}`, ts, channel, channel_type: 'im' };
  const delivery = slack.events.send('message.im', { ...about, event_ts: ts }, `Ev-${one.words}`);
  if (delivery === null) throw new Error('Herald does not hear direct messages.');
  void delivery.settled.then(() => {
    one.acknowledged = delivery.tries.some(({ acknowledged }) => acknowledged);
  });
  const { acknowledged } = await delivery.first;
  await pause(acknowledged ? BREATH_MS : 20);
}

/** Slack's retries come after the return; then all that was ever acknowledged is there, once. */
async function comeBack(house: SlackHouse, sent: readonly Sent[], what: string, tally: Tally): Promise<void> {
  const began = performance.now();
  await house.start();
  tally.recovered(performance.now() - began);
  await house.slack.events.settled();
  await until(() => rawWaiting(house.file) === 0, 60_000);
  for (const { words, acknowledged } of sent) {
    const stories = storiesWith(house.file, words);
    if (acknowledged && stories === 0) tally.lose(`${what}: ${words}`);
    if (stories > 1) tally.double(`${what}: ${words}`);
  }
  await house.close();
  for (const fault of whatIsUnsound(house.file)) tally.hold(false, `${what}: ${fault}`);
}

function rawWaiting(file: string): number {
  return withDatabase(file, (connection) =>
    Number(connection.prepare('SELECT count(*) FROM received WHERE payload IS NOT NULL').pluck().get()),
  );
}
