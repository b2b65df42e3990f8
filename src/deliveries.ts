import type { Place } from './commands.ts';
import { faultFields, type Log } from './log.ts';
import { type Adapter, type Address, type Clock, DeliveryError, type Ledger, type WaitingDelivery } from './ports.ts';
import type { Announcement } from './recognition/decision.ts';

/** Also without a word from the ledger: another process, such as the command line, may have left something. */
const LOOK_AGAIN_MS = 1000;
/** Messages claimed at once, each at a place of its own. */
const AT_ONCE = 16;
/** Waits between tries: 1 s, 2 s, 4 s … 5 min. */
const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 300_000;
/** About a day of tries; then an admin hears of it. */
const TRIES = 300;

/** Where a place is for an adapter that runs, and that adapter. */
type Way = { readonly adapter: Adapter; readonly to: Address };

/**
 * Drains the outbox: claim, deliver, record; on trouble back off, and in the end give up loudly. One message a place
 * at a time, in order; places do not wait for each other.
 */
export function createDeliveries(options: {
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly log: Log;
  /** The adapters that run, by connection. */
  readonly adapterOf: (connection: string) => Adapter | null;
}) {
  const { ledger, clock, log, adapterOf } = options;
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
    if (round) {
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

  async function deliver(delivery: WaitingDelivery): Promise<void> {
    try {
      await outbox.delivered(delivery, await show(delivery));
    } catch (error) {
      await settleTrouble(delivery, error).catch((fault) => {
        // It stays claimed; the next start puts it back, marked as uncertain.
        log.error('delivery-not-recorded', { delivery: delivery.id, ...faultFields(fault) });
      });
    }
  }

  async function show(delivery: WaitingDelivery) {
    const { id, view, standing, uncertain } = delivery;
    if (view.type === 'story-withdrawn' && standing === null && !uncertain) return {};
    const way = await wayTo(delivery.place);
    if (way === null) throw new DeliveryError('No connection that runs reaches this place.');
    return way.adapter.deliver({ id, to: way.to, view, standing, uncertain });
  }

  async function wayTo(place: Place): Promise<Way | null> {
    if (place.kind === 'channel') {
      const adapter = adapterOf(place.connection);
      return adapter && { adapter, to: { connection: place.connection, channel: place.channel } };
    }
    for (const identity of await ledger.read.identitiesOf(place.person)) {
      const adapter = adapterOf(identity.connection);
      if (adapter) return { adapter, to: identity };
    }
    return null;
  }

  async function settleTrouble(delivery: WaitingDelivery, error: unknown): Promise<void> {
    const expected = error instanceof DeliveryError ? error : null;
    const trouble = expected?.message ?? 'The adapter failed unexpectedly.';
    log.warn('delivery-failed', { delivery: delivery.id, attempt: delivery.attempts, ...faultFields(error) });
    if (expected?.fatal || delivery.attempts >= TRIES) {
      log.error('delivery-given-up', { delivery: delivery.id, view: delivery.view.type });
      await outbox.givenUp(delivery, trouble, await tellAdmins(delivery, trouble), clock.now());
      return;
    }
    const wait = Math.min(FIRST_WAIT_MS * 2 ** (delivery.attempts - 1), LONGEST_WAIT_MS);
    const until = expected?.retryAt ?? new Date(Date.parse(clock.now()) + wait).toISOString();
    await outbox.postponed(delivery, until, trouble);
  }

  /** Trouble with telling of trouble is only logged, so that it cannot go round and round. */
  async function tellAdmins(delivery: WaitingDelivery, reason: string): Promise<readonly Announcement[]> {
    if (delivery.view.type === 'delivery-given-up') return [];
    const people = await ledger.read.peopleOf(delivery.organization);
    const view = { type: 'delivery-given-up', what: delivery.view.type, reason } as const;
    return people
      .filter((person) => person.admin)
      .map((admin) => ({
        to: { kind: 'person', person: admin.id },
        about: { kind: 'trouble', id: delivery.id },
        view,
      }));
  }

  /** Claims nothing more, and resolves when what is under way is recorded. */
  async function stop(): Promise<void> {
    running = false;
    clearInterval(timer);
    await round;
    await Promise.all(inFlight);
  }

  return { start, drain, stop };
}
