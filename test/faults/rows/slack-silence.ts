import { createTally, type Row, type Tally } from '../row.ts';
import { isSettled, pause, storiesWith, until } from '../settled.ts';
import { answerTo, NEWS, openSlackHouse, postsWith, readBy, type SlackHouse, tellStory } from '../slack-house.ts';
import { whatIsUnsound } from '../soundness.ts';

/** A call ends within 10 s; by then its next try may be due. */
const CALL_MS = 10_000;
const BACK_OFF_MS = 3000;
/** Long enough that each place's first call has ended and a second has begun. */
const SILENT_MS = 14_000;
const WORDS = ['Known from before, at noon.', 'Met only in the silence.'] as const;

export const slackSilence: Row = {
  number: 7,
  fault: 'Slack’s API black-holed',
  async play({ folder }) {
    const tally = createTally();
    const house = await openSlackHouse({ folder, name: 'silence', history: true });
    await tellStory(house, 'Opened the shop in the snow.');
    await until(() => isSettled(house.file));
    await beSilent(house, tally);
    await house.close();
    for (const fault of whatIsUnsound(house.file)) tally.hold(false, fault);
    return tally.outcome();
  },
};

async function beSilent(house: SlackHouse, tally: Tally): Promise<void> {
  tally.tried();
  const { slack } = house;
  const [known, met] = WORDS;
  const hole = slack.faults.plant({ trouble: { kind: 'black-hole' } });
  const began = Date.now();
  const before = slack.calls.all.length;
  const asked = performance.now();
  const answer = await answerTo(() => slack.user('UANA').types(NEWS, `/kudos @ben ${known}`), 3000);
  tally.hold(answer.includes('Told.'), `with everybody known it was answered: ${answer}`);
  tally.note(
    `with Slack silent, a kudos among known people was answered in ${Math.round(performance.now() - asked)} ms`,
  );
  const other = await slack.user('UANA').types(NEWS, `/kudos @chloe ${met}`);
  tally.hold(other.trouble === null, `whoever names somebody new sees: ${other.trouble}`);
  tally.hold(
    other.messages().some(({ text }) => text.startsWith('On it.')),
    'nobody said that it is coming',
  );
  await pause(SILENT_MS);
  callsEnd(slack.calls.all.slice(before), began, tally);
  hole.lift();

  const lifted = performance.now();
  const settled = await until(() => isSettled(house.file), 60_000);
  tally.hold(settled, 'something still waits a minute after Slack came back');
  tally.recovered(performance.now() - lifted);
  for (const words of WORDS) examine(house, words, tally);
}

/** A call that never ended would hold up its place: the next one there, to try again or to look, tells that it did. */
function callsEnd(
  calls: readonly {
    readonly method: string;
    readonly args: { channel?: unknown; users?: unknown; user?: unknown };
    at: number;
  }[],
  began: number,
  tally: Tally,
) {
  const places = Map.groupBy(calls, ({ method, args }) => String(args.channel ?? args.users ?? args.user ?? method));
  let slowest = 0;
  for (const [place, [first, second]] of places) {
    if (first === undefined || first.at - began > 2000) continue;
    if (second === undefined) tally.hold(false, `${place}: its call never ended`);
    else slowest = Math.max(slowest, second.at - first.at);
  }
  tally.hold(slowest <= CALL_MS + BACK_OFF_MS, `a second try came only after ${slowest} ms`);
  tally.note(`the second try of each call came at most ${slowest} ms after the first`);
}

function examine(house: SlackHouse, words: string, tally: Tally): void {
  if (storiesWith(house.file, words) !== 1) tally.lose(words);
  const hero = words === WORDS[0] ? 'UBEN' : 'UCHLOE';
  const told = [readBy(house, hero, words), postsWith(house, NEWS, words)];
  if (told.some((times) => times === 0)) tally.lose(`${words}: told ${told.join(' and ')} times`);
  if (told.some((times) => times > 1)) tally.double(`${words}: told ${told.join(' and ')} times`);
}
