import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/**
 * All that is kept of an organization as of one moment, as JSON Lines in pieces: read on a thread of its own, and no
 * faster than it is taken.
 */
export async function* exportBeside(file: string, organization: string): AsyncGenerator<string> {
  const worker = new Worker(new URL('./export-worker.ts', import.meta.url), { workerData: { file, organization } });
  worker.unref();
  try {
    for (;;) {
      worker.postMessage('more');
      const [piece] = (await once(worker, 'message')) as [string | null];
      if (piece === null) return;
      yield piece;
    }
  } finally {
    await worker.terminate();
  }
}
