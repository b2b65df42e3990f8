import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config } from '../../../src/config.ts';
import { addressFrom, cpuMs, end } from '../slack/contestants.ts';
import type { FarEnd } from './far-end.ts';

/** A bot in a process of its own, held still except in its turn, so that what it does afterwards costs nobody else. */
export type Contestant = {
  readonly url: string;
  readonly file: string;
  wake(): void;
  rest(): void;
  /** Processor time it has spent so far. */
  cpuMs(): number;
  end(): Promise<void>;
};

export async function enterHerald(folder: string, farEnd: FarEnd): Promise<Contestant> {
  const file = join(folder, 'herald.db');
  const config: Config = {
    port: 0,
    host: '127.0.0.1',
    databaseFile: file,
    logLevel: 'error',
    schedule: { minute: 0, hour: 9, weekday: 1, timeZone: 'Europe/Berlin' },
    publicUrl: null,
    digestChannel: null,
    slack: null,
    email: null,
    teams: { registration: farEnd.registration, admins: [], cloud: farEnd.cloud },
  };
  const entry = fileURLToPath(new URL('../../faults/processes/in-teams.ts', import.meta.url));
  return enter([entry, JSON.stringify(config)], folder, file, {});
}

export async function enterBare(name: 'stores' | 'posts', folder: string, farEnd: FarEnd): Promise<Contestant> {
  const file = join(folder, `${name}.db`);
  const { registration, cloud } = farEnd;
  const env = { BENCH_FILE: file, BENCH_REGISTRATION: JSON.stringify({ ...registration, cloud }), PORT: '0' };
  return enter([bare(`${name}.js`)], folder, file, env);
}

export function bare(name: string): string {
  return fileURLToPath(new URL(`bare/${name}`, import.meta.url));
}

async function enter(words: readonly string[], folder: string, file: string, more: NodeJS.ProcessEnv) {
  const env = { PATH: process.env.PATH, NODE_COMPILE_CACHE: join(folder, 'cache'), ...more };
  const child = spawn(process.execPath, words, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const url = `${await addressFrom(child)}/api/messages`;
  child.kill('SIGSTOP');
  return {
    url,
    file,
    wake: () => void child.kill('SIGCONT'),
    rest: () => void child.kill('SIGSTOP'),
    cpuMs: () => cpuMs(child.pid ?? 0),
    async end() {
      child.kill('SIGCONT');
      await end(child, 'SIGKILL');
    },
  };
}
