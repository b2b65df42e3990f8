import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Asked, Took } from './far-end.ts';
import { openWorkspace, SECRET, TOKEN } from './workspace.ts';

const LAST_ANSWERS_MS = 100;

/** A bot in a process of its own, held still except in its turn, so that what it does afterwards costs nobody else. */
export type Contestant = {
  /** Where Slack sends to. */
  readonly url: string;
  readonly file: string;
  /** Wakes it for as long as the work lasts. Resolves to the work's result and the processor time it spent, in ms. */
  turn<Result>(work: (url: string) => Promise<Result>): Promise<{ readonly result: Result; readonly cpuMs: number }>;
  end(): Promise<void>;
};

export type FarEnd = {
  readonly apiUrl: string;
  ask(asked: Asked): Promise<Took>;
  end(): void;
};

export const HERALD = [fileURLToPath(new URL('../../../src/herald.js', import.meta.url)), 'start'];

export function bare(name: string): readonly string[] {
  return [fileURLToPath(new URL(`bare/${name}`, import.meta.url))];
}

export function environment(folder: string, file: string, apiUrl: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    PORT: '0',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'error',
    DATABASE_URL: `sqlite:${file}`,
    DIGEST_TIMEZONE: 'Europe/Berlin',
    SLACK_BOT_TOKEN: TOKEN,
    SLACK_SIGNING_SECRET: SECRET,
    SLACK_API_URL: apiUrl,
    NODE_COMPILE_CACHE: join(folder, 'cache'),
  };
}

/** Starts a bot on a database of its own in which everybody is known, unless a filled one is given. */
export async function enter(
  name: string,
  words: readonly string[],
  at: { readonly folder: string; readonly apiUrl: string; readonly file?: string },
): Promise<Contestant> {
  const file = at.file ?? join(at.folder, `${name}.db`);
  if (at.file === undefined) await openWorkspace(file);
  const child = spawn(process.execPath, words, {
    env: environment(at.folder, file, at.apiUrl),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = `${await addressFrom(child)}/slack/events`;
  child.kill('SIGSTOP');
  return {
    url,
    file,
    async turn(work) {
      child.kill('SIGCONT');
      const before = cpuMs(child.pid ?? 0);
      try {
        const result = await work(url);
        return { result, cpuMs: cpuMs(child.pid ?? 0) - before };
      } finally {
        // What it was answered last it hears now: held still for long, it would take that for silence.
        await pause(LAST_ANSWERS_MS);
        child.kill('SIGSTOP');
      }
    },
    end: () => end(child, 'SIGKILL'),
  };
}

export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}

/** What a bot says of itself when it is ready. */
export async function addressFrom(child: ChildProcess): Promise<string> {
  let said = '';
  for await (const part of child.stdout ?? []) {
    said += String(part);
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
    if (address !== undefined) return address;
  }
  throw new Error(`A contestant ended before it was ready: ${said}`);
}

/** Of all its threads, from the scheduler's own books, which count nanoseconds. */
export function cpuMs(pid: number): number {
  const tasks = `/proc/${pid}/task`;
  const spent = readdirSync(tasks).map((task) =>
    Number(readFileSync(`${tasks}/${task}/schedstat`, 'utf8').split(' ')[0]),
  );
  return spent.reduce((sum, one) => sum + one, 0) / 1e6;
}

export async function startFarEnd(): Promise<FarEnd> {
  const child = fork(fileURLToPath(new URL('far-end.ts', import.meta.url)));
  const died = once(child, 'exit').then(() => {
    throw new Error('The far end died.');
  });
  died.catch(() => undefined);
  const next = async () => {
    const [message] = await Promise.race([once(child, 'message'), died]);
    if (typeof message === 'object' && message !== null && 'fault' in message) throw new Error(String(message.fault));
    return message as unknown;
  };
  const { url } = (await next()) as { readonly url: string };
  return {
    apiUrl: url,
    async ask(asked) {
      const answer = next();
      child.send(asked);
      return (await answer) as Took;
    },
    end: () => child.disconnect(),
  };
}
