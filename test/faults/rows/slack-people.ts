import { createTally, type Row, type Tally } from '../row.ts';
import { isSettled, storiesWith, until } from '../settled.ts';
import { answerTo, NEWS, openSlackHouse, type SlackHouse, tellStory } from '../slack-house.ts';
import { typedCommand } from '../slack-requests.ts';
import { whatIsUnsound } from '../soundness.ts';

const WORDS = 'Opened the shop in the snow.';
const LATE = 'Told on the last day.';

type Change = {
  readonly what: string;
  readonly make: (house: SlackHouse) => Promise<unknown>;
  /** How history names Ben afterwards. */
  readonly name: string;
  /** Whether another story about Ben is told. */
  readonly toldAgain: boolean;
  /** How often Ben is written to afterwards: whom nobody said to be gone is tried once, and then no more. */
  readonly triedAgain: number;
};

const CHANGES: readonly Change[] = [
  {
    what: 'renamed',
    make: async ({ slack }) => slack.changes('UBEN', { realName: 'Ben Okafor-Silva' })?.settled,
    name: 'Ben Okafor-Silva',
    toldAgain: true,
    triedAgain: 1,
  },
  {
    what: 'deactivated',
    make: async ({ slack }) => slack.changes('UBEN', { deleted: true })?.settled,
    name: 'Ben Okafor',
    toldAgain: false,
    triedAgain: 0,
  },
  {
    what: 'deactivated unheard, then gone',
    make: async ({ slack }) => slack.workspace.users.delete('UBEN'),
    name: 'Ben Okafor',
    toldAgain: true,
    triedAgain: 1,
  },
];

export const slackPeople: Row = {
  number: 18,
  fault: 'person deactivated, renamed, deleted',
  async play({ quick, folder }) {
    const tally = createTally();
    for (const change of quick ? CHANGES.slice(0, 2) : CHANGES) await changePerson(folder, change, tally);
    return tally.outcome();
  },
};

async function changePerson(
  folder: string,
  { what, make, name, toldAgain, triedAgain }: Change,
  tally: Tally,
): Promise<void> {
  tally.tried();
  const house = await openSlackHouse({ folder, name: what.replaceAll(/\W+/g, '-') });
  const { slack } = house;
  await tellStory(house, WORDS);
  await until(() => isSettled(house.file));
  // Something is on its way to Ben when it happens.
  const busy = slack.faults.plant({
    trouble: { kind: 'ratelimited', retryAfter: 1 },
    method: 'chat.postMessage',
    channel: 'UBEN',
  });
  await tellStory(house, LATE);
  await make(house);
  busy.lift();
  tally.hold(await until(() => isSettled(house.file)), `${what}: something waits on`);
  const tried = callsTo(house);

  const found = await answerTo(() => slack.user('UANA').types(NEWS, '/kudos search snow'));
  tally.hold(found.includes(WORDS) && found.includes(name), `${what}: search says ${found}`);
  const mine = await answerTo(() => slack.user('UANA').types(NEWS, '/kudos mine'));
  tally.hold(mine.includes(LATE), `${what}: mine says ${mine}`);
  // By hand: nobody can pick somebody who is gone from a list.
  const { status } = await house.door().post(typedCommand('<@UBEN|ben> once more'));
  tally.hold(status === 200, `${what}: another story is answered ${status}`);
  await until(() => isSettled(house.file));
  tally.hold(storiesWith(house.file, 'once more') === Number(toldAgain), `${what}: whether another was told is wrong`);
  tally.hold(callsTo(house) - tried === triedAgain, `${what}: Ben was written to ${callsTo(house) - tried} times`);
  await house.herald('digest', 'post');
  tally.hold(await until(() => isSettled(house.file)), `${what}: the digest waits on`);
  const digest = slack.shows(NEWS).findLast(({ text }) => text.includes('What went right'));
  tally.hold(digest?.text.includes(name) === true, `${what}: the digest does not name ${name}`);
  for (const words of [WORDS, LATE]) if (storiesWith(house.file, words) !== 1) tally.lose(`${what}: ${words}`);
  const { code, stderr } = await house.end('SIGTERM');
  tally.hold(code === 0, `${what}: Herald ended with ${code}: ${stderr.slice(-300)}`);
  await house.close();
  for (const fault of whatIsUnsound(house.file)) tally.hold(false, fault);
}

function callsTo({ slack }: SlackHouse): number {
  return slack.calls.all.filter(({ args }) => args.channel === 'UBEN').length;
}
