import type { Signing } from '../../fakes/slack/signature.ts';
import { createTally, type Row, type Tally } from '../row.ts';
import { isSettled, pause, storiesWith, until } from '../settled.ts';
import { openSlackHouse, type SlackHouse, tellStory } from '../slack-house.ts';
import { asForm, asJson, eventEnvelope, type Request, typedCommand } from '../slack-requests.ts';
import { countsIn, whatIsUnsound } from '../soundness.ts';

/** Slack's rule: five minutes, in either direction. */
const WRONG: readonly (readonly [what: string, signing: Signing])[] = [
  ['no signature', { signature: 'missing' }],
  ['a signature by another secret', { signature: 'wrong' }],
  ['a garbled signature', { signature: 'garbled' }],
  ['no timestamp', { timestamp: 'missing' }],
  ['a timestamp in words', { timestamp: 'not a number' }],
  ['a stale timestamp', { timestampOff: -303 }],
  ['an hour-old timestamp', { timestampOff: -3600 }],
  ['a timestamp from the future', { timestampOff: 303 }],
  ['neither signature nor timestamp', { signature: 'missing', timestamp: 'missing' }],
];
const NEARLY_WRONG: readonly Signing[] = [{ timestampOff: -280 }, { timestampOff: 280 }];

export const slackSignatures: Row = {
  number: 19,
  fault: 'missing, bad, stale and future signatures; replays',
  async play({ quick, folder }) {
    const tally = createTally();
    const house = await openSlackHouse({ folder, name: 'signatures' });
    // Everybody is known from here on: what comes is decided at once.
    await tellStory(house, 'Opened the shop in the snow.');
    await until(() => isSettled(house.file));
    await sendWronglySigned(house, tally);
    await sendNearlyWrong(house, tally);
    for (let round = 0; round < (quick ? 3 : 30); round += 1) await replay(house, round, tally);
    await until(() => isSettled(house.file));
    await house.close();
    for (const fault of whatIsUnsound(house.file)) tally.hold(false, fault);
    return tally.outcome();
  },
};

async function sendWronglySigned(house: SlackHouse, tally: Tally): Promise<void> {
  const requests: readonly Request[] = [
    typedCommand('<@UBEN|ben> forged a story'),
    asJson(eventEnvelope(mention('forged a story'))),
    asJson(eventEnvelope({ type: 'app_uninstalled' })),
    asJson({ type: 'url_verification', challenge: 'let me in' }),
    asForm({ type: 'shortcut', callback_id: 'tell-story', user: { id: 'UANA' }, trigger_id: 'x' }),
  ];
  const before = countsIn(house.file);
  for (const [what, signing] of WRONG) {
    for (const request of requests) {
      tally.tried();
      const { status, body } = await house.door().post({ ...request, signing });
      tally.hold(status === 401, `${what}: answered ${status}`);
      tally.hold(body === '', `${what}: told "${body.slice(0, 80)}"`);
    }
  }
  await pause(300);
  tally.hold(countsIn(house.file) === before, `something was stored: ${before} became ${countsIn(house.file)}`);
}

async function sendNearlyWrong(house: SlackHouse, tally: Tally): Promise<void> {
  for (const signing of NEARLY_WRONG) {
    tally.tried();
    const words = `Walked over, ${signing.timestampOff} s away.`;
    const { status } = await house.door().post({ ...typedCommand(`<@UBEN|ben> ${words}`), signing });
    tally.hold(status === 200, `${signing.timestampOff} s off: answered ${status}`);
    if (storiesWith(house.file, words) !== 1) tally.lose(words);
  }
}

/** Whoever recorded a request sends it again within the five minutes, at once and later. */
async function replay(house: SlackHouse, round: number, tally: Tally): Promise<void> {
  tally.tried();
  const words = `Found parcel number ${round}.`;
  const request = round % 2 === 0 ? typedCommand(`<@UBEN|ben> ${words}`) : asJson(eventEnvelope(mention(words)));
  const atOnce = await Promise.all([1, 2, 3].map(() => house.door().post(request)));
  const later = await house.door().post(request);
  for (const { status } of [...atOnce, later]) tally.hold(status === 200, `a replay was answered ${status}`);
  await until(() => storiesWith(house.file, words) > 0, 5000);
  const stories = storiesWith(house.file, words);
  if (stories === 0) tally.lose(words);
  if (stories > 1) tally.double(`${words}: ${stories} times`);
}

function mention(words: string) {
  const ts = `${Math.floor(Date.now() / 1000)}.000100`;
  return {
    type: 'app_mention',
    user: 'UANA',
    text: `<@U0000BOT> <@UBEN> ${words}`,
    channel: 'C0NEWS',
    ts,
    event_ts: ts,
  };
}
