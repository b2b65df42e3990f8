import { createChance } from '../chance.ts';
import { createTally, type Row, type Tally } from '../row.ts';
import { isSettled, storiesWith, until } from '../settled.ts';
import { openSlackHouse, readBy, type SlackHouse, tellStory } from '../slack-house.ts';
import { asJson, eventEnvelope, typedCommand } from '../slack-requests.ts';
import { whatIsUnsound } from '../soundness.ts';

const TRIES = 24;
const TRIES_QUICK = 4;
/** From a request's arrival until it is answered takes some milliseconds. */
const ANSWERED_MS = 12;

export const slackCrash: Row = {
  number: 3,
  fault: 'the same over Slack: events retried, commands typed anew',
  async play({ quick, folder }) {
    const tally = createTally();
    const chance = createChance(33);
    const house = await openSlackHouse({ folder, name: 'crash' });
    await tellStory(house, 'Opened the shop in the snow.', 'C0TEAM');
    await until(() => isSettled(house.file));
    const fell = { between: 0 };
    for (let number = 0; number < (quick ? TRIES_QUICK : TRIES); number += 1) {
      tally.tried();
      const words = `Walked the dog of customer (${number}.)`;
      const request = number % 2 === 0 ? said(words, number) : typedCommand(`<@UBEN> ${words}`, `crash-${number}`);
      await dieAndComeAgain(house, words, request, chance.whole(ANSWERED_MS), fell, tally);
    }
    tally.note(`${fell.between} deaths fell between commit and acknowledgement`);
    await house.close();
    for (const fault of whatIsUnsound(house.file)) tally.hold(false, fault);
    return tally.outcome();
  },
};

/** In a direct message: its answer comes once the story is stored. */
function said(words: string, number: number) {
  const ts = `17000000${String(number).padStart(2, '0')}.000100`;
  const about = { type: 'message', channel_type: 'im', channel: 'D0ANA', user: 'UANA', ts, event_ts: ts };
  return asJson(eventEnvelope({ ...about, text: `<@UBEN> ${words}` }, `EvCrash${number}`));
}

async function dieAndComeAgain(
  house: SlackHouse,
  words: string,
  request: ReturnType<typeof asJson>,
  after: number,
  fell: { between: number },
  tally: Tally,
): Promise<void> {
  const first = house.door().post(request);
  await new Promise((resolve) => setTimeout(resolve, after));
  await house.end('SIGKILL');
  const { status } = await first;
  const stored = storiesWith(house.file, words);
  if (stored === 1 && status !== 200) fell.between += 1;
  const began = performance.now();
  await house.start();
  const again = await house.door().post({ ...request, headers: { 'x-slack-retry-num': '1' } });
  tally.recovered(performance.now() - began);
  tally.hold(again.status === 200, `${words}: the second try was answered ${again.status ?? again.failure}`);
  await until(() => storiesWith(house.file, words) > 0 && isSettled(house.file));
  const stories = storiesWith(house.file, words);
  if (stories === 0) tally.lose(words);
  if (stories > 1) tally.double(`${words}: ${stories} stories`);
  const read = readBy(house, 'UBEN', words);
  if (read === 0) tally.lose(`${words}: Ben never heard of it`);
  if (read > 1) tally.double(`${words}: Ben heard of it ${read} times`);
}
