import type { Planted } from '../../fakes/slack/faults.ts';
import { createChance } from '../chance.ts';
import { createTally, type Row, type Tally } from '../row.ts';
import { isSettled, pause, until } from '../settled.ts';
import { NEWS, openSlackHouse, postsWith, readBy, type SlackHouse, tellStory } from '../slack-house.ts';
import { whatIsUnsound, withDatabase } from '../soundness.ts';

const STEPS = ['planned', 'claimed', 'sent', 'recorded', 'any moment'] as const;
type Step = (typeof STEPS)[number];

/** Longer than the digest takes from its plan until it stands. */
const WHOLE_MS = 900;
const UNSURE = 'may or may not';

export const slackDigest: Row = {
  number: 2,
  fault: 'SIGKILL at each step of the digest',
  async play({ quick, folder }) {
    const tally = createTally();
    const chance = createChance(2);
    const count = { asked: 0 };
    for (const step of STEPS) {
      const rounds = quick ? Number(step !== 'any moment') : step === 'any moment' ? 12 : 3;
      for (let round = 0; round < rounds; round += 1) {
        const killAfter = chance.whole(WHOLE_MS);
        await Promise.all(
          [true, false].map((history) => {
            const name = `${step.replace(' ', '-')}-${history ? 'sees' : 'blind'}-${round}`;
            return dieAt(step, { folder, name, history, killAfter, count }, tally);
          }),
        );
      }
    }
    tally.note(
      `an admin was asked ${count.asked} times whether to post again, each time where history may not be read`,
    );
    return tally.outcome();
  },
};

type Round = {
  readonly folder: string;
  readonly name: string;
  readonly history: boolean;
  readonly killAfter: number;
  readonly count: { asked: number };
};

async function dieAt(step: Step, { folder, name, history, killAfter, count }: Round, tally: Tally): Promise<void> {
  tally.tried();
  const house = await openSlackHouse({ folder, name, history });
  const words = `Carried the parcel of ${name} up.`;
  // From elsewhere: where it was typed it would be posted too.
  house.slack.workspace.addChannel({ id: 'C0OUT', name: 'outside', members: ['UANA'] });
  await tellStory(house, words, 'C0OUT');
  await until(() => isSettled(house.file));
  await dieDuringDigest(house, step, killAfter, tally);

  const began = performance.now();
  await house.start();
  const settled = await until(() => isSettled(house.file), 30_000);
  tally.hold(settled, `${name}: something still waits half a minute after the restart`);
  tally.recovered(performance.now() - began);
  await examine(house, name, words, history, count, tally);
  await house.close();
  for (const fault of whatIsUnsound(house.file)) tally.hold(false, `${name}: ${fault}`);
}

/** Plans the digest from the command line, as an admin may, and kills Herald when it has come this far. */
async function dieDuringDigest(house: SlackHouse, step: Step, killAfter: number, tally: Tally): Promise<void> {
  if (step === 'planned') {
    await house.end('SIGKILL');
    await house.herald('digest', 'post');
    return;
  }
  const trouble = stepTrouble(house, step);
  const posting = house.herald('digest', 'post');
  if (step === 'any moment') {
    await until(() => digestState(house.file) !== null);
    await pause(killAfter);
  } else if (step === 'recorded') await until(() => digestState(house.file) === 'done');
  else await until(() => (trouble?.met() ?? 0) > 0);
  const state = digestState(house.file);
  if (step === 'claimed' || step === 'sent') tally.hold(state === 'claimed', `${step}: the digest was ${state}`);
  await house.end('SIGKILL');
  trouble?.lift();
  // It waits for a Herald that is gone; that is said after a while.
  void posting;
}

function stepTrouble({ slack }: SlackHouse, step: Step): Planted | null {
  const method = 'chat.postMessage';
  if (step === 'claimed') return slack.faults.plant({ trouble: { kind: 'black-hole' }, method, channel: NEWS });
  if (step === 'sent') return slack.faults.plant({ trouble: { kind: 'done-unanswered' }, method, channel: NEWS });
  if (step !== 'any moment') return null;
  return slack.faults.plant({ trouble: { kind: 'slow', milliseconds: 400 }, method, channel: NEWS });
}

async function examine(
  house: SlackHouse,
  name: string,
  words: string,
  history: boolean,
  count: { asked: number },
  tally: Tally,
): Promise<void> {
  const posts = postsWith(house, NEWS, words);
  if (posts > 1) tally.double(`${name}: the digest stands ${posts} times`);
  const asked = readBy(house, 'UDANA', UNSURE) > 0;
  if (asked) count.asked += 1;
  if (history) {
    if (posts === 0) tally.lose(`${name}: the digest does not stand`);
    tally.hold(!asked, `${name}: an admin was asked, though history may be read`);
  } else if (posts === 0 && !asked) tally.lose(`${name}: no digest, and no admin was told`);
  const planned = withDatabase(house.file, (connection) =>
    connection.prepare('SELECT count(*) FROM digests').pluck().get(),
  );
  tally.hold(planned === 1, `${name}: ${planned} digests are planned`);
}

/** How far the digest's message is; null before it is planned. */
function digestState(file: string): string | null {
  return withDatabase(file, (connection) => {
    const state = connection.prepare(`SELECT state FROM outbox WHERE about LIKE '["digest"%'`).pluck().get();
    return typeof state === 'string' ? state : null;
  });
}
