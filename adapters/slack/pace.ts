import { setTimeout as sleep } from 'node:timers/promises';
import { DeliveryError } from '../../src/ports.ts';
import { inSeconds, troubleOf } from './trouble.ts';

const HAIR_MS = 20;
/** As many channels as are kept in mind; those paced longest ago are forgotten. */
const CHANNELS_KEPT = 5000;

/** One message a second and channel, and each channel's own waits; no channel holds up another. */
export function createPace(options: { readonly now: () => number; readonly everyMs: number }) {
  const { now, everyMs } = options;
  const free = new Map<string, number>();
  /** Until when Slack itself asked a channel to wait; whoever has a turn before that gives it up. */
  const asked = new Map<string, number>();

  function busyUntil(channel: string, until: number): void {
    free.delete(channel);
    free.set(channel, until);
    const oldest = free.keys().next().value;
    if (free.size > CHANNELS_KEPT && oldest !== undefined) free.delete(oldest);
  }

  /** Makes a call that writes into a channel, as soon as that channel takes one. */
  async function inTurn<T>(channel: string, call: () => Promise<T>): Promise<T> {
    const wait = (free.get(channel) ?? 0) - now();
    if (wait > everyMs) {
      throw new DeliveryError('Slack asks to wait.', { retryAt: inSeconds(now(), Math.ceil(wait / 1000)) });
    }
    busyUntil(channel, Math.max(now(), free.get(channel) ?? 0) + everyMs);
    if (wait > 0) await sleep(wait);
    const until = asked.get(channel) ?? 0;
    // A timer may be early by a hair.
    if (until - now() > HAIR_MS)
      throw new DeliveryError('Slack asks to wait.', { retryAt: new Date(until).toISOString() });
    asked.delete(channel);
    try {
      return await call();
    } catch (error) {
      const trouble = troubleOf(error);
      if (trouble.kind === 'wait') {
        asked.set(channel, now() + trouble.seconds * 1000);
        busyUntil(channel, now() + trouble.seconds * 1000);
      }
      throw error;
    }
  }

  return { inTurn };
}
