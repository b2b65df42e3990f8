import { setTimeout as pause } from 'node:timers/promises';
import { tryAgainAt } from './back-off.ts';
import type { Instant } from './commands.ts';
import { faultFields, type Log } from './log.ts';
import {
  type Clock,
  type Core,
  DeliveryError,
  type Ledger,
  LedgerUnavailable,
  type Resolver,
  type WaitingCommand,
} from './ports.ts';
import { answer } from './recognition/answer.ts';
import { createRounds } from './rounds.ts';
import type { Refusal, View } from './views.ts';

/** Raw commands worked on at once. */
const AT_ONCE = 8;
/** About an hour of tries: then it is better that the person hears "not told" than nothing. */
const TRIES = 20;
/** A platform that asks for patience each time is tried more often; it is given as long. */
const PATIENCE_MS = 3_600_000;
/** A fault of our own rarely goes away by itself. */
const TRIES_AFTER_FAULT = 3;
/** After a fault of the ledger itself, so that it is not asked without a pause. */
const AFTER_FAULT_MS = 1000;

export type ResolutionParts = {
  readonly ledger: Ledger;
  readonly core: Core;
  readonly clock: Clock;
  readonly log: Log;
  /** The resolver that runs for this connection, if one does. */
  readonly resolverOf: (connection: string) => Promise<Resolver | null>;
};

/**
 * Has raw commands completed by their platform, decides them and answers whoever asked. What was decided when a process
 * died is not decided again, only answered; what was not is completed again.
 */
export function createResolutions({ ledger, core, clock, log, resolverOf }: ResolutionParts) {
  const { received } = ledger;
  const underWay = new Set<string>();
  const stopping = new AbortController();
  const rounds = createRounds({
    atOnce: AT_ONCE,
    async take(room) {
      const due = await received.due(clock.now(), AT_ONCE);
      const fresh = due.filter((waiting) => !underWay.has(nameOf(waiting))).slice(0, room);
      for (const waiting of fresh) underWay.add(nameOf(waiting));
      return fresh;
    },
    work: settle,
    onFault: (error) => log.warn('received-unavailable', faultFields(error)),
  });

  async function settle(waiting: WaitingCommand): Promise<void> {
    try {
      const resolver = await resolverOf(waiting.raw.connection);
      if (resolver === null) return await later(waiting, new DeliveryError('No door to this connection is open.'));
      if (waiting.reply !== null) return await tell(resolver, waiting, waiting.reply);
      const reply = await decide(resolver, waiting);
      if (reply !== null) await tell(resolver, { ...waiting, reply, attempts: 1 }, reply);
    } catch (fault) {
      log.warn('resolution-not-recorded', faultFields(fault));
      await pause(AFTER_FAULT_MS, null, { signal: stopping.signal }).catch(() => null);
    } finally {
      underWay.delete(nameOf(waiting));
    }
  }

  /** Null when it is to be tried again later. */
  async function decide(resolver: Resolver, waiting: WaitingCommand): Promise<View | null> {
    const { raw } = waiting;
    try {
      const completed = await resolver.complete(raw);
      if (completed.type === 'refusal') return await refuse(waiting, completed);
      return await core.handle({ ...completed, key: raw.key });
    } catch (error) {
      if (!isHopeless(waiting, error, clock.now())) {
        await later(waiting, error);
        return null;
      }
      log.error('resolution-given-up', { attempt: waiting.attempts, ...faultFields(error) });
      return refuse(waiting, { type: 'refusal', reason: 'platform-silent', words: raw.words });
    }
  }

  /** A refusal is the key's first reply too: the same key again gets it again. */
  function refuse({ organization, raw }: WaitingCommand, refusal: Refusal): Promise<View> {
    return ledger.decide({ organization, key: raw.key, at: clock.now(), by: null }, async () => answer(refusal));
  }

  async function tell(resolver: Resolver, waiting: WaitingCommand, reply: View): Promise<void> {
    try {
      await resolver.answer(waiting.raw, reply);
    } catch (error) {
      if (!isHopeless(waiting, error, clock.now())) return later(waiting, error);
      log.error('answer-given-up', { attempt: waiting.attempts, ...faultFields(error) });
    }
    await received.answered(waiting);
  }

  async function later(waiting: WaitingCommand, error: unknown): Promise<void> {
    log.warn('resolution-failed', { attempt: waiting.attempts, ...faultFields(error) });
    const wish = error instanceof DeliveryError ? error.retryAt : null;
    await received.postponed(waiting, wish ?? tryAgainAt(clock.now(), waiting.attempts));
  }

  function start(): void {
    ledger.onKept(rounds.look);
    rounds.start();
  }

  /** Takes nothing more up, and resolves when what is under way is recorded. */
  function stop(): Promise<void> {
    stopping.abort();
    return rounds.stop();
  }

  return { start, stop };
}

function isHopeless({ attempts, raw }: WaitingCommand, error: unknown, now: Instant): boolean {
  if (error instanceof DeliveryError) {
    const waited = error.retryAt === null || Date.parse(now) - Date.parse(raw.at) >= PATIENCE_MS;
    return error.fatal || (attempts >= TRIES && waited);
  }
  return attempts >= (error instanceof LedgerUnavailable ? TRIES : TRIES_AFTER_FAULT);
}

function nameOf({ organization, raw }: WaitingCommand): string {
  return JSON.stringify([organization, raw.key]);
}
