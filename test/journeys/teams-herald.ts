// Herald as it runs for a company in Teams: the real core on a real file, the real SDK with real tokens, against the
// Teams double.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Config } from '../../src/config.ts';
import { start } from '../../src/main.ts';
import { readyDatabase } from '../fakes/ready-database.ts';
import { startTeams, type Teams } from '../fakes/teams/teams.ts';
import type { Message, User } from '../fakes/teams/world.ts';

export type TeamsHouse = {
  readonly teams: Teams;
  readonly databaseFile: string;
  readonly ana: User;
  readonly ben: User;
  readonly chloe: User;
  readonly dana: User;
  /** A channel of the team that everybody is in. */
  readonly news: string;
  address(): string;
  stopHerald(): Promise<void>;
  startHerald(): Promise<void>;
  close(): Promise<void>;
};

/** A tenant with four colleagues, who all have Herald, one of them an admin; and a team that Herald is in. */
export async function openTeamsHouse(more: Partial<Config> = {}): Promise<TeamsHouse> {
  const teams = await startTeams();
  const ana = teams.addUser('Ana Duarte');
  const ben = teams.addUser('Ben Okafor');
  const chloe = teams.addUser('Chloé Martin', { email: 'chloe@example.com' });
  const dana = teams.addUser('Dana Weiss');
  const everyone = [ana, ben, chloe, dana];
  for (const user of everyone) teams.addChat(user);
  const news = teams.addTeam('Everyone', everyone, ['good-news']).id;

  const folder = mkdtempSync(join(tmpdir(), 'herald-teams-'));
  const databaseFile = join(folder, 'herald.db');
  await readyDatabase(databaseFile);
  let herald: Awaited<ReturnType<typeof start>> | null = null;
  const address = () => `${herald?.address ?? ''}api/messages`;

  async function startHerald(): Promise<void> {
    herald = await start(
      {
        port: 0,
        host: '127.0.0.1',
        databaseFile,
        logLevel: (process.env.HERALD_TEST_LOG as 'debug' | undefined) ?? 'silent',
        schedule: { minute: 0, hour: 9, weekday: 1, timeZone: 'Europe/Berlin' },
        publicUrl: null,
        digestChannel: news,
        slack: null,
        email: null,
        teams: { registration: teams.registration, admins: ['dana@example.com'], cloud: teams.service.cloud() },
        ...more,
      },
      { line: () => undefined },
    );
    teams.sendsTo(address());
  }

  async function stopHerald(): Promise<void> {
    await herald?.stop();
    herald = null;
  }

  await startHerald();
  return {
    teams,
    databaseFile,
    ana,
    ben,
    chloe,
    dana,
    news,
    address,
    startHerald,
    stopHerald,
    async close() {
      await stopHerald();
      await teams.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Messages of Herald's that stand in a conversation, or in the thread that begins with a message. */
export function standing({ teams }: TeamsHouse, conversation: string): readonly Message[] {
  return teams.world.messages.filter((one) => one.conversation === conversation && !one.deleted);
}

export function chatOf({ teams }: TeamsHouse, user: User): string {
  const chat = teams.world.chatOf(user.id);
  if (!chat) throw new Error(`${user.name} has no chat with Herald.`);
  return chat.id;
}

/** What becomes so a moment later: deliveries go out behind the answer. */
export const soon = <T>(look: () => T) => expect.poll(look, { timeout: 15_000 });

/** The newest message in a conversation, once there are more than `than`. */
export async function nextIn(house: TeamsHouse, conversation: string, than = 0): Promise<Message> {
  await soon(() => standing(house, conversation).length).toBeGreaterThan(than);
  const last = standing(house, conversation).at(-1);
  if (!last) throw new Error('There is no message.');
  return last;
}
