// `npm run test:faults`: plays the faults that Herald must survive, for real, and prints what came of each as a table.
// Options: --quick (fewer tries, under two minutes), --row N (only that row; may be given several times).

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { endingWhatItStarts } from './outlive.ts';
import { createTally, type Outcome, type Row } from './row.ts';
import { rows } from './rows/all.ts';
import { headOfTable, holds, lineOfTable, remarks } from './table.ts';

const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, row: { type: 'string', multiple: true, default: [] } },
});
/** Rows that mostly wait for Slack's or Teams' own pauses to pass; a quick run plays them beside each other. */
const WAITING = [2, 4, 6, 7, 16, 17, 18, 23, 24, 26];
/** More of them at once would keep each other from answering in time. */
const LANES = 8;
const wanted = values.row.map(Number);
const chosen = rows.filter(({ number }) => wanted.length === 0 || wanted.includes(number));
const beside = values.quick ? chosen.filter(({ number }) => WAITING.includes(number)) : [];
// Ctrl+C ends like any end: with what was started.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));

const said: string[] = [];
let failed = 0;

console.log(headOfTable());
for (const row of chosen) if (!beside.includes(row)) await tellOf(row);
const lanes = beside.values();
await Promise.all(Array.from({ length: LANES }, () => tellOfAll(lanes)));
if (said.length > 0) console.log(`\n${said.join('\n')}`);
console.log(`\n${chosen.length - failed} passed, ${failed} failed`);
// A row that failed halfway may have left a server of its own open, which nothing would end.
process.exit(failed === 0 && chosen.length > 0 ? 0 : 1);

async function tellOfAll(left: Iterable<Row>): Promise<void> {
  for (const row of left) await tellOf(row);
}

async function tellOf(row: Row): Promise<void> {
  const outcome = await playRow(row);
  console.log(lineOfTable(row, outcome));
  said.push(...remarks(row, outcome));
  if (!holds(outcome)) failed += 1;
}

/** Plays a row in a folder of its own, which is kept when it failed. */
async function playRow(row: Row): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), `herald-fault-${row.number}-`));
  const began = performance.now();
  let outcome: Outcome;
  try {
    outcome = await endingWhatItStarts(() => row.play({ quick: values.quick, folder }));
  } catch (error) {
    const tally = createTally();
    tally.hold(false, `the row itself failed: ${error instanceof Error ? error.stack : String(error)}`);
    outcome = tally.outcome();
  }
  if (holds(outcome)) rmSync(folder, { recursive: true, force: true });
  else said.push(`row ${row.number}: what it left is in ${folder}`);
  said.push(`row ${row.number} took ${((performance.now() - began) / 1000).toFixed(1)} s`);
  return outcome;
}
