import type { User } from '../../fakes/teams/world.ts';
import { createTally, type Row, type Tally } from '../row.ts';
import { pause, storiesWith, until } from '../settled.ts';
import { whatIsUnsound } from '../soundness.ts';
import { chatOf, openTeamsHouse, readIn, settles, type TeamsHouse } from '../teams-house.ts';

const STORM_MS = 60_000;
const STORM_QUICK_MS = 6000;
const EVERY_MS = 500;
const HEROES = 12;
/** How long one conversation alone is told to wait; the others must not. */
const LONG_WAIT_S = 20;
/** A conversation free of trouble hears within this. */
const SOON_MS = 5000;

export const teamsStorm: Row = {
  number: 6,
  fault: 'half of all calls to Teams answer 429, 412, 502 or 504, for a minute',
  async play({ quick, folder }) {
    const tally = createTally();
    const house = await openTeamsHouse({ folder, name: 'storm' });
    const heroes = Array.from({ length: HEROES }, (_, number) =>
      house.teams.addUser(`Sam Storm${number}`, { email: `sam${number}@example.com` }),
    );
    for (const hero of heroes) {
      house.teams.addChat(hero);
      house.teams.world.conversations.get(house.news)?.members.push(hero.id);
    }
    await throughTheStorm(house, heroes, quick ? STORM_QUICK_MS : STORM_MS, tally);
    if (!quick) await oneConversationAlone(house, tally);
    await house.close();
    for (const fault of whatIsUnsound(house.file)) tally.hold(false, fault);
    return tally.outcome();
  },
};

async function throughTheStorm(house: TeamsHouse, heroes: readonly User[], lasts: number, tally: Tally): Promise<void> {
  const { teams, ana, news } = house;
  for (const [every, status] of [
    [4, 429],
    [5, 412],
    [6, 502],
    [7, 504],
  ] as const)
    teams.faults.add({ at: /\/v3\//, every, status, ...(status === 429 ? { retryAfter: 1 } : {}) });
  const told: { readonly words: string; readonly hero: User; readonly thread: string }[] = [];
  const calls = teams.service.calls.length;
  const end = performance.now() + lasts;
  for (let number = 0; performance.now() < end; number += 1) {
    tally.tried();
    const hero = heroes[number % heroes.length];
    if (hero === undefined) break;
    const thread = `${news};messageid=${number % 5}`;
    const words = `Stood through the storm (${number}.)`;
    told.push({ words, hero, thread });
    const { status } = await teams.types(ana, thread, [teams.herald, ' kudos ', hero, ` ${words}`]);
    tally.hold(status === 200, `a kudos was answered ${status}`);
    await pause(EVERY_MS);
  }
  const made = teams.service.calls.length - calls;
  teams.faults.clear();
  const lifted = performance.now();
  tally.hold(await settles(house), 'something waits on after the storm');
  tally.recovered(performance.now() - lifted);
  for (const { words, hero, thread } of told) {
    if (storiesWith(house.file, words) !== 1) tally.lose(words);
    for (const place of [thread, chatOf(house, hero)]) {
      const times = readIn(house, place, words);
      if (times === 0) tally.lose(`${words}: not told in ${place}`);
      if (times > 1) tally.double(`${words}: told ${times} times in ${place}`);
    }
  }
  tally.note(`${told.length} stories, each told twice, through ${made} calls`);
  const { early } = teams.service;
  tally.hold(early.length === 0, `${early.length} calls came before the time that Teams had asked for: ${early[0]}`);
}

async function oneConversationAlone(house: TeamsHouse, tally: Tally): Promise<void> {
  tally.tried();
  const { teams, ana, ben, news } = house;
  const thread = `${news};messageid=700`;
  const limited = /^POST .*messageid%3D700\/activities/;
  teams.faults.add({ at: limited, status: 429, retryAfter: LONG_WAIT_S, times: 1 });
  const words = 'Waited for the thread alone.';
  await teams.types(ana, thread, [teams.herald, ' kudos ', ben, ` ${words}`]);
  const told = performance.now();
  tally.hold(await until(() => readIn(house, chatOf(house, ben), words) === 1, SOON_MS), 'Ben waits for a thread');
  tally.note(`beside a thread that waits ${LONG_WAIT_S} s, Ben heard after ${Math.round(performance.now() - told)} ms`);
  tally.hold(await until(() => readIn(house, thread, words) === 1, 40_000), 'the thread never heard');
  tally.hold(teams.service.early.length === 0, 'the thread was called before its time');
}
