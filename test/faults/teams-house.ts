// A real Herald, in a process of its own, in the Teams double's tenant.

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config } from '../../src/config.ts';
import { cardOf, textIn } from '../fakes/teams/shown.ts';
import { startTeams, type Teams, type Typed } from '../fakes/teams/teams.ts';
import type { Message, User } from '../fakes/teams/world.ts';
import { type Ended, type RunningHerald, runHerald, startHerald } from './herald-process.ts';
import { isSettled, until } from './settled.ts';

const entry = fileURLToPath(new URL('processes/in-teams.ts', import.meta.url));

export type TeamsHouse = {
  readonly teams: Teams;
  readonly file: string;
  readonly ana: User;
  readonly ben: User;
  /** An admin. */
  readonly dana: User;
  /** The channel in which the digest is posted. */
  readonly news: string;
  /** Of the running Herald's web server. */
  address(): string;
  start(): Promise<RunningHerald>;
  end(signal: NodeJS.Signals): Promise<Ended>;
  /** Runs a command line beside it. */
  herald(...words: readonly string[]): Promise<Ended>;
  /** Herald is stopped and the double with it. */
  close(): Promise<Ended>;
};

/** Three colleagues who have Herald, and a team that it is in; Herald is started, and knows them all. */
export async function openTeamsHouse({ folder, name }: { readonly folder: string; readonly name: string }) {
  const teams = await startTeams();
  const [ana, ben, dana] = ['Ana Duarte', 'Ben Okafor', 'Dana Weiss'].map((user) => teams.addUser(user));
  if (!ana || !ben || !dana) throw new Error('Nobody is there.');
  for (const user of [ana, ben, dana]) teams.addChat(user);
  const news = teams.addTeam('Everyone', [ana, ben, dana], ['good-news']).id;
  const file = join(folder, `${name}.db`);
  let running: RunningHerald | null = null;

  async function start(): Promise<RunningHerald> {
    const config = JSON.stringify(configOf(teams, file, news));
    running = await startHerald({}, { folder, entry: [entry, config] });
    teams.sendsTo(new URL('/api/messages', running.address).href);
    return running;
  }

  async function end(signal: NodeJS.Signals): Promise<Ended> {
    if (running === null) throw new Error('Herald is not running.');
    const ended = await running.end(signal);
    running = null;
    return ended;
  }

  await start();
  const house: TeamsHouse = {
    teams,
    file,
    ana,
    ben,
    dana,
    news,
    address() {
      if (running === null) throw new Error('Herald is not running.');
      return running.address;
    },
    start,
    end,
    herald: (...words) => runHerald(words, environmentOf(teams, file), { folder }),
    async close() {
      const ended = await end('SIGTERM');
      await teams.stop();
      return ended;
    },
  };
  for (const user of [ana, ben, dana]) await saysHello(house, user);
  return house;
}

function configOf(teams: Teams, databaseFile: string, news: string): Config {
  return {
    port: 0,
    host: '127.0.0.1',
    databaseFile,
    logLevel: 'info',
    schedule: { minute: 0, hour: 9, weekday: 1, timeZone: 'Europe/Berlin' },
    publicUrl: null,
    digestChannel: news,
    slack: null,
    email: null,
    teams: { registration: teams.registration, admins: ['dana@example.com'], cloud: teams.service.cloud() },
  };
}

function environmentOf({ registration }: Teams, file: string) {
  const { appId, password, tenant } = registration;
  return {
    DATABASE_URL: `sqlite:${file}`,
    TEAMS_APP_ID: appId,
    TEAMS_APP_PASSWORD: password,
    TEAMS_TENANT_ID: tenant,
  };
}

/** Whoever speaks to Herald is known from then on. */
export async function saysHello(house: TeamsHouse, user: User): Promise<void> {
  const chat = chatOf(house, user);
  const before = standing(house, chat).length;
  await house.teams.types(user, chat, ['Hello']);
  if (!(await until(() => standing(house, chat).length > before)))
    throw new Error(`${user.name} was not greeted back.`);
}

/** Ana tells a story about Ben, in a thread of its own. */
export function tellStory({ teams, ana, ben, news }: TeamsHouse, typed: Typed, thread: string | number) {
  return teams.types(ana, `${news};messageid=${thread}`, [teams.herald, ' kudos ', ben, ' ', ...typed]);
}

export function chatOf({ teams }: TeamsHouse, user: User): string {
  const chat = teams.world.chatOf(user.id);
  if (!chat) throw new Error(`${user.name} has no chat with Herald.`);
  return chat.id;
}

/** Messages of Herald's that stand in a conversation. */
export function standing({ teams }: TeamsHouse, conversation: string): readonly Message[] {
  return teams.world.messages.filter((one) => one.conversation === conversation && !one.deleted);
}

/** How many of them hold these words. */
export function readIn(house: TeamsHouse, conversation: string, words: string): number {
  return standing(house, conversation).filter((one) => textIn(cardOf(one)).includes(words)).length;
}

/** Waits until nothing waits; false when something still does. */
export function settles({ file }: TeamsHouse): Promise<boolean> {
  return until(() => isSettled(file));
}
