import { createDeliverer, type DelivererParts } from './deliverer.ts';
import { faultFields } from './log.ts';
import { createRounds } from './rounds.ts';

/** Messages claimed at once, each at a place of its own. */
const AT_ONCE = 32;

/** Drains the outbox: one message a place at a time, in order; places do not wait for each other. */
export function createDeliveries(parts: DelivererParts) {
  const { ledger, clock, log } = parts;
  const { outbox } = ledger;
  const stopping = new AbortController();
  let released = false;
  const rounds = createRounds({
    atOnce: AT_ONCE,
    async take(room) {
      if (!released) await release();
      return outbox.claim(clock.now(), room);
    },
    work: createDeliverer(parts, stopping.signal),
    onFault: (error) => log.warn('outbox-unavailable', faultFields(error)),
  });

  /** What a process had claimed when it died. */
  async function release(): Promise<void> {
    const uncertain = await outbox.releaseClaims();
    released = true;
    if (uncertain > 0) log.warn('deliveries-uncertain', { count: uncertain });
  }

  function start(): void {
    ledger.onAnnounced(rounds.look);
    rounds.start();
  }

  /** Claims nothing more, and resolves when what is under way is recorded. */
  function stop(): Promise<void> {
    stopping.abort();
    return rounds.stop();
  }

  return { start, drain: rounds.look, stop };
}
