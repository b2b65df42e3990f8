import { createTally, type Row, type Tally } from '../row.ts';
import {
  isSettled,
  NEWS,
  openSlackHouse,
  pause,
  postsWith,
  readBy,
  type SlackHouse,
  storiesWith,
  tellStory,
  until,
} from '../slack-house.ts';
import { whatIsUnsound, withDatabase } from '../soundness.ts';

const WAYS = ['token_revoked', 'account_inactive', 'uninstalled'] as const;

export const slackToken: Row = {
  number: 16,
  fault: 'token revoked with deliveries waiting',
  async play({ quick, folder }) {
    const tally = createTally();
    for (const way of quick ? WAYS.slice(-1) : WAYS) await beThrownOut(folder, way, tally);
    tally.note('with Slack as the only connection no admin is told meanwhile, and the log says nothing of it yet');
    return tally.outcome();
  },
};

async function beThrownOut(folder: string, way: (typeof WAYS)[number], tally: Tally): Promise<void> {
  tally.tried();
  const house = await openSlackHouse({ folder, name: way });
  const { slack } = house;
  await tellStory(house, 'Opened the shop in the snow.');
  await until(() => isSettled(house.file));
  const words = `Waits through it: ${way}.`;
  // What is told now waits: Slack asks for patience until the token is gone.
  const busy = slack.faults.plant({ trouble: { kind: 'ratelimited', retryAfter: 2 }, method: 'chat.postMessage' });
  await tellStory(house, words);
  if (way === 'uninstalled') slack.uninstalls();
  else slack.tokens.revoke('bot', way);
  busy.lift();

  const parked = await until(() => statesOf(house.file).every((state) => state === 'done' || state === 'parked'));
  tally.hold(
    parked && statesOf(house.file).includes('parked'),
    `${way}: deliveries are ${statesOf(house.file).join()}`,
  );
  const calls = slack.calls.all.length;
  await pause(2500);
  tally.hold(slack.calls.all.length === calls, `${way}: Herald still calls: ${slack.calls.all.at(-1)?.method}`);
  await reconnect(house, way, words, tally);
  await house.close();
  for (const fault of whatIsUnsound(house.file)) tally.hold(false, fault);
}

async function reconnect(house: SlackHouse, way: string, words: string, tally: Tally): Promise<void> {
  await house.end('SIGTERM');
  house.slack.tokens.restore('bot');
  const began = performance.now();
  await house.start();
  await until(() => statesOf(house.file).every((state) => state === 'done'));
  tally.recovered(performance.now() - began);
  tally.hold(
    statesOf(house.file).every((state) => state === 'done'),
    `${way}: afterwards deliveries are ${statesOf(house.file).join()}`,
  );
  if (storiesWith(house.file, words) !== 1) tally.lose(words);
  for (const times of [readBy(house, 'UBEN', words), postsWith(house, NEWS, words)]) {
    if (times === 0) tally.lose(`${way}: ${words}`);
    if (times > 1) tally.double(`${way}: ${words}, ${times} times`);
  }
}

function statesOf(file: string): readonly string[] {
  return withDatabase(file, (connection) => connection.prepare('SELECT state FROM outbox').pluck().all().map(String));
}
