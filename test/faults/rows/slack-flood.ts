import type { Answered } from '../../fakes/slack/http-door.ts';
import { createTally, type Row, type Tally } from '../row.ts';
import { isSettled, pause, storiesWith, until } from '../settled.ts';
import { answerTo, openSlackHouse, type SlackHouse, tellStory } from '../slack-house.ts';
import { typedCommand } from '../slack-requests.ts';
import { whatIsUnsound, withDatabase } from '../soundness.ts';

const MANY = 1000;
const MANY_QUICK = 150;
/** A thousand a minute. */
const EVERY_MS = 60;
const LIMIT = 60;
/** What others may wait for an answer meanwhile. */
const OTHERS_MS = 1000;

export const slackFlood: Row = {
  number: 24,
  fault: '1,000 kudos a minute from one person, 500 heroes in one',
  async play({ quick, folder }) {
    const tally = createTally();
    const house = await openSlackHouse({ folder, name: 'flood' });
    house.slack.workspace.addChannel({ id: 'C0OUT', name: 'outside', members: ['UANA', 'UCHLOE'] });
    await tellStory(house, 'Opened the shop in the snow.', 'C0OUT');
    await answerTo(() => house.slack.user('UCHLOE').types('C0OUT', '/kudos @dana so that all are known'));
    await until(() => isSettled(house.file));
    await flood(house, quick ? MANY_QUICK : MANY, tally);
    await crowd(house, tally);
    await house.close();
    for (const fault of whatIsUnsound(house.file)) tally.hold(false, fault);
    return tally.outcome();
  },
};

async function flood(house: SlackHouse, many: number, tally: Tally): Promise<void> {
  const answers: Promise<Answered>[] = [];
  const waits: number[] = [];
  const others: Promise<void>[] = [];
  for (let number = 0; number < many; number += 1) {
    tally.tried();
    const request = typedCommand(`<@UBEN> Flooded (${number}.)`, `flood-${number}`);
    answers.push(house.door().post({ ...request, body: request.body.replace('C0NEWS', 'C0OUT') }));
    if (number % 25 === 0) others.push(tellBeside(house, number, waits, tally));
    await pause(EVERY_MS);
  }
  await Promise.all(others);
  const bodies = (await Promise.all(answers)).map(({ status, body }) => (status === 200 ? body : `status ${status}`));
  const told = bodies.filter((body) => body.includes('Told.')).length;
  const refused = bodies.filter((body) => /Not told: Herald takes up to 60 stories a minute/.test(body));
  tally.hold(told + refused.length === many, `${many - told - refused.length} got neither a story nor a clear refusal`);
  tally.hold(told <= LIMIT * Math.ceil((many * EVERY_MS) / 60_000 + 1), `${told} were told`);
  tally.hold(
    refused.every((body) => /Flooded \(\d+\.\)/.test(body)),
    'a refusal does not give the words back',
  );
  const kept = withDatabase(house.file, (connection) =>
    Number(connection.prepare(`SELECT count(*) FROM wins WHERE words LIKE 'Flooded (%'`).pluck().get()),
  );
  if (kept < told) tally.lose(`${told - kept} stories of the flood`);
  if (kept > told) tally.double(`${kept - told} stories of the flood`);
  tally.note(`${told} of ${many} told, the others refused; others waited at most ${Math.round(Math.max(...waits))} ms`);
}

/** Somebody else tells a story meanwhile, and is answered as ever. */
async function tellBeside(house: SlackHouse, number: number, waits: number[], tally: Tally): Promise<void> {
  const request = typedCommand(`<@UDANA> Beside the flood (${number}.)`, `beside-${number}`, 'UCHLOE');
  const { body, milliseconds } = await house.door().post({ ...request, body: request.body.replace('C0NEWS', 'C0OUT') });
  waits.push(milliseconds);
  tally.hold(body.includes('Told.'), `beside the flood it was answered ${body.slice(0, 100)}`);
  tally.hold(milliseconds < OTHERS_MS, `beside the flood an answer took ${Math.round(milliseconds)} ms`);
}

/** By a group, and by as many names. */
async function crowd(house: SlackHouse, tally: Tally): Promise<void> {
  const { slack } = house;
  const names = Array.from({ length: 500 }, (_, number) => `crowd${number}`);
  const users = names.map((name) => slack.workspace.addUser({ name }).id);
  slack.workspace.addUsergroup({ id: 'SALL', handle: 'all-of-us', users });
  for (const heroes of ['@all-of-us', names.map((name) => `@${name}`).join(' ')]) {
    tally.tried();
    const answer = await answerTo(() => slack.user('UCHLOE').types('C0OUT', `/kudos ${heroes} thanked the crowd`));
    tally.hold(answer.includes('You named 500 people'), `500 heroes were answered: ${answer.slice(0, 200)}`);
  }
  if (storiesWith(house.file, 'thanked the crowd') > 0) tally.hold(false, 'a story about 500 was told');
}
