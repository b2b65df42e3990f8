import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { benchDigest } from './digest.ts';
import { benchEmail } from './email.ts';
import { benchKudos } from './kudos.ts';
import { benchPulse } from './pulse.ts';
import { printReport, type Report, type Row } from './report.ts';
import { slackBenches } from './slack.ts';
import { benchStalls } from './stalls.ts';
import { benchStart } from './start.ts';
import { teamsBenches } from './teams.ts';

// `npm run bench`, or `npm run bench -- --quick --only kudos`: the figures of docs/performance.md. Exit code 1 when a
// target is missed.

const benches: Readonly<Record<string, (options: { readonly quick: boolean }) => Promise<Report>>> = {
  kudos: benchKudos,
  digest: benchDigest,
  stalls: benchStalls,
  pulse: benchPulse,
  start: benchStart,
  email: benchEmail,
  ...slackBenches,
  ...teamsBenches,
};

const { values } = parseArgs({ options: { only: { type: 'string' }, quick: { type: 'boolean', default: false } } });
const { only, quick } = values;
const chosen = Object.entries(benches).filter(
  ([name]) => only === undefined || name === only || name.startsWith(`${only}-`),
);
if (chosen.length === 0) {
  console.error(`There is no bench "${only}". These are there: ${Object.keys(benches).join(', ')}.`);
  process.exit(2);
}

const rows: Row[] = [];
for (const [name, bench] of chosen) {
  const before = performance.now();
  const { rows: measured, notes } = await bench({ quick });
  rows.push(...measured);
  console.log(`${name} (${Math.round((performance.now() - before) / 1000)} s)`);
  for (const note of notes) console.log(`  ${note}`);
}
console.log(
  `\nNode ${process.version}, ${cpus().length} × ${cpus()[0]?.model}, ${new Date().toISOString().slice(0, 10)}\n`,
);
printReport(rows);
process.exitCode = rows.some(({ met }) => met === false) ? 1 : 0;
