import { Worker } from 'node:worker_threads';
import type { Story } from '../src/views.ts';

export type Found = { readonly stories: readonly Story[]; readonly more: boolean };

/** One engine's full-text search. */
export interface Search {
  find(organization: string, words: string, limit: number): Promise<Found>;
  close(): Promise<void>;
}

/** The worker goes away after so long without work, and with it its memory. */
const IDLE_MS = 30_000;

type Asked = { readonly resolve: (found: Found) => void; readonly reject: (error: Error) => void };

/** Searches on a thread of its own, which lives only while there is work: ranking a million stories takes long. */
export function createSearch(file: string): Search {
  let worker: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;
  let last = 0;
  const asked = new Map<number, Asked>();

  function start(): Worker {
    const started = new Worker(new URL('./search-worker.ts', import.meta.url), { workerData: { file } });
    started.unref();
    started.on('message', ({ id, found, error }: Answer) => {
      const waiting = asked.get(id);
      asked.delete(id);
      if (found) waiting?.resolve(found);
      else waiting?.reject(new Error(error ?? 'The search failed.'));
      rest();
    });
    started.on('error', (error) => forsake(started, error instanceof Error ? error : new Error(String(error))));
    started.on('exit', () => forsake(started, new Error('The search was stopped.')));
    return started;
  }

  /** A worker that died takes its questions with it; the next question starts another. */
  function forsake(dead: Worker, error: Error): void {
    if (worker !== dead) return;
    worker = null;
    for (const waiting of asked.values()) waiting.reject(error);
    asked.clear();
  }

  function rest(): void {
    clearTimeout(idle);
    if (asked.size === 0) idle = setTimeout(close, IDLE_MS).unref();
  }

  async function close(): Promise<void> {
    clearTimeout(idle);
    const leaving = worker;
    if (leaving) forsake(leaving, new Error('The search was stopped.'));
    await leaving?.terminate();
  }

  return {
    find: (organization, words, limit) =>
      new Promise((resolve, reject) => {
        clearTimeout(idle);
        worker ??= start();
        last += 1;
        asked.set(last, { resolve, reject });
        worker.postMessage({ id: last, organization, words, limit } satisfies Question);
      }),
    close,
  };
}

export type Question = {
  readonly id: number;
  readonly organization: string;
  readonly words: string;
  readonly limit: number;
};
export type Answer = { readonly id: number; readonly found?: Found; readonly error?: string };
