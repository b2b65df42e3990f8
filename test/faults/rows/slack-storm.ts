import type { Call } from '../../fakes/slack/calls.ts';
import { createTally, type Row, type Tally } from '../row.ts';
import { isSettled, pause, storiesWith, until } from '../settled.ts';
import { NEWS, openSlackHouse, postsWith, readBy, type SlackHouse } from '../slack-house.ts';
import { typedCommand } from '../slack-requests.ts';
import { whatIsUnsound } from '../soundness.ts';

const STORM_MS = 60_000;
const STORM_QUICK_MS = 6000;
const EVERY_MS = 500;
const HEROES = 12;
/** How long one channel alone is told to wait; the others must not. */
const LONG_WAIT_S = 20;
/** A place free of trouble hears within this, its own pace and one back-off included. */
const SOON_MS = 5000;

export const slackStorm: Row = {
  number: 6,
  fault: 'half of all API calls answer 429, for a minute',
  async play({ quick, folder }) {
    const tally = createTally();
    const house = await openSlackHouse({ folder, name: 'storm', history: true });
    const heroes = Array.from({ length: HEROES }, (_, number) => `UH${number}`);
    for (const id of heroes) house.slack.workspace.addUser({ id });
    house.slack.workspace.addChannel({ id: 'C0OUT', name: 'outside', members: ['UANA'] });
    await throughTheStorm(house, heroes, quick ? STORM_QUICK_MS : STORM_MS, tally);
    if (!quick) await oneChannelAlone(house, tally);
    await house.close();
    for (const fault of whatIsUnsound(house.file)) tally.hold(false, fault);
    return tally.outcome();
  },
};

async function throughTheStorm(house: SlackHouse, heroes: readonly string[], lasts: number, tally: Tally) {
  const { slack } = house;
  const storm = slack.faults.plant({ trouble: { kind: 'ratelimited', retryAfter: 1 }, every: 2 });
  const body = slack.faults.plant({ trouble: { kind: 'error', error: 'ratelimited' }, every: 29 });
  const told: { readonly words: string; readonly hero: string }[] = [];
  const end = performance.now() + lasts;
  for (let number = 0; performance.now() < end; number += 1) {
    tally.tried();
    const hero = heroes[number % heroes.length]!;
    const words = `Stood through the storm (${number}.)`;
    told.push({ words, hero });
    // By turns: one person alone may not tell so many in a minute.
    const request = typedCommand(`<@${hero}> ${words}`, `storm-${number}`, heroes[(number + 5) % heroes.length]);
    const { status } = await house.door().post({ ...request, body: request.body.replace('C0NEWS', 'C0OUT') });
    tally.hold(status === 200, `a kudos was answered ${status}`);
    await pause(EVERY_MS);
  }
  storm.lift();
  body.lift();
  const lifted = performance.now();
  tally.hold(await until(() => isSettled(house.file), 90_000), 'something waits on after the storm');
  tally.recovered(performance.now() - lifted);
  for (const { words, hero } of told) {
    if (storiesWith(house.file, words) !== 1) tally.lose(words);
    const read = readBy(house, hero, words);
    if (read === 0) tally.lose(`${words}: its hero never heard of it`);
    if (read > 1) tally.double(`${words}: its hero heard of it ${read} times`);
  }
  const refused = slack.calls.all.filter(({ outcome }) => outcome === 'http 429').length;
  tally.note(`${told.length} stories through ${refused} × 429 of ${slack.calls.all.length} calls`);
  obeyed(slack.calls.all, 1000, tally);
}

/** After a 429 nothing more is posted to that place before its time. */
function obeyed(calls: readonly Call[], waitMs: number, tally: Tally): void {
  const posts = calls.filter(({ method }) => method === 'chat.postMessage');
  for (const [place, theirs] of Map.groupBy(posts, ({ args }) => String(args.channel))) {
    for (const [index, { outcome, at }] of theirs.entries()) {
      const next = theirs[index + 1];
      if (outcome !== 'http 429' || next === undefined) continue;
      tally.hold(next.at - at >= waitMs - 50, `${place} was called ${next.at - at} ms after it asked for ${waitMs} ms`);
    }
  }
}

async function oneChannelAlone(house: SlackHouse, tally: Tally): Promise<void> {
  const { slack } = house;
  tally.tried();
  const trouble = { kind: 'ratelimited', retryAfter: LONG_WAIT_S } as const;
  const limited = slack.faults.plant({ trouble, method: 'chat.postMessage', channel: NEWS, times: 1 });
  const began = slack.calls.all.length;
  await house.door().post(typedCommand('<@UBEN> Waited for the channel alone.', 'alone'));
  const told = performance.now();
  tally.hold(await until(() => readBy(house, 'UBEN', 'the channel alone') === 1, SOON_MS), 'Ben waits for a channel');
  tally.note(
    `beside a channel that waits ${LONG_WAIT_S} s, Ben heard after ${Math.round(performance.now() - told)} ms`,
  );
  tally.hold(await until(() => postsWith(house, NEWS, 'the channel alone') === 1, 40_000), 'the channel never heard');
  tally.hold(limited.met() === 1, `the channel was limited ${limited.met()} times`);
  const news = slack.calls.all.slice(began).filter(({ args }) => args.channel === NEWS);
  obeyed(news, LONG_WAIT_S * 1000, tally);
}
