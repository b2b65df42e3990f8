import { setTimeout as sleep } from 'node:timers/promises';
import { DeliveryError } from '../../src/ports.ts';
import { TALK_PACE } from './limits.ts';
import { TeamsRefused } from './trouble.ts';

/** As many conversations as are kept in mind; those written to longest ago are forgotten. */
const TALKS_KEPT = 5000;
/** Longer than this nobody waits in here: the outbox tries again when it is time. */
const PATIENCE_MS = 3000;

/** So many messages a second and half minute into one conversation; none holds up another. */
export function createPace(options: { readonly now: () => number }) {
  const { now } = options;
  const sent = new Map<string, readonly number[]>();
  const closed = new Map<string, number>();

  /** When the next message may go out. */
  function nextAt(talk: string): number {
    const times = sent.get(talk) ?? [];
    const free = TALK_PACE.map(({ most, withinMs }) => {
      const oldest = times.at(-most);
      return oldest === undefined ? 0 : oldest + withinMs;
    });
    return Math.max(now(), closed.get(talk) ?? 0, ...free);
  }

  function note(talk: string, at: number): void {
    const times = [...(sent.get(talk) ?? []), at].slice(-TALK_PACE[1].most);
    sent.delete(talk);
    sent.set(talk, times);
    const oldest = sent.keys().next().value;
    if (sent.size > TALKS_KEPT && oldest !== undefined) {
      sent.delete(oldest);
      closed.delete(oldest);
    }
  }

  /** Makes a call that writes into a conversation, as soon as that takes one. */
  async function inTurn<T>(talk: string, call: () => Promise<T>): Promise<T> {
    const at = nextAt(talk);
    const wait = at - now();
    if (wait > PATIENCE_MS) {
      throw new DeliveryError('Teams takes no more there just now.', { retryAt: new Date(at).toISOString() });
    }
    note(talk, at);
    if (wait > 0) await sleep(wait);
    try {
      return await call();
    } catch (error) {
      if (error instanceof TeamsRefused && error.status === 429) closed.set(talk, now() + (error.waitMs ?? 1000));
      throw error;
    }
  }

  return { inTurn };
}

export type Pace = ReturnType<typeof createPace>;
