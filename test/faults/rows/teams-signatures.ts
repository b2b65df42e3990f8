import { createTally, type Row, type Tally } from '../row.ts';
import { pause, storiesWith, until } from '../settled.ts';
import { countsIn, whatIsUnsound } from '../soundness.ts';
import { chatOf, openTeamsHouse, settles, standing, type TeamsHouse } from '../teams-house.ts';

const OTHER = '99999999-9999-4999-8999-999999999999';
/** The SDK, as Microsoft asks for, forgives five minutes between its clock and the issuer's. */
const FORGIVEN_S = 300;

/** What is wrong with a token, or that there is none. */
const WRONG: readonly (readonly [what: string, authorization: (house: TeamsHouse) => string])[] = [
  ['no token', () => ''],
  ['another kind of proof', () => 'Basic YW5hOnNlY3JldA=='],
  ['no token behind Bearer', () => 'Bearer '],
  ['a garbled token', (house) => `${right(house)}x`],
  ['an unsigned token', ({ teams }) => `Bearer ${teams.sign(teams.claims(), 'unsigned')}`],
  ['a token by another key', ({ teams }) => `Bearer ${teams.sign(teams.claims(), 'forged')}`],
  ['a stale token', (house) => right(house, { nbf: inSeconds(-7200), exp: inSeconds(-FORGIVEN_S - 30) })],
  ['a token from the future', (house) => right(house, { nbf: inSeconds(FORGIVEN_S + 30), exp: inSeconds(7200) })],
  ['a token for another app', (house) => right(house, { aud: OTHER })],
  ['a token of another issuer', (house) => right(house, { iss: 'https://other.example.com' })],
  ['a token for another service', (house) => right(house, { serviceurl: 'https://smba.example.com/' })],
  ['a token for no service', (house) => right(house, { serviceurl: undefined })],
];
const nearlyWrong = () => [
  { nbf: inSeconds(-7200), exp: inSeconds(-FORGIVEN_S + 30) },
  { nbf: inSeconds(FORGIVEN_S - 30), exp: inSeconds(7200) },
];

export const teamsSignatures: Row = {
  number: 19,
  fault: 'missing, bad, stale and future tokens in Teams; replays',
  async play({ quick, folder }) {
    const tally = createTally();
    const house = await openTeamsHouse({ folder, name: 'tokens' });
    await settles(house);
    await sendWronglySigned(house, tally);
    for (const [index, claims] of nearlyWrong().entries()) await sendNearlyWrong(house, index, claims, tally);
    for (let round = 0; round < (quick ? 3 : 20); round += 1) await replay(house, round, round % 5 === 2, tally);
    tally.hold(await settles(house), 'something waits on');
    const { code } = await house.close();
    tally.hold(code === 0, `Herald ended with ${code}`);
    for (const fault of whatIsUnsound(house.file)) tally.hold(false, fault);
    return tally.outcome();
  },
};

async function sendWronglySigned(house: TeamsHouse, tally: Tally): Promise<void> {
  const { teams, ana, news } = house;
  const activities = [
    kudos(house, 'forged a story'),
    { ...teams.from(ana, chatOf(house, ana)), type: 'invoke', name: 'adaptiveCard/action', value: {} },
    { ...teams.from(ana, news), type: 'installationUpdate', action: 'remove' },
    { ...teams.from(ana, news), type: 'conversationUpdate', membersRemoved: [{ id: teams.herald.id }] },
  ];
  const before = countsIn(house.file);
  const messages = teams.world.messages.length;
  for (const [what, authorization] of WRONG) {
    for (const activity of activities) {
      tally.tried();
      const { status, body } = await teams.send(activity, authorization(house));
      tally.hold(status === 401, `${what}: answered ${status}`);
      tally.hold(body === null, `${what}: told ${JSON.stringify(body)}`);
    }
  }
  tally.tried();
  const foreign = { ...kudos(house, 'from elsewhere'), channelData: { tenant: { id: OTHER } } };
  const { status } = await teams.send(foreign);
  tally.hold(status === 403, `what another tenant sends is answered ${status}`);
  await pause(300);
  tally.hold(countsIn(house.file) === before, `something was stored: ${before} became ${countsIn(house.file)}`);
  tally.hold(teams.world.messages.length === messages, 'somebody was answered');
}

async function sendNearlyWrong(house: TeamsHouse, index: number, claims: object, tally: Tally): Promise<void> {
  tally.tried();
  const words = `Walked over, within what is forgiven (${index}).`;
  const { status } = await house.teams.send(kudos(house, words), right(house, claims));
  tally.hold(status === 200, `nearly wrong, answered ${status}`);
  if (storiesWith(house.file, words) !== 1) tally.lose(words);
}

/** Whoever recorded a message sends it again: at once, later, and after Herald was started anew. */
async function replay(house: TeamsHouse, round: number, restarts: boolean, tally: Tally): Promise<void> {
  tally.tried();
  const words = `Found parcel number ${round}.`;
  const activity = kudos(house, words);
  const authorization = right(house);
  const chat = chatOf(house, house.ana);
  const before = standing(house, chat).length;
  const atOnce = await Promise.all([1, 2, 3].map(() => house.teams.send(activity, authorization)));
  if (restarts) {
    await settles(house);
    await house.end('SIGKILL');
    await house.start();
  }
  const later = await house.teams.send(activity, authorization);
  for (const { status } of [...atOnce, later]) tally.hold(status === 200, `a replay was answered ${status}`);
  await until(() => standing(house, chat).length > before, 5000);
  const stories = storiesWith(house.file, words);
  if (stories === 0) tally.lose(words);
  if (stories > 1) tally.double(`${words}: ${stories} times`);
}

function kudos({ teams, ana, ben, ...house }: TeamsHouse, words: string) {
  const mention = { type: 'mention', text: `<at>${ben.name}</at>`, mentioned: { id: ben.id, name: ben.name } };
  const where = chatOf({ teams, ana, ben, ...house }, ana);
  return { ...teams.from(ana, where), type: 'message', text: `kudos ${mention.text} ${words}`, entities: [mention] };
}

function right({ teams }: TeamsHouse, claims: object = {}): string {
  return `Bearer ${teams.sign(teams.claims({ ...claims }))}`;
}

function inSeconds(from: number): number {
  return Math.floor(Date.now() / 1000) + from;
}
