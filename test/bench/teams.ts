import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { inFreshFolder } from './company.ts';
import { type Report, shown } from './report.ts';
import { compete, ratios, spreadOf } from './rounds.ts';
import { addressFrom, end, environment as inSlack, startFarEnd as startSlack } from './slack/contestants.ts';
import { openWorkspace } from './slack/workspace.ts';
import { messageOf, startFarEnd } from './teams/far-end.ts';

type Wish = { readonly quick: boolean };

const HERALD = [fileURLToPath(new URL('../../src/herald.js', import.meta.url)), 'start'];
const bare = (name: string) => [fileURLToPath(new URL(`teams/${name}`, import.meta.url))];

const AT_ONCE = 16;
/** Messages of one turn, each of somebody else. */
const TURN = 200;
const PEOPLE = 400;

/** Herald in Teams, against the least that a bot on the same SDK can be. */
export const teamsBenches = {
  'teams-kudos': (wish: Wish) => inFreshFolder((folder) => benchMessages(folder, wish)),
  'teams-memory': (wish: Wish) => inFreshFolder((folder) => benchMemory(folder, wish)),
} as const;

async function benchMessages(folder: string, { quick }: Wish): Promise<Report> {
  const farEnd = await startFarEnd();
  const herald = await enter(HERALD, folder, {
    DATABASE_URL: `sqlite:${join(folder, 'herald.db')}`,
    TEAMS_AUTH: 'none',
  });
  const bot = await enter(bare('bare-bot.js'), folder, { BENCH_FILE: join(folder, 'bare.db') });
  try {
    const rates = await compete(
      {
        herald: (round) => rateOf(herald, round, farEnd.serviceUrl),
        bot: (round) => rateOf(bot, round, farEnd.serviceUrl),
      },
      { warmUp: 4, counted: quick ? 8 : 20 },
    );
    const ratio = ratios(rates.herald, rates.bot);
    const each = (values: readonly number[]) => shown(spreadOf(values), 0);
    return {
      rows: [
        {
          what: 'Teams: messages a second until their story is durable, to a CloudAdapter bot that commits one row',
          measured: shown(ratio),
          target: '≥ 0.6',
          met: ratio.median >= 0.6,
        },
      ],
      notes: [
        `Messages a second: Herald ${each(rates.herald)}, bare ${each(rates.bot)}; Herald made ${farEnd.posts()} posts.`,
      ],
    };
  } finally {
    await herald.end();
    await bot.end();
    farEnd.end();
  }
}

/** A bot in a process of its own, held still except in its turn, so that what it does afterwards costs nobody else. */
async function enter(words: readonly string[], folder: string, more: NodeJS.ProcessEnv) {
  const env = {
    PATH: process.env.PATH,
    PORT: '0',
    LOG_LEVEL: 'error',
    NODE_COMPILE_CACHE: join(folder, 'cache'),
    ...more,
  };
  const child = spawn(process.execPath, words, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const url = `${await addressFrom(child)}/api/messages`;
  child.kill('SIGSTOP');
  return {
    url,
    wake: () => child.kill('SIGCONT'),
    rest: () => child.kill('SIGSTOP'),
    async end() {
      child.kill('SIGCONT');
      await end(child, 'SIGKILL');
    },
  };
}

async function rateOf(bot: Awaited<ReturnType<typeof enter>>, round: number, serviceUrl: string): Promise<number> {
  bot.wake();
  let next = 0;
  const before = performance.now();
  const person = async () => {
    while (next < TURN) {
      const number = next;
      next += 1;
      const teller = (number + (round % 2) * TURN) % PEOPLE;
      await send(bot.url, messageOf(round * TURN + number, teller, (teller + 1) % PEOPLE, serviceUrl));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, person));
  const rate = (TURN / (performance.now() - before)) * 1000;
  // What goes out behind the answers is part of the work, but not of what is asked about.
  if (round < 4) await pause(1500);
  bot.rest();
  return rate;
}

async function send(url: string, activity: unknown): Promise<void> {
  const headers = { 'Content-Type': 'application/json' };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(activity) });
  await answer.text();
  if (answer.status !== 200) throw new Error(`A bot answered ${answer.status}.`);
}

/** How long a process rests before its memory counts. */
const REST_MS = 2500;

async function benchMemory(folder: string, { quick }: Wish): Promise<Report> {
  const slack = await startSlack();
  const file = join(folder, 'memory.db');
  await openWorkspace(file);
  const env = { ...inSlack(folder, file, slack.apiUrl), TEAMS_AUTH: 'none' };
  try {
    const memory = await compete(
      { herald: () => atRest(HERALD, env), both: () => atRest(bare('bare-both.js'), env) },
      { warmUp: 1, counted: quick ? 5 : 9 },
    );
    const ratio = ratios(memory.herald, memory.both);
    const middle = (values: readonly number[]) => Math.round(spreadOf(values).median);
    return {
      rows: [
        {
          what: 'memory at rest (resident) with Slack and Teams, to a process that imports both SDKs',
          measured: shown(ratio),
          target: '≤ 1.3',
          met: ratio.median <= 1.3,
        },
      ],
      notes: [`resident: Herald ${middle(memory.herald)} MB, the bare process ${middle(memory.both)} MB.`],
    };
  } finally {
    slack.end();
  }
}

async function atRest(words: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const child = spawn(process.execPath, words, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    await addressFrom(child);
    await pause(REST_MS);
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1];
    return Number(kilobytes) / 1024;
  } finally {
    await end(child, 'SIGTERM');
  }
}
