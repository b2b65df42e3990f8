import { parentPort } from 'node:worker_threads';
import type { FromThread, Told, ToThread } from './thread.ts';

// The other side of thread.ts: what runs there calls one of these once everything it needs is loaded.

type Ask = (question: unknown) => Promise<unknown>;
type Work<Job> = (job: Job, ask: Ask) => Promise<unknown>;

/** Does each job that comes, as it comes. */
export function serve<Job>(work: Work<Job>): void {
  listen(work, (answer) => void answer());
}

/** Does one job after another, as they came: when it is stopped, it was at the first that has no answer yet. */
export function serveInTurn<Job>(work: Work<Job>): void {
  let turn = Promise.resolve();
  listen(work, (answer) => {
    turn = turn.then(answer);
  });
}

/** `begin` is given each job, as something that answers it and never rejects. */
function listen<Job>(work: Work<Job>, begin: (answer: () => Promise<void>) => void): void {
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

  async function answer(job: number, given: Job): Promise<void> {
    const told: Told = await work(given, ask).then(
      (found) => ({ answer: found }),
      (error) => ({ fault: { message: String(error.message), code: String(error.code) } }),
    );
    port?.postMessage({ job, ...told } satisfies FromThread);
  }

  port.on('message', (said: ToThread) => {
    if ('question' in said) {
      open.get(said.question)?.(said);
      open.delete(said.question);
    } else {
      begin(() => answer(said.job, said.given as Job));
    }
  });
  port.postMessage({ ready: true } satisfies FromThread);
}
