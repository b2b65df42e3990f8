import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Report } from '../report.ts';
import { shown } from '../report.ts';
import { compete, ratios, spreadOf } from '../rounds.ts';
import { addressFrom, bare, end, environment, type FarEnd, HERALD } from './contestants.ts';
import { openWorkspace } from './workspace.ts';

/** How long a process rests before its memory counts. */
const REST_MS = 2000;

/** A Slack-only Herald's start until it is ready, and its memory at rest, against Bolt with the same packages. */
export async function benchFootprint(options: {
  readonly folder: string;
  readonly farEnd: FarEnd;
  readonly quick: boolean;
}): Promise<Report> {
  const { folder, farEnd, quick } = options;
  const file = join(folder, 'footprint.db');
  await openWorkspace(file);
  const env = environment(folder, file, farEnd.apiUrl);
  const memory = { herald: [] as number[], app: [] as number[] };
  const turn = (name: keyof typeof memory, words: readonly string[]) => async () => {
    const { readyMs, megabytes } = await startOnce(words, env);
    memory[name].push(megabytes);
    return readyMs;
  };
  const rounds = { warmUp: 1, counted: quick ? 7 : 15 };
  const times = await compete({ herald: turn('herald', HERALD), app: turn('app', bare('app.js')) }, rounds);
  const start = ratios(times.herald, times.app);
  const rest = ratios(memory.herald.slice(1), memory.app.slice(1));
  const middle = (values: readonly number[]) => Math.round(spreadOf(values).median);
  return {
    rows: [
      {
        what: "start of a Slack-only Herald until it is ready, to a bare Bolt app's with the same packages",
        measured: shown(start),
        target: '≤ 1.3',
        met: start.median <= 1.3,
      },
      {
        what: 'memory at rest (resident), to the same',
        measured: shown(rest),
        target: '≤ 1.35',
        met: rest.median <= 1.35,
      },
    ],
    notes: [
      `ready after ${middle(times.herald)} ms, bare Bolt after ${middle(times.app)} ms; ` +
        `resident: ${middle(memory.herald)} and ${middle(memory.app)} MB.`,
    ],
  };
}

/** Each says its address once it is ready. */
async function startOnce(words: readonly string[], env: NodeJS.ProcessEnv) {
  const began = performance.now();
  const child = spawn(process.execPath, words, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    await addressFrom(child);
    const readyMs = performance.now() - began;
    await pause(REST_MS);
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1];
    return { readyMs, megabytes: Number(kilobytes) / 1024 };
  } finally {
    // Node writes its compile cache when a process ends by itself.
    await end(child, 'SIGTERM');
  }
}
