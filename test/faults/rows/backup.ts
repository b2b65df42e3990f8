import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runHerald, startHerald } from '../herald-process.ts';
import { type Speaker, speak } from '../json-lines.ts';
import { openPage } from '../page.ts';
import type { LoadLine, LoadOrder } from '../processes/load-lines.ts';
import { createTally, type Row, type Tally } from '../row.ts';
import { countsIn, whatIsUnsound, withDatabase } from '../soundness.ts';
import { makeToldCompany } from '../told-company.ts';

const STORIES = 30_000;
const STORIES_QUICK = 5_000;
const STALL_MS = 100;
/** On a machine that others work on too, one stall may be theirs; a backup's own comes every time. */
const MEASUREMENTS = 3;
const ENDLESS = 1_000_000;
/** Of each of 16 people: some 500 kudos a second. */
const PAUSE_MS = 30;

export const backup: Row = {
  number: 12,
  fault: 'backup under load, then restore',
  async play({ quick, folder }) {
    const tally = createTally();
    const file = join(folder, 'herald.db');
    await makeToldCompany(file, quick ? STORIES_QUICK : STORIES);
    for (let round = 0; round < (quick ? 1 : 5); round += 1) await backUpOnce(file, folder, round, tally);
    return tally.outcome();
  },
};

async function backUpOnce(file: string, folder: string, round: number, tally: Tally): Promise<void> {
  tally.tried();
  const environment = { DATABASE_URL: `sqlite:${file}`, LOG_LEVEL: 'silent' };
  const order: LoadOrder = {
    file,
    seed: round,
    name: `b${round}`,
    again: [],
    commands: ENDLESS,
    pauseMs: PAUSE_MS,
    what: 'kudos',
  };
  const writer = speak<LoadLine>('load.ts', order);
  await writer.waitFor((line) => 'ready' in line);
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const before = acknowledged(writer);
  const stalls: number[] = [];
  do {
    const target = targetOf(folder, round, stalls.length);
    stalls.push(await backUpBeside(writer, target, environment, folder, tally));
  } while (Math.min(...stalls) > STALL_MS && stalls.length < MEASUREMENTS);
  tally.note(
    `backup ${round + 1}: longest stall meanwhile ${stalls.map((stall) => `${Math.round(stall)} ms`).join(', ')}`,
  );
  tally.hold(Math.min(...stalls) <= STALL_MS, `the writing process stood still for ${stalls.map(Math.round)} ms`);
  writer.child.stdin?.write('stop\n');
  const { code: ended } = await writer.ended;
  tally.hold(ended === 0, `the writing process ended with ${ended}: ${writer.errors().slice(-500)}`);
  const target = targetOf(folder, round, 0);
  examine(file, target, before, tally);
  await restore(file, target, folder, environment, tally);
}

/** Resolves to the writing process's longest stall meanwhile. */
async function backUpBeside(
  writer: Speaker<LoadLine>,
  target: string,
  environment: Readonly<Record<string, string>>,
  folder: string,
  tally: Tally,
): Promise<number> {
  await measureStall(writer);
  const before = acknowledged(writer).length;
  const { code, stdout, stderr } = await runHerald(['backup', target], environment, { folder });
  const stall = await measureStall(writer);
  tally.hold(code === 0 && stdout.includes('checked and whole'), `the backup ended with ${code}: ${stderr}`);
  tally.hold(acknowledged(writer).length > before, 'nothing was written meanwhile: this proves nothing');
  return stall;
}

function targetOf(folder: string, round: number, measurement: number): string {
  return join(folder, `backup-${round}-${measurement}.db`);
}

/** The longest stall since this was asked last. */
async function measureStall(writer: Speaker<LoadLine>): Promise<number> {
  const answer = writer.waitForNext((line) => 'longestStallMs' in line);
  writer.child.stdin?.write('measure\n');
  const line = await answer;
  return 'longestStallMs' in line ? line.longestStallMs : 0;
}

function acknowledged(writer: Speaker<LoadLine>): readonly string[] {
  return writer.said.flatMap((line) => ('acknowledged' in line ? [line.acknowledged] : []));
}

/** It holds all that was acknowledged before it began, nothing half, and no gap: one moment's whole. */
function examine(file: string, target: string, before: readonly string[], tally: Tally): void {
  for (const fault of whatIsUnsound(target)) tally.hold(false, `in the backup: ${fault}`);
  const kept = withDatabase(target, (connection) => ({
    keys: new Set(connection.prepare('SELECT key FROM received').pluck().all().map(String)),
    wins: connection.prepare('SELECT id FROM wins ORDER BY seq').pluck().all(),
  }));
  for (const key of before) if (!kept.keys.has(key)) tally.lose(`${key} is not in the backup`);
  const firstOnes = withDatabase(file, (connection) =>
    connection.prepare('SELECT id FROM wins ORDER BY seq LIMIT ?').pluck().all(kept.wins.length),
  );
  tally.hold(firstOnes.join() === kept.wins.join(), 'the backup is no prefix of what was written');
}

/** As the damaged database's message tells an operator to do it. */
async function restore(
  file: string,
  target: string,
  folder: string,
  environment: Readonly<Record<string, string>>,
  tally: Tally,
): Promise<void> {
  const expected = countsIn(target);
  renameSync(file, `${file}.damaged`);
  for (const part of ['-wal', '-shm']) rmSync(file + part, { force: true });
  copyFileSync(target, file);
  const restored = countsIn(file);
  tally.hold(restored === expected, `restored ${restored} instead of ${expected}`);
  const began = performance.now();
  const copy = join(folder, 'restored.db');
  copyFileSync(target, copy);
  const herald = await startHerald({ ...environment, DATABASE_URL: `sqlite:${copy}` }, { folder });
  const page = openPage(herald.address);
  tally.hold((await page.get('/readyz')).status === 200, 'the restored database is not served');
  tally.recovered(performance.now() - began);
  page.close();
  const { code } = await herald.end('SIGTERM');
  tally.hold(code === 0, `on the restored database it ended with ${code}`);
  for (const part of ['', '-wal', '-shm', '.lock']) if (existsSync(copy + part)) rmSync(copy + part);
}
