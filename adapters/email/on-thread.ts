import { parentPort } from 'node:worker_threads';
import type { FromThread, Told, ToThread } from './thread.ts';

// The other side of thread.ts: what runs there calls this once everything it needs is loaded.

type Ask = (question: unknown) => Promise<unknown>;

/** Does each job that comes, as it comes. */
export function serve<Job>(work: (job: Job, ask: Ask) => Promise<unknown>): void {
  const port = parentPort;
  if (port === null) throw new Error('This runs on a thread of its own.');
  const open = new Map<number, (told: Told) => void>();
  let last = 0;

  const ask: Ask = (asked) => {
    last += 1;
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    open.set(last, (told) => {
      if ('answer' in told) resolve(told.answer);
      else reject(Object.assign(new Error(told.fault.message), { code: told.fault.code }));
    });
    port.postMessage({ question: last, asked } satisfies FromThread);
    return promise;
  };

  port.on('message', async (said: ToThread) => {
    if ('question' in said) {
      open.get(said.question)?.(said);
      open.delete(said.question);
      return;
    }
    const told: Told = await work(said.given as Job, ask).then(
      (answer) => ({ answer }),
      (error) => ({ fault: { message: String(error.message), code: String(error.code) } }),
    );
    port.postMessage({ job: said.job, ...told } satisfies FromThread);
  });
  port.postMessage({ ready: true } satisfies FromThread);
}
