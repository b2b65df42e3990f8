import { button, cardOf, textIn } from '../../fakes/teams/shown.ts';
import type { Message } from '../../fakes/teams/world.ts';
import { createTally, type Row, type Tally } from '../row.ts';
import { pause, until } from '../settled.ts';
import { whatIsUnsound, withDatabase } from '../soundness.ts';
import { chatOf, openTeamsHouse, settles, standing, type TeamsHouse, tellStory } from '../teams-house.ts';

/** Before it is claimed; while the call has not come to Teams; while its answer is under way; afterwards. */
const STEPS = ['planned', 'claimed', 'sent', 'recorded'] as const;
type Step = (typeof STEPS)[number];

const UNSURE = 'may or may not';
/** How long an answer is held back: Herald is dead before. */
const HELD_MS = 5000;

export const teamsDigest: Row = {
  number: 2,
  fault: 'SIGKILL at each step of the digest in Teams, where nobody can look',
  async play({ quick, folder }) {
    const tally = createTally();
    for (const step of STEPS) {
      for (let round = 0; round < (quick ? 1 : 3); round += 1) await dieAt(step, folder, round, tally);
    }
    return tally.outcome();
  },
};

async function dieAt(step: Step, folder: string, round: number, tally: Tally): Promise<void> {
  tally.tried();
  const name = `${step}-${round}`;
  const house = await openTeamsHouse({ folder, name });
  const words = `Carried the parcel of ${name} up.`;
  await tellStory(house, [words], 1);
  await settles(house);
  await dieDuringDigest(house, step, tally);

  const began = performance.now();
  await house.start();
  tally.hold(await settles(house), `${name}: something still waits after the restart`);
  tally.recovered(performance.now() - began);
  await examine(house, step, words, tally);
  await house.close();
  for (const fault of whatIsUnsound(house.file)) tally.hold(false, `${name}: ${fault}`);
}

/** Plans the digest from the command line, as an admin may, and kills Herald when it has come this far. */
async function dieDuringDigest(house: TeamsHouse, step: Step, tally: Tally): Promise<void> {
  const { teams, file } = house;
  if (step === 'planned') {
    await house.end('SIGKILL');
    await house.herald('digest', 'post');
    return;
  }
  const begins = /^POST \/v3\/conversations$/;
  if (step === 'claimed') teams.faults.add({ at: begins, delayMs: HELD_MS, breaks: true, times: 1 });
  if (step === 'sent') teams.faults.add({ at: begins, done: true, lateMs: HELD_MS, times: 1 });
  const calls = teams.service.calls.length;
  const posting = house.herald('digest', 'post');
  await until(() =>
    step === 'recorded'
      ? digestState(file) === 'done'
      : teams.service.calls.slice(calls).some((call) => begins.test(call)),
  );
  await pause(step === 'recorded' ? 0 : 100);
  const state = digestState(file);
  if (step !== 'recorded') tally.hold(state === 'claimed', `${step}: the digest was ${state}`);
  await house.end('SIGKILL');
  teams.faults.clear();
  // It waits for a Herald that is gone; that is said after a while.
  void posting;
}

async function examine(house: TeamsHouse, step: Step, words: string, tally: Tally): Promise<void> {
  const { teams, dana } = house;
  const digests = () => digestsWith(house, words);
  const there = digests().length;
  const expected = step === 'claimed' ? 0 : 1;
  if (there > expected) tally.double(`${step}: the digest stands ${there} times`);
  if (there < expected) tally.lose(`${step}: the digest does not stand`);
  const asked = standing(house, chatOf(house, dana)).find((one) => textIn(cardOf(one)).includes(UNSURE));
  const unsure = step === 'claimed' || step === 'sent';
  tally.hold((asked !== undefined) === unsure, `${step}: an admin was ${asked ? 'asked' : 'not asked'}`);
  if (step === 'claimed' && asked) {
    await teams.presses(dana, asked, button(cardOf(asked), 'Post again'));
    if (!(await until(() => digests().length === 1))) tally.lose(`${step}: "Post again" posts nothing`);
    await settles(house);
  }
  const planned = withDatabase(house.file, (connection) =>
    connection.prepare('SELECT count(*) FROM digests').pluck().get(),
  );
  tally.hold(planned === 1, `${step}: ${planned} digests are planned`);
}

function digestsWith({ teams }: TeamsHouse, words: string): readonly Message[] {
  return teams.world.messages.filter((one) => {
    const text = textIn(cardOf(one));
    return text.includes('What went right') && text.includes(words);
  });
}

/** How far the digest's message is; null before it is planned. */
function digestState(file: string): string | null {
  return withDatabase(file, (connection) => {
    const state = connection.prepare(`SELECT state FROM outbox WHERE about LIKE '["digest"%'`).pluck().get();
    return typeof state === 'string' ? state : null;
  });
}
