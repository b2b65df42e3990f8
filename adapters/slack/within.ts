import { setTimeout as sleep } from 'node:timers/promises';
import { DeliveryError } from '../../src/ports.ts';

/** What this resolves to; rejects when it takes longer than somebody else waits for us. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const enough = new AbortController();
  const late = sleep(ms, null, { signal: enough.signal, ref: false }).then((): never => {
    throw new DeliveryError('Slack did not answer in time.');
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    enough.abort();
    late.catch(() => null);
    work.catch(() => null);
  }
}
