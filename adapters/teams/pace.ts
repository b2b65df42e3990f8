import { DeliveryError } from '../../src/ports.ts';
import { TALK_PACE } from './limits.ts';
import { TeamsRefused } from './trouble.ts';

/** As many conversations as are kept in mind; those written to longest ago are forgotten. */
const TALKS_KEPT = 5000;
/** Longer than this nobody waits in here: the outbox tries again when it is time. */
const PATIENCE_MS = 3000;
/** Without a wish of Teams' own, and when the call before has not been answered. */
const A_WHILE_MS = 1000;

/** The calls into one conversation. */
type Lane = {
  /** When the newest were made. */
  times: readonly number[];
  /** Until when Teams asked to wait. */
  closedUntil: number;
  /** Resolves when all that came before is answered; null when nothing is under way. */
  answered: Promise<void> | null;
};

/**
 * So many messages a second and half minute into one conversation; none holds up another. A call goes out only once the one
 * before it is answered, since that answer may ask to wait.
 */
export function createPace(options: { readonly now: () => number }) {
  const { now } = options;
  const lanes = new Map<string, Lane>();

  function laneOf(talk: string): Lane {
    const lane = lanes.get(talk) ?? { times: [], closedUntil: 0, answered: null };
    lanes.delete(talk);
    lanes.set(talk, lane);
    const oldest = lanes.keys().next().value;
    if (lanes.size > TALKS_KEPT && oldest !== undefined) lanes.delete(oldest);
    return lane;
  }

  /** When the next message may go out. */
  function freeAt({ times, closedUntil }: Lane): number {
    const free = TALK_PACE.map(({ most, withinMs }) => {
      const oldest = times.at(-most);
      return oldest === undefined ? 0 : oldest + withinMs;
    });
    return Math.max(now(), closedUntil, ...free);
  }

  async function turnOf(lane: Lane): Promise<void> {
    for (let at = freeAt(lane); at > now(); at = freeAt(lane)) {
      if (at - now() > PATIENCE_MS) throw later(at);
      await wait(at - now());
    }
  }

  async function make<T>(lane: Lane, call: () => Promise<T>): Promise<T> {
    lane.times = [...lane.times, now()].slice(-TALK_PACE[1].most);
    try {
      return await call();
    } catch (error) {
      if (error instanceof TeamsRefused && error.status === 429) {
        lane.closedUntil = now() + (error.waitMs ?? A_WHILE_MS);
      }
      throw error;
    }
  }

  /** Makes a call that writes into a conversation, as soon as that takes one. */
  async function inTurn<T>(talk: string, call: () => Promise<T>): Promise<T> {
    const lane = laneOf(talk);
    const { promise: done, resolve } = Promise.withResolvers<void>();
    const before = lane.answered;
    const mine = before === null ? done : before.then(() => done);
    lane.answered = mine;
    void mine.then(() => {
      if (lane.answered === mine) lane.answered = null;
    });
    try {
      if (before !== null && !(await comesSoon(before))) throw later(now() + A_WHILE_MS);
      await turnOf(lane);
      return await make(lane, call);
    } finally {
      resolve();
    }
  }

  /** Whether a call into a conversation would go out at once. */
  function isFree(talk: string): boolean {
    const lane = lanes.get(talk);
    return lane === undefined || (lane.answered === null && freeAt(lane) <= now());
  }

  return { inTurn, isFree };
}

export type Pace = ReturnType<typeof createPace>;

function later(at: number): DeliveryError {
  return new DeliveryError('Teams takes no more there just now.', { retryAt: new Date(at).toISOString() });
}

function wait(ms: number): Promise<void> {
  return new Promise((over) => setTimeout(over, ms));
}

/** Whether it resolves before patience ends. */
async function comesSoon(work: Promise<void>): Promise<boolean> {
  const late = Promise.withResolvers<false>();
  const timer = setTimeout(() => late.resolve(false), PATIENCE_MS);
  const soon = await Promise.race([work.then(() => true as const), late.promise]);
  clearTimeout(timer);
  return soon;
}
