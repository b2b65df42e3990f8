import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from '../../../src/commands.ts';
import type { View } from '../../../src/views.ts';
import { type Chance, createChance } from '../chance.ts';
import { speak } from '../json-lines.ts';
import type { LoadLine, LoadOrder } from '../processes/load-lines.ts';
import { createTally, type Row, type Tally } from '../row.ts';
import { replyTo, whatIsUnsound, withDatabase } from '../soundness.ts';

const KILLS = 200;
const KILLS_QUICK = 8;
/** So many kills share a database; then the next begins, so that looking through it stays quick. */
const KILLS_EACH = 25;
/** More than a process gets to before it is killed. */
const ENDLESS = 1_000_000;

/** What the world outside knows of one database: what it sent, what it was told, what it was shown. */
type World = {
  readonly file: string;
  readonly replies: Map<string, string>;
  readonly unsure: Map<string, Command>;
  /** Message by revision: whether it was shown. */
  readonly shown: Set<string>;
  readonly posted: Set<string>;
  acknowledged: number;
  uncertainRepeats: number;
};

export const kill: Row = {
  number: 1,
  fault: 'SIGKILL under load',
  async play({ quick, folder }) {
    const tally = createTally();
    const kills = quick ? KILLS_QUICK : KILLS;
    const seed = Date.now() % 1_000_000;
    const chance = createChance(seed);
    let acknowledged = 0;
    let repeats = 0;
    let world: World | null = null;
    for (let round = 0; round < kills; round += 1) {
      world ??= newWorld(join(folder, `kill-${round}.db`));
      await killOnce(world, chance, round, tally);
      if ((round + 1) % KILLS_EACH !== 0 && round + 1 < kills) continue;
      await finish(world, round, tally);
      acknowledged += world.acknowledged;
      repeats += world.uncertainRepeats;
      world = null;
    }
    tally.hold(acknowledged > kills, `only ${acknowledged} commands were acknowledged: this round proves little`);
    tally.note(
      `${kills} kills over ${acknowledged} acknowledged commands (seed ${seed}); ${repeats} deliveries were repeated, each flagged uncertain`,
    );
    return tally.outcome();
  },
};

function newWorld(file: string): World {
  const nothing = { replies: new Map(), unsure: new Map(), shown: new Set<string>(), posted: new Set<string>() };
  return { file, ...nothing, acknowledged: 0, uncertainRepeats: 0 };
}

async function killOnce(world: World, chance: Chance, round: number, tally: Tally): Promise<void> {
  tally.tried();
  const loader = start(world, round, ENDLESS);
  const began = performance.now();
  // One in six dies while it starts and answers again what it was asked before.
  if (chance.whole(6) === 0) await pause(chance.whole(500));
  else {
    await loader.waitFor((line) => 'ready' in line).catch((error) => tally.hold(false, String(error)));
    tally.recovered(performance.now() - began);
    await pause(chance.whole(500));
  }
  loader.child.kill('SIGKILL');
  const { signal } = await loader.ended;
  tally.hold(signal === 'SIGKILL', `it ended by itself before it was killed: ${loader.errors().slice(-500)}`);
  learn(world, loader.said, tally);
  examine(world, loader.said, tally);
}

/** Lets one last process answer everything again and deliver what waits, undisturbed; then all must be told. */
async function finish(world: World, round: number, tally: Tally): Promise<void> {
  const loader = start(world, round + 1000, 0);
  const { code } = await loader.ended;
  tally.hold(code === 0, `the last process failed: ${loader.errors().slice(-500)}`);
  learn(world, loader.said, tally);
  tally.hold(world.unsure.size === 0, `${world.unsure.size} commands stayed unanswered`);
  for (const fault of whatIsUnsound(world.file)) tally.hold(false, fault);
  withDatabase(world.file, (connection) => {
    for (const [key, reply] of world.replies) {
      const stored = replyTo(connection, key);
      if (stored === null) tally.lose(`${key} was acknowledged`);
      else tally.hold(stored === reply, `${key} has another reply than it was given`);
    }
    const messages = connection.prepare('SELECT id, revision, shown, state FROM outbox').all() as readonly {
      readonly id: string;
      readonly revision: number;
      readonly shown: number;
      readonly state: string;
    }[];
    for (const { id, revision, shown, state } of messages) {
      tally.hold(state === 'done' && shown === revision, `message ${id} is ${state} at ${shown} of ${revision}`);
      if (!world.shown.has(`${id} ${revision}`)) tally.lose(`message ${id} never arrived as it should read now`);
    }
  });
}

function start(world: World, round: number, commands: number) {
  const order: LoadOrder = {
    file: world.file,
    seed: round + 1,
    name: `r${round}`,
    again: [...world.unsure.values()],
    commands,
    what: 'everything',
  };
  return speak<LoadLine>('load.ts', order);
}

/** Takes in what a process said before it died. */
function learn(world: World, said: readonly LoadLine[], tally: Tally): void {
  for (const line of said) {
    if ('sent' in line) world.unsure.set(line.sent.key, line.sent);
    else if ('acknowledged' in line) {
      world.acknowledged += 1;
      answered(world, line.acknowledged, line.reply, tally);
    } else if ('again' in line) {
      answered(world, line.again, line.reply, tally);
      world.unsure.delete(line.again);
    } else if ('shown' in line) seen(world, line, tally);
    else if ('refusedToStore' in line)
      tally.hold(false, `${line.refusedToStore} was not stored, though nothing was wrong`);
  }
}

/** The same key has the same reply, however often it is asked. */
function answered(world: World, key: string, reply: View, tally: Tally): void {
  const text = JSON.stringify(reply);
  const first = world.replies.get(key);
  if (first === undefined) world.replies.set(key, text);
  else if (first !== text) tally.double(`${key} was answered twice, differently`);
}

function seen(world: World, line: Extract<LoadLine, { readonly shown: string }>, tally: Tally): void {
  const { shown, revision, posted, uncertain } = line;
  const again = world.shown.has(`${shown} ${revision}`) || (posted && world.posted.has(shown));
  if (again && uncertain) world.uncertainRepeats += 1;
  else if (again) tally.double(`message ${shown} was shown twice without a warning`);
  world.shown.add(`${shown} ${revision}`);
  if (posted) world.posted.add(shown);
}

/** Looks at what the dead process left, in a copy: the next one has to recover by itself. */
function examine(world: World, said: readonly LoadLine[], tally: Tally): void {
  if (!existsSync(world.file)) return;
  const copy = `${world.file}.copy`;
  for (const part of ['', '-wal']) {
    rmSync(copy + part, { force: true });
    if (existsSync(world.file + part)) copyFileSync(world.file + part, copy + part);
  }
  const begun = withDatabase(copy, (connection) => Number(connection.pragma('user_version', { simple: true })) > 0);
  tally.hold(begun || world.replies.size === 0, 'the database is empty, but something was acknowledged');
  if (!begun) return;
  for (const fault of whatIsUnsound(copy)) tally.hold(false, fault);
  withDatabase(copy, (connection) => {
    for (const line of said) {
      if (!('acknowledged' in line)) continue;
      if (replyTo(connection, line.acknowledged) === null) tally.lose(`${line.acknowledged} right after the kill`);
    }
  });
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
