import type { ResourceLimits, Worker } from 'node:worker_threads';

/** Work on a thread of its own, which is killed when it is at one thing for too long or fills its memory. */
export type Thread<Job, Answer> = {
  /** Rejects with ThreadKilled when the thread was stopped in the middle of it. */
  run(job: Job): Promise<Answer>;
  close(): Promise<void>;
};

/** The work was more than a thread is given; whether this job or one beside it was to blame is not known. */
export class ThreadKilled extends Error {
  constructor(options?: ErrorOptions) {
    super('The thread was stopped in the middle of its work.', options);
    this.name = 'ThreadKilled';
  }
}

type Options = {
  readonly begin: (resourceLimits: ResourceLimits) => Worker;
  /** Jobs given to the thread at once; the others wait here. */
  readonly atOnce: number;
  /** Which of them it was when the thread has to be stopped: where it works in turn the first, and the others are done anew. */
  readonly toBlame: 'any' | 'the-first';
  /** Processor time, not time of day: a busy machine is no reason to give up on a mail. */
  readonly limitMs?: number;
  /** Answers what the work needs to ask; its errors reach the work with their code. */
  readonly tell?: (question: unknown) => Promise<unknown>;
};

/** What goes to the thread, and what comes from it. */
export type ToThread = { readonly job: number; readonly given: unknown } | (Told & { readonly question: number });
export type Told =
  | { readonly answer: unknown }
  | { readonly fault: { readonly message: string; readonly code: string } };
export type FromThread =
  | { readonly ready: true }
  | { readonly question: number; readonly asked: unknown }
  | (Told & { readonly job: number });

const LIMIT_MS = 1000;
/** Of JavaScript's memory: what a mail of 10 MB needs, and as much again. */
const MEMORY_MB = 128;
const YOUNG_MB = 16;
/** Between looks at how long the thread has been silent. */
const WATCH_MS = 100;
/** It goes away after so long without work, and with it its memory. */
const REST_MS = 30_000;

type Waiting = { readonly given: unknown; resolve(answer: never): void; reject(error: Error): void };

export function createThread<Job, Answer>(options: Options): Thread<Job, Answer> {
  const { begin, atOnce, toBlame, limitMs = LIMIT_MS, tell } = options;
  const waiting: Waiting[] = [];
  const running = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let ready = false;
  /** The thread's processor time when it last said something; null when it just did. */
  let silentSince: number | null = null;
  let watch: NodeJS.Timeout | undefined;
  let rest: NodeJS.Timeout | undefined;
  let last = 0;

  function start(): Worker {
    const started = begin({ maxOldGenerationSizeMb: MEMORY_MB, maxYoungGenerationSizeMb: YOUNG_MB });
    ready = false;
    started.on('message', (said: FromThread) => heard(started, said));
    started.on('error', (error) => died(started, error));
    started.on('exit', () => died(started, null));
    return started;
  }

  function heard(from: Worker, said: FromThread): void {
    silentSince = null;
    if ('ready' in said) ready = true;
    else if ('question' in said) void answer(from, said.question, said.asked);
    else finish(said);
  }

  function finish(said: Told & { readonly job: number }): void {
    const done = running.get(said.job);
    running.delete(said.job);
    if ('answer' in said) done?.resolve(said.answer as never);
    else done?.reject(new Error(said.fault.message));
    next();
  }

  async function answer(to: Worker, question: number, asked: unknown): Promise<void> {
    const told: Told = await (tell?.(asked) ?? Promise.reject(new Error('Nobody answers here.'))).then(
      (known) => ({ answer: known }),
      (error) => ({ fault: { message: String(error.message), code: String(error.code) } }),
    );
    to.postMessage({ question, ...told } satisfies ToThread);
  }

  /** One that died before it was ready is a fault of ours, not of what it was given. */
  function died(dead: Worker, cause: unknown): void {
    if (worker !== dead) return;
    worker = null;
    const lost = [...running.values()];
    running.clear();
    if (ready && toBlame === 'the-first') waiting.unshift(...lost.splice(1));
    for (const { reject } of lost) reject(ready ? new ThreadKilled({ cause }) : new Error('No thread.', { cause }));
    next();
  }

  function next(): void {
    clearTimeout(rest);
    while (running.size < atOnce) {
      const job = waiting.shift();
      if (job === undefined) break;
      worker ??= start();
      last += 1;
      if (running.size === 0) silentSince = null;
      running.set(last, job);
      worker.postMessage({ job: last, given: job.given } satisfies ToThread);
    }
    if (running.size > 0) {
      worker?.ref();
      watch ??= setInterval(look, WATCH_MS).unref();
      return;
    }
    clearInterval(watch);
    watch = undefined;
    worker?.unref();
    rest = setTimeout(close, REST_MS).unref();
  }

  async function look(): Promise<void> {
    const watched = worker;
    if (watched === null || !ready) return;
    const used = await watched.cpuUsage().catch(() => null);
    if (used === null || watched !== worker) return;
    const now = (used.user + used.system) / 1000;
    silentSince ??= now;
    if (now - silentSince > limitMs) await watched.terminate();
  }

  async function close(): Promise<void> {
    clearTimeout(rest);
    await worker?.terminate();
  }

  return {
    run: (given) =>
      new Promise((resolve, reject) => {
        waiting.push({ given, resolve, reject });
        next();
      }),
    close,
  };
}
