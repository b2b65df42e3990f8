import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import type { Report } from '../report.ts';
import { shown } from '../report.ts';
import { compete, ratios, spreadOf } from '../rounds.ts';
import { type Contestant, enterBare, enterHerald } from './contestants.ts';
import { type FarEnd, messageOf, startFarEnd } from './far-end.ts';

const AT_ONCE = 16;
/** Messages of one turn, each of somebody else. */
const TURN = 400;
const PEOPLE = 800;
/** An answer to the teller, and the hero hears. */
const POSTS = 2;

/** Messages as Teams sends them, until their stories are durable, and until everything about them is posted. */
export async function benchMessages({ folder, quick }: { folder: string; quick: boolean }): Promise<Report> {
  const farEnd = await startFarEnd();
  const herald = await enterHerald(folder, farEnd);
  const stores = await enterBare('stores', folder, farEnd);
  const posts = await enterBare('posts', folder, farEnd);
  const rounds = { warmUp: 4, counted: quick ? 6 : 16 };
  const taken = { herald: [] as Turn[], stores: [] as Turn[], posts: [] as Turn[] };
  const turn = (name: keyof typeof taken, bot: Contestant, posted: number) => async (round: number) => {
    const one = await takeTurn(bot, farEnd, round, posted);
    if (round >= rounds.warmUp) taken[name].push(one);
    return one.stored;
  };
  try {
    const stored = await compete(
      { herald: turn('herald', herald, POSTS), stores: turn('stores', stores, 0), posts: turn('posts', posts, POSTS) },
      rounds,
    );
    const told = (rounds.warmUp + rounds.counted) * TURN;
    for (const { file } of [stores, posts]) expectRows(file, 'SELECT count(*) FROM stories', told);
    expectRows(herald.file, 'SELECT count(*) FROM wins', told);
    return reportOf(taken, ratios(stored.herald, stored.stores));
  } finally {
    for (const bot of [herald, stores, posts]) await bot.end();
    farEnd.end();
  }
}

/** Messages a second until all are stored, and until all is posted; processor time of each message in ms. */
type Turn = { readonly stored: number; readonly posted: number; readonly cpuMs: number };

async function takeTurn(bot: Contestant, farEnd: FarEnd, round: number, posted: number): Promise<Turn> {
  const postsBefore = farEnd.posts();
  const cpuBefore = bot.cpuMs();
  bot.wake();
  const began = performance.now();
  await tellAll(bot.url, farEnd, round);
  const stored = performance.now() - began;
  // What goes out behind the answers belongs to its turn, so that each begins with nothing left over.
  while (farEnd.posts() - postsBefore < TURN * posted) {
    if (performance.now() - began > 30_000) throw new Error('What a contestant has to post does not come.');
    await pause(2);
  }
  const whole = performance.now() - began;
  await pause(100);
  const turn = {
    stored: (TURN / stored) * 1000,
    posted: (TURN / whole) * 1000,
    cpuMs: (bot.cpuMs() - cpuBefore) / TURN,
  };
  bot.rest();
  return turn;
}

async function tellAll(url: string, { serviceUrl, authorization }: FarEnd, round: number): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  let next = 0;
  const person = async () => {
    while (next < TURN) {
      const number = next;
      next += 1;
      const teller = (number + (round % 2) * TURN) % PEOPLE;
      const activity = messageOf(round * TURN + number, teller, (teller + 1) % PEOPLE, serviceUrl);
      await send(url, agent, authorization, JSON.stringify(activity));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, person));
  agent.destroy();
}

function send(url: string, agent: Agent, authorization: string, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = {
      Authorization: authorization,
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(body),
    };
    const asking = request(url, { method: 'POST', agent, headers });
    asking.on('error', reject);
    asking.on('response', (answer) => {
      answer.resume();
      answer.on('end', () => {
        if (answer.statusCode === 200) resolve();
        else reject(new Error(`A bot answered ${answer.statusCode}.`));
      });
    });
    asking.end(body);
  });
}

function expectRows(file: string, sql: string, expected: number): void {
  const database = new Database(file, { readonly: true });
  const found = database.prepare(sql).pluck().get();
  database.close();
  if (found !== expected) throw new Error(`${found} of ${expected} stories are in ${file}.`);
}

type Taken = Readonly<Record<'herald' | 'stores' | 'posts', readonly Turn[]>>;

function reportOf(taken: Taken, stored: ReturnType<typeof ratios>): Report {
  const all = (name: keyof Taken, what: keyof Turn) => taken[name].map((turn) => turn[what]);
  const middle = (name: keyof Taken, what: keyof Turn, digits = 0) => shown(spreadOf(all(name, what)), digits);
  return {
    rows: [
      {
        what: 'Teams: messages a second until their story is durable, to a CloudAdapter bot that commits one row',
        measured: shown(stored),
        target: '≥ 0.6',
        met: stored.median >= 0.6,
      },
      {
        what: 'the same until all is posted too, to a CloudAdapter bot that commits one row and posts as much',
        measured: shown(ratios(all('herald', 'posted'), all('posts', 'posted'))),
        target: '',
        met: null,
      },
      {
        what: 'processor time of such a message with its posts, to the same',
        measured: shown(ratios(all('herald', 'cpuMs'), all('posts', 'cpuMs'))),
        target: '',
        met: null,
      },
    ],
    notes: [
      `Messages a second until stored: Herald ${middle('herald', 'stored')}, bare ${middle('stores', 'stored')}; until posted: ` +
        `Herald ${middle('herald', 'posted')}, bare ${middle('posts', 'posted')}.`,
      `ms of processor time each: Herald ${middle('herald', 'cpuMs', 2)}, bare ${middle('stores', 'cpuMs', 2)}, ` +
        `bare with posts ${middle('posts', 'cpuMs', 2)}.`,
    ],
  };
}
