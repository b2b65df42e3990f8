import { setTimeout as sleep } from 'node:timers/promises';
import { TeamsUnheard } from './trouble.ts';

/** What this resolves to; rejects when it takes longer than somebody else waits for us. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const enough = new AbortController();
  const late = sleep(ms, null, { signal: enough.signal, ref: false }).then((): never => {
    throw new TeamsUnheard(true);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    enough.abort();
    late.catch(() => null);
    work.catch(() => null);
  }
}
