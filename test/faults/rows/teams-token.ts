import { createTally, type Row, type Tally } from '../row.ts';
import { pause, storiesWith, until } from '../settled.ts';
import { whatIsUnsound, withDatabase } from '../soundness.ts';
import { chatOf, openTeamsHouse, readIn, settles, type TeamsHouse, tellStory } from '../teams-house.ts';

/** The secret has expired; Teams takes the app no more; the token alone is good no more, before its time. */
const WAYS = ['secret', 'app', 'token'] as const;

export const teamsToken: Row = {
  number: 16,
  fault: 'secret expired in Teams with deliveries waiting',
  async play({ quick, folder }) {
    const tally = createTally();
    for (const way of quick ? WAYS.slice(0, 1) : WAYS) await beRefused(folder, way, tally);
    return tally.outcome();
  },
};

async function beRefused(folder: string, way: (typeof WAYS)[number], tally: Tally): Promise<void> {
  tally.tried();
  const house = await openTeamsHouse({ folder, name: way });
  const { teams, file } = house;
  await tellStory(house, ['Opened the shop in the snow.'], 1);
  await settles(house);
  const words = `Waits through it: ${way}.`;
  // What is told now waits: Teams asks for patience until it refuses.
  teams.faults.add({ at: /POST \/v3/, status: 429, retryAfter: 2 });
  await tellStory(house, [words], 2);
  teams.faults.clear();
  if (way !== 'app') teams.service.revoke();
  if (way === 'secret') teams.faults.add({ at: /oauth2/, status: 401 });
  if (way === 'app') teams.faults.add({ at: /\/v3\//, status: 401 });
  if (way !== 'token') await parkAndReturn(house, way, tally);

  tally.hold(await settles(house), `${way}: something waits on`);
  const states = statesOf(file);
  tally.hold(
    states.every((state) => state === 'done'),
    `${way}: afterwards deliveries are ${states.join()}`,
  );
  if (storiesWith(file, words) !== 1) tally.lose(words);
  for (const place of [`${house.news};messageid=2`, chatOf(house, house.ben)]) {
    const times = readIn(house, place, words);
    if (times === 0) tally.lose(`${way}: ${words}`);
    if (times > 1) tally.double(`${way}: ${words}, ${times} times`);
  }
  const { code, stderr } = await house.close();
  tally.hold(code === 0, `${way}: Herald ended with ${code}`);
  tally.hold(!stderr.includes('a-secret') && !stderr.includes('token-'), `${way}: a secret stands in the log`);
  for (const fault of whatIsUnsound(file)) tally.hold(false, fault);
}

async function parkAndReturn(house: TeamsHouse, way: string, tally: Tally): Promise<void> {
  const { teams, file } = house;
  const parked = await until(() => statesOf(file).every((state) => state === 'done' || state === 'parked'));
  tally.hold(parked && statesOf(file).includes('parked'), `${way}: deliveries are ${statesOf(file).join()}`);
  const calls = teams.service.calls.length;
  await pause(2500);
  const more = teams.service.calls.slice(calls);
  tally.hold(more.length === 0, `${way}: Herald still calls: ${more.join(', ')}`);
  const answered = await tellStory(house, [`Told meanwhile: ${way}.`], 3);
  tally.hold(answered.status === 200, `${way}: a story told meanwhile is answered ${answered.status}`);
  await operatorIsTold(house, way, tally);

  const { stderr } = await house.end('SIGTERM');
  const logged = stderr.match(/"level":"error","event":"connection-lost"/g)?.length ?? 0;
  tally.hold(logged === 1, `${way}: the log tells of it ${logged} times`);
  teams.faults.clear();
  const began = performance.now();
  await house.start();
  await settles(house);
  tally.recovered(performance.now() - began);
  const news = readIn(house, chatOf(house, house.dana), 'Herald is back in Teams');
  tally.hold(news === 1, `${way}: the admin was told ${news} times that Herald is back`);
  if (storiesWith(file, `Told meanwhile: ${way}.`) !== 1) tally.lose(`${way}: what was told meanwhile`);
}

/** Nobody in Teams can be told now: whoever looks after Herald sees it. */
async function operatorIsTold(house: TeamsHouse, way: string, tally: Tally): Promise<void> {
  const response = await fetch(new URL('/readyz', house.address()));
  const readiness = await response.text();
  tally.hold(response.status === 503 && readiness.includes('teams is lost'), `${way}: /readyz says ${readiness}`);
}

function statesOf(file: string): readonly string[] {
  return withDatabase(file, (connection) => connection.prepare('SELECT state FROM outbox').pluck().all().map(String));
}
