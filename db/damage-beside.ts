import { Worker } from 'node:worker_threads';

/** Reads every page on a thread of its own. Resolves to what is wrong; empty when the database is sound. */
export function damageBeside(file: string): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./integrity-worker.ts', import.meta.url), { workerData: { file } });
    worker.unref();
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => resolve([]));
  });
}
