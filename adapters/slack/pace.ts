import { setTimeout as sleep } from 'node:timers/promises';
import { DeliveryError } from '../../src/ports.ts';
import { inSeconds, troubleOf } from './trouble.ts';

/** How long a turn that has come waits to hear what Slack says to the call before it. */
const HEARING_MS = 1000;
/** As many channels as are kept in mind; those written to longest ago are forgotten. */
const CHANNELS_KEPT = 5000;

/** The calls into one channel. */
type Lane = {
  /** When the next may go out, by the channel's pace or by the wait that Slack asked for. */
  freeAt: number;
  /** Resolves when Slack has answered the one under way. */
  heard: Promise<void> | null;
  /** Whether one waits for its turn. */
  awaited: boolean;
};

/**
 * One message a second and channel, and each channel's own waits; no channel holds up another. A call goes out only
 * once the one before it is answered, since that answer may ask to wait.
 */
export function createPace(options: { readonly now: () => number; readonly everyMs: number }) {
  const { now, everyMs } = options;
  const lanes = new Map<string, Lane>();

  function laneOf(channel: string): Lane {
    const lane = lanes.get(channel) ?? { freeAt: 0, heard: null, awaited: false };
    lanes.delete(channel);
    lanes.set(channel, lane);
    const oldest = lanes.keys().next().value;
    if (lanes.size > CHANNELS_KEPT && oldest !== undefined) lanes.delete(oldest);
    return lane;
  }

  function later(at: number): DeliveryError {
    const seconds = Math.max(1, Math.ceil((at - now()) / 1000));
    return new DeliveryError('Slack asks to wait.', { retryAt: inSeconds(now(), seconds) });
  }

  /** Resolves when the lane takes a call; throws when that is more than a moment away. */
  async function turnOf(lane: Lane): Promise<void> {
    if (lane.heard !== null) await Promise.race([lane.heard, sleep(HEARING_MS, undefined, { ref: false })]);
    if (lane.heard !== null) throw later(lane.freeAt);
    // A timer may be early by a hair.
    for (let wait = lane.freeAt - now(); wait > 0; wait = lane.freeAt - now()) {
      if (wait > everyMs) throw later(lane.freeAt);
      await sleep(wait);
    }
  }

  async function make<T>(lane: Lane, call: () => Promise<T>): Promise<T> {
    const heard = Promise.withResolvers<void>();
    lane.heard = heard.promise;
    lane.freeAt = now() + everyMs;
    try {
      return await call();
    } catch (error) {
      const trouble = troubleOf(error);
      if (trouble.kind === 'wait') lane.freeAt = now() + trouble.seconds * 1000;
      throw error;
    } finally {
      lane.heard = null;
      heard.resolve();
    }
  }

  /** Makes a call that writes into a channel, as soon as that channel takes one. One may wait for that, no more. */
  async function inTurn<T>(channel: string, call: () => Promise<T>): Promise<T> {
    const lane = laneOf(channel);
    if (lane.awaited) throw later(lane.freeAt + everyMs);
    if (lane.heard !== null || lane.freeAt > now()) {
      lane.awaited = true;
      try {
        await turnOf(lane);
      } finally {
        lane.awaited = false;
      }
    }
    return make(lane, call);
  }

  return { inTurn };
}
