import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Held } from '../src/views.ts';

/** Everything that is held about a person, found on a thread of its own: it may be anywhere. */
export async function heldBeside(file: string, person: string): Promise<readonly Held[]> {
  const worker = new Worker(new URL('./held-worker.ts', import.meta.url), { workerData: { file, person } });
  worker.unref();
  const [held] = (await once(worker, 'message')) as [readonly Held[]];
  return held;
}
