import { createTally, type Row, type Tally } from '../row.ts';
import { isSettled, pause, storiesWith, until } from '../settled.ts';
import { NEWS, openSlackHouse, postsWith, readBy, type SlackHouse, tellStory } from '../slack-house.ts';
import { whatIsUnsound, withDatabase } from '../soundness.ts';

const WAYS = ['token_revoked', 'account_inactive', 'uninstalled'] as const;

export const slackToken: Row = {
  number: 16,
  fault: 'token revoked with deliveries waiting',
  async play({ quick, folder }) {
    const tally = createTally();
    for (const way of quick ? WAYS.slice(-1) : WAYS) await beThrownOut(folder, way, tally);
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
  await operatorIsTold(house, way, tally);
  await reconnect(house, way, words, tally);
  await house.close();
  for (const fault of whatIsUnsound(house.file)) tally.hold(false, fault);
}

/** Nobody in Slack can be told now: whoever looks after Herald sees it wherever they look. */
async function operatorIsTold(house: SlackHouse, way: string, tally: Tally): Promise<void> {
  const response = await fetch(new URL('/readyz', house.address()));
  const readiness = await response.text();
  tally.hold(response.status === 503 && readiness.includes('slack is lost'), `${way}: /readyz says ${readiness}`);
  const { code, stderr, stdout } = await house.herald('doctor');
  tally.hold(code === 1 && /slack is lost .* set the token/.test(stderr), `${way}: herald doctor says ${stderr}`);
  tally.hold(/^Parked +\d+ messages/m.test(stdout), `${way}: herald doctor does not say what waits: ${stdout}`);
}

async function reconnect(house: SlackHouse, way: string, words: string, tally: Tally): Promise<void> {
  const { stderr } = await house.end('SIGTERM');
  const logged = stderr.match(/"level":"error","event":"connection-lost"/g)?.length ?? 0;
  tally.hold(logged === 1, `${way}: the log tells of it ${logged} times`);
  tally.hold(!stderr.includes(house.slack.botToken), `${way}: the token stands in the log`);
  house.slack.tokens.restore('bot');
  const began = performance.now();
  await house.start();
  await until(() => statesOf(house.file).every((state) => state === 'done'));
  tally.recovered(performance.now() - began);
  tally.hold(
    statesOf(house.file).every((state) => state === 'done'),
    `${way}: afterwards deliveries are ${statesOf(house.file).join()}`,
  );
  const news = house.slack
    .user('UDANA')
    .readsDirect()
    .filter(({ text }) => text.includes('Herald is back in Slack'));
  tally.hold(news.length === 1, `${way}: the admin was told ${news.length} times that Herald is back`);
  tally.hold(/[12] messages? waited/.test(news[0]?.text ?? ''), `${way}: the admin read ${news[0]?.text}`);
  if (storiesWith(house.file, words) !== 1) tally.lose(words);
  for (const times of [readBy(house, 'UBEN', words), postsWith(house, NEWS, words)]) {
    if (times === 0) tally.lose(`${way}: ${words}`);
    if (times > 1) tally.double(`${way}: ${words}, ${times} times`);
  }
}

function statesOf(file: string): readonly string[] {
  return withDatabase(file, (connection) => connection.prepare('SELECT state FROM outbox').pluck().all().map(String));
}
