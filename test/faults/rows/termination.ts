import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { type Ended, type Environment, type RunningHerald, startHerald } from '../herald-process.ts';
import { kudosForm, newKey, openPage, type Page, untilDelivered } from '../page.ts';
import { createTally, type Row, type Tally } from '../row.ts';
import { replyTo, whatIsUnsound, withDatabase } from '../soundness.ts';

const PEOPLE_AT_ONCE = 16;
const LOAD_MS = 1200;
const END_MS = 10_000;

type Sent = { readonly key: string; readonly words: string; status: number };

type Way = {
  readonly what: string;
  readonly environment?: Environment;
  /** Whether people have stopped for a moment when it comes. */
  readonly atRest?: boolean;
  readonly end: (herald: RunningHerald) => void;
};

const WAYS: readonly Way[] = [
  { what: 'SIGTERM to npm start', end: ({ child }) => void child.kill('SIGTERM') },
  // The whole group hears what a terminal or a supervisor sends it, and npm passes it on besides. At rest Herald hears
  // each by itself; under load they come as one.
  { what: 'SIGTERM to the whole group, at rest', atRest: true, end: ({ child }) => signalGroup(child, 'SIGTERM') },
  { what: 'SIGINT to the whole group, at rest', atRest: true, end: ({ child }) => signalGroup(child, 'SIGINT') },
  {
    what: 'SIGTERM with NODE_ENV=production',
    environment: { NODE_ENV: 'production' },
    end: ({ child }) => void child.kill('SIGTERM'),
  },
  { what: 'SIGINT to npm start', end: ({ child }) => void child.kill('SIGINT') },
  { what: 'SIGTERM to the whole group', end: ({ child }) => signalGroup(child, 'SIGTERM') },
];

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid !== undefined) process.kill(-pid, signal);
}

export const termination: Row = {
  number: 27,
  fault: 'SIGTERM and SIGINT to npm start under load',
  async play({ quick, folder }) {
    const tally = createTally();
    for (const [number, way] of WAYS.slice(0, quick ? 2 : undefined).entries()) {
      await endOnce(join(folder, `end-${number}.db`), folder, way, tally);
    }
    return tally.outcome();
  },
};

async function endOnce(
  file: string,
  folder: string,
  { what, environment, atRest = false, end }: Way,
  tally: Tally,
): Promise<void> {
  tally.tried();
  const settings = { DATABASE_URL: `sqlite:${file}`, LOG_LEVEL: 'info', ...environment };
  const herald = await startHerald(settings, { folder, way: 'npm' });
  const page = openPage(herald.address);
  const watcher = openPage(herald.address);
  const live = watcher.get('/sandbox/live?as=ana');
  const sent: Sent[] = [];
  let over = false;
  const people = Promise.all(
    Array.from({ length: PEOPLE_AT_ONCE }, async () => {
      while (!over) await tell(page, sent);
    }),
  );
  await new Promise((resolve) => setTimeout(resolve, LOAD_MS));
  if (atRest) {
    over = true;
    await people;
    tally.hold(await untilDelivered(page), `${what}: it is still delivering`);
  }
  const began = performance.now();
  end(herald);
  const ended = await herald.ended;
  const took = performance.now() - began;
  over = true;
  await people;
  page.close();
  watcher.close();
  await live;
  hold(what, ended, took, tally);
  const acknowledged = sent.filter(({ status }) => status === 200);
  tally.note(`${what}: ended after ${Math.round(took)} ms with ${acknowledged.length} kudos acknowledged`);
  tally.hold(acknowledged.length > PEOPLE_AT_ONCE, `${what}: only ${acknowledged.length} kudos were acknowledged`);
  storedOnce(file, acknowledged, what, tally);
  await comeBack(file, folder, sent, tally);
}

function hold(what: string, { code, signal, stdout, stderr }: Ended, took: number, tally: Tally): void {
  tally.hold(code === 0, `${what}: it ended with ${code ?? signal}: ${stderr.slice(-500)}`);
  tally.hold(took <= END_MS, `${what}: it took ${Math.round(took)} ms`);
  tally.hold(/"event":"stopped"/.test(stderr), `${what}: it did not finish what was under way: ${stderr.slice(-500)}`);
  tally.hold(
    !/stop-failed|page-failed|delivery-not-recorded/.test(stderr),
    `${what}: not all went well: ${stderr.slice(-500)}`,
  );
  tally.hold(!/npm error/.test(stdout + stderr), `${what}: npm took it for a failure`);
}

async function tell(page: Page, sent: Sent[]): Promise<void> {
  const one: Sent = { key: newKey(), words: `Story ${sent.length}: carried the piano.`, status: 0 };
  sent.push(one);
  one.status = (await page.submit(one.key, kudosForm(one.words))).status;
  if (one.status !== 200) await new Promise((resolve) => setTimeout(resolve, 5));
}

function storedOnce(file: string, acknowledged: readonly Sent[], what: string, tally: Tally): void {
  withDatabase(file, (connection) => {
    for (const { key, words } of acknowledged) {
      if (replyTo(connection, `web:${key}`) === null) tally.lose(`${what}: ${words}`);
    }
    const claimed = connection.prepare(`SELECT count(*) FROM outbox WHERE state = 'claimed'`).pluck().get();
    tally.hold(claimed === 0, `${what}: ${claimed} deliveries were left half done`);
  });
  for (const fault of whatIsUnsound(file)) tally.hold(false, `${what}: ${fault}`);
}

/** People whose answer never came send it again. */
async function comeBack(file: string, folder: string, sent: readonly Sent[], tally: Tally): Promise<void> {
  const began = performance.now();
  const herald = await startHerald({ DATABASE_URL: `sqlite:${file}`, LOG_LEVEL: 'silent' }, { folder });
  const page = openPage(herald.address);
  tally.hold((await page.get('/readyz')).status === 200, 'it is not ready after the return');
  tally.recovered(performance.now() - began);
  const unanswered = sent.filter(({ status }) => status !== 200).slice(0, 200);
  for (const { key, words } of unanswered) await page.submit(key, kudosForm(words));
  page.close();
  await herald.end('SIGTERM');
  withDatabase(file, (connection) => {
    const find = connection.prepare('SELECT count(*) FROM wins WHERE words = ?').pluck();
    for (const { words } of unanswered) {
      const stories = Number(find.get(words));
      if (stories === 0) tally.lose(words);
      if (stories > 1) tally.double(words);
    }
  });
}
