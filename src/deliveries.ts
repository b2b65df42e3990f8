import { createDeliverer, type DelivererParts } from './deliverer.ts';
import { faultFields } from './log.ts';

/** Also without a word from the ledger: another process, such as the command line, may have left something. */
const LOOK_AGAIN_MS = 1000;
/** Messages claimed at once, each at a place of its own. */
const AT_ONCE = 16;

/** Drains the outbox: one message a place at a time, in order; places do not wait for each other. */
export function createDeliveries(options: DelivererParts) {
  const { ledger, clock, log } = options;
  const stopping = new AbortController();
  const deliver = createDeliverer(options, stopping.signal);
  const { outbox } = ledger;
  let running = false;
  let round: Promise<void> | null = null;
  let again = false;
  let timer: NodeJS.Timeout | undefined;
  const inFlight = new Set<Promise<void>>();

  async function start(): Promise<void> {
    const uncertain = await outbox.releaseClaims();
    if (uncertain > 0) log.warn('deliveries-uncertain', { count: uncertain });
    running = true;
    ledger.onAnnounced(drain);
    timer = setInterval(drain, LOOK_AGAIN_MS);
    drain();
  }

  /** Starts a round, or has the one under way followed by another. */
  function drain(): void {
    if (!running) return;
    if (round !== null) {
      again = true;
      return;
    }
    round = claimAndDeliver().finally(() => {
      round = null;
      if (again) {
        again = false;
        drain();
      }
    });
  }

  async function claimAndDeliver(): Promise<void> {
    try {
      const room = AT_ONCE - inFlight.size;
      const claimed = room > 0 ? await outbox.claim(clock.now(), room) : [];
      for (const delivery of claimed) {
        const delivering = deliver(delivery).finally(() => {
          inFlight.delete(delivering);
          drain();
        });
        inFlight.add(delivering);
      }
    } catch (error) {
      // The ledger is out of reach; the next look tries again.
      log.warn('outbox-unavailable', faultFields(error));
    }
  }

  /** Claims nothing more, and resolves when what is under way is recorded. */
  async function stop(): Promise<void> {
    running = false;
    clearInterval(timer);
    stopping.abort();
    await round;
    await Promise.all(inFlight);
  }

  return { start, drain, stop };
}
