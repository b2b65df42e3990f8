import { Worker } from 'node:worker_threads';
import type { Statements } from './database.ts';

/** Sweeps up on a thread of its own, which lives only while there is something to sweep. */
export function createSweeping(file: string, reads: Statements) {
  let worker: Worker | null = null;
  let last: Promise<boolean> = Promise.resolve(false);

  /** One after another: what comes meanwhile is swept up by the next. */
  function sweep(): Promise<boolean> {
    last = last.catch(() => false).then(sweepNow);
    return last;
  }

  async function sweepNow(): Promise<boolean> {
    if ((await reads.one('SELECT 1 FROM sweeps WHERE done_at IS NULL LIMIT 1')) === undefined) return false;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    worker = new Worker(new URL('./sweep-worker.ts', import.meta.url), { workerData: { file } });
    worker.on('error', reject);
    worker.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error('The sweeping up was stopped. It goes on with the next minute.')),
    );
    await promise.finally(() => {
      worker = null;
    });
    return true;
  }

  async function close(): Promise<void> {
    await worker?.terminate();
  }

  return { sweep, close };
}

export type Sweeping = ReturnType<typeof createSweeping>;
