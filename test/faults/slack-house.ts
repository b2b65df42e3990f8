// A real Herald, in a process of its own, in the Slack double's workspace.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { HttpDoor } from '../fakes/slack/http-door.ts';
import type { Exchange } from '../fakes/slack/people/exchange.ts';
import { type Slack, startSlack } from '../fakes/slack/slack.ts';
import { type Ended, type Environment, type RunningHerald, runHerald, startHerald } from './herald-process.ts';
import { until } from './settled.ts';

const manifest = JSON.parse(readFileSync(new URL('../../manifest.json', import.meta.url), 'utf8'));

export const BOT = 'U0000BOT';
/** Where Herald is and the digest is posted, and another channel that it is in. */
export const NEWS = 'C0NEWS';
const TEAM = 'C0TEAM';
/** How long an answer may take, on a busy machine too. */
const PATIENCE_MS = 20_000;

export type SlackHouse = {
  readonly slack: Slack;
  readonly file: string;
  readonly environment: Environment;
  /** Of the running Herald's web server. */
  address(): string;
  /** Where Slack's requests go; nothing over sockets. */
  door(): HttpDoor;
  start(): Promise<RunningHerald>;
  end(signal: NodeJS.Signals): Promise<Ended>;
  /** Runs a command line beside it, or without it. */
  herald(...words: readonly string[]): Promise<Ended>;
  /** Herald is stopped and the double with it. */
  close(): Promise<void>;
};

type Wishes = {
  readonly folder: string;
  readonly name: string;
  readonly way?: 'http' | 'socket';
  readonly pace?: number;
  /** Whether Herald may read what stands in channels. */
  readonly history?: boolean;
};

/** Four colleagues, of whom Dana is an admin, and two channels; Herald is started. */
export async function openSlackHouse({ folder, name, way = 'http', pace = 1, history }: Wishes): Promise<SlackHouse> {
  const slack = await startSlack({ manifest, pace });
  populate(slack);
  if (history === true) slack.tokens.grant('channels:history', 'groups:history');
  const file = join(folder, `${name}.db`);
  const environment = {
    DATABASE_URL: `sqlite:${file}`,
    DIGEST_CHANNEL: NEWS,
    DIGEST_TIMEZONE: 'Europe/Berlin',
    PORT: way === 'socket' ? String(await freePort()) : '0',
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_API_URL: slack.apiUrl,
    ...(way === 'http' ? { SLACK_SIGNING_SECRET: slack.signingSecret } : { SLACK_APP_TOKEN: slack.appToken }),
  };
  let running: RunningHerald | null = null;
  let door: HttpDoor | null = null;

  async function start(): Promise<RunningHerald> {
    running = await startHerald(environment, { folder });
    if (way === 'http') door = slack.sendsTo(new URL('/slack/events', running.address).href);
    return running;
  }

  async function end(signal: NodeJS.Signals): Promise<Ended> {
    if (running === null) throw new Error('Herald is not running.');
    const ended = await running.end(signal);
    running = null;
    return ended;
  }

  await start();
  await awake(slack);
  return {
    slack,
    file,
    environment,
    address() {
      if (running === null) throw new Error('Herald is not running.');
      return running.address;
    },
    door() {
      if (door === null) throw new Error('Slack sends through sockets here.');
      return door;
    },
    start,
    end,
    herald: (...words) => runHerald(words, environment, { folder }),
    async close() {
      if (running !== null) await end('SIGTERM');
      await slack.stop();
    },
  };
}

/** The first answer of all waits for modules too: on a machine that plays many rows longer than Slack waits. */
async function awake(slack: Slack): Promise<void> {
  for (let tried = 0; tried < 10; tried += 1)
    if ((await slack.user('UDANA').types(TEAM, '/kudos help')).trouble === null) return;
  throw new Error('Herald answers nobody.');
}

function populate({ workspace }: Slack): void {
  workspace.addUser({ id: 'UANA', name: 'ana', realName: 'Ana Duarte', email: 'ana@example.com' });
  workspace.addUser({ id: 'UBEN', name: 'ben', realName: 'Ben Okafor', email: 'ben@example.com' });
  workspace.addUser({ id: 'UCHLOE', name: 'chloe', realName: 'Chloé Martin', email: 'chloe@example.com' });
  workspace.addUser({ id: 'UDANA', name: 'dana', realName: 'Dana Weiss', email: 'dana@example.com', admin: true });
  const members = ['UANA', 'UBEN', 'UCHLOE', 'UDANA', BOT];
  workspace.addChannel({ id: NEWS, name: 'good-news', members });
  workspace.addChannel({ id: TEAM, name: 'team', members });
}

/** Types a line and waits for the last word on it; throws when Slack would show that the app failed. */
export async function answerTo(act: () => Promise<Exchange>, patienceMs = PATIENCE_MS): Promise<string> {
  const exchange = await act();
  if (exchange.trouble !== null) throw new Error(exchange.trouble);
  const answer = () => exchange.messages().find((one) => one.privately && !one.text.startsWith('On it.'));
  if (!(await until(() => answer() !== undefined, patienceMs))) throw new Error('Nothing was answered in time.');
  return answer()!.text;
}

/** Ana tells a story about Ben. */
export function tellStory({ slack }: Pick<SlackHouse, 'slack'>, words: string, channel: string = NEWS) {
  return answerTo(() => slack.user('UANA').types(channel, `/kudos @ben ${words}`));
}

/** How many messages that everyone in a channel sees hold these words. */
export function postsWith({ slack }: Pick<SlackHouse, 'slack'>, channel: string, words: string): number {
  return slack.shows(channel).filter(({ text }) => text.includes(words)).length;
}

/** What somebody reads in their conversation with Herald. */
export function readBy({ slack }: Pick<SlackHouse, 'slack'>, user: string, words: string): number {
  return slack
    .user(user)
    .readsDirect()
    .filter(({ text }) => text.includes(words)).length;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}
