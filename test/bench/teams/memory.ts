import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Report } from '../report.ts';
import { shown } from '../report.ts';
import { compete, ratios, spreadOf } from '../rounds.ts';
import { addressFrom, end, environment, HERALD, startFarEnd } from '../slack/contestants.ts';
import { openWorkspace } from '../slack/workspace.ts';
import { bare } from './contestants.ts';

/** How long a process rests before its memory counts. */
const REST_MS = 2500;

/** Herald with Slack and Teams at rest, against a process that imports both. */
export async function benchMemory({ folder, quick }: { folder: string; quick: boolean }): Promise<Report> {
  const slack = await startFarEnd();
  const file = join(folder, 'memory.db');
  await openWorkspace(file);
  const env = { ...environment(folder, file, slack.apiUrl), TEAMS_AUTH: 'none' };
  try {
    const memory = await compete(
      { herald: () => atRest(HERALD, env), both: () => atRest([bare('both.js')], env) },
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
