import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Report } from './report.ts';
import { shown } from './report.ts';
import { compete, ratios, spreadOf } from './rounds.ts';

const HERALD = new URL('../../src/herald.js', import.meta.url).pathname;
const BARE = new URL('./bare-server.js', import.meta.url).pathname;
const TARGET = 1.3;
/** How long a process rests before its memory counts. */
const REST_MS = 2000;

type Start = { readonly answeredMs: number; readonly megabytes: number };

/** The sandbox's start to its first answer and its memory at rest, against a bare server with the same packages. */
export async function benchStart({ quick }: { readonly quick: boolean }): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), 'herald-bench-start-'));
  const memory = { herald: [] as number[], bare: [] as number[] };
  const turn = (name: 'herald' | 'bare', words: readonly string[], port: number) => async () => {
    const { answeredMs, megabytes } = await startOnce(words, port, folder);
    memory[name].push(megabytes);
    return answeredMs;
  };
  try {
    const times = await compete(
      { herald: turn('herald', [HERALD, 'start'], 3971), bare: turn('bare', [BARE], 3972) },
      { warmUp: 1, counted: quick ? 5 : 11 },
    );
    const start = ratios(times.herald, times.bare);
    const rest = ratios(memory.herald.slice(1), memory.bare.slice(1));
    const ms = (values: readonly number[]) => Math.round(spreadOf(values).median);
    return {
      rows: [
        row('start of the sandbox to its first answer, to a bare server’s', start),
        row('memory at rest (resident), to a bare server’s', rest),
      ],
      notes: [
        `first answer: Herald ${ms(times.herald)} ms, bare ${ms(times.bare)} ms`,
        `resident: Herald ${ms(memory.herald)} MB, bare ${ms(memory.bare)} MB`,
      ],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function row(what: string, spread: ReturnType<typeof ratios>) {
  return { what, measured: shown(spread), target: `at most ${TARGET}`, met: spread.median <= TARGET };
}

async function startOnce(words: readonly string[], port: number, folder: string): Promise<Start> {
  const environment = {
    PATH: process.env.PATH,
    PORT: String(port),
    LOG_LEVEL: 'error',
    DATABASE_URL: `sqlite:${join(folder, 'herald.db')}`,
    BENCH_CACHE: join(folder, 'cache'),
    NODE_COMPILE_CACHE: join(folder, 'cache'),
  };
  const began = performance.now();
  const child = spawn(process.execPath, words, { env: environment, stdio: 'ignore' });
  try {
    await firstAnswer(`http://127.0.0.1:${port}/`);
    const answeredMs = performance.now() - began;
    await pause(REST_MS);
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1];
    return { answeredMs, megabytes: Number(kilobytes) / 1024 };
  } finally {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await gone;
  }
}

async function firstAnswer(address: string): Promise<void> {
  for (let tries = 0; tries < 5000; tries += 1) {
    const answered = await fetch(address).then(
      async (response) => {
        await response.text();
        return response.ok;
      },
      () => false,
    );
    if (answered) return;
    await pause(2);
  }
  throw new Error(`${address} does not answer.`);
}
