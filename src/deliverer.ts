import { setTimeout as pause } from 'node:timers/promises';
import type { Instant, Place } from './commands.ts';
import { faultFields, type Log } from './log.ts';
import {
  type Adapter,
  type Address,
  type Clock,
  DeliveryError,
  type Ledger,
  type Receipt,
  type WaitingDelivery,
} from './ports.ts';
import type { Announcement } from './recognition/decision.ts';

/** Waits between tries: 1 s, 2 s, 4 s … 5 min. */
const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 300_000;
/** About a day of tries; then an admin hears of it. */
const TRIES = 300;
/** Between looks whether a door leads there by now: somebody known by mail alone may come into the chat any day. */
const NO_DOOR_WAIT_MS = 1_800_000;
/** Between tries to store what became of a delivery, while the ledger is out of reach. */
const RECORD_AGAIN_MS = 500;

export type DelivererParts = {
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly log: Log;
  /** The adapter that runs for this connection, if one does. */
  readonly adapterOf: (connection: string) => Promise<Adapter | null>;
};

/** Stores what became of a delivery. */
type Recording = () => Promise<void>;

/** Where a place is for an adapter that runs, and that adapter. */
type Way = { readonly adapter: Adapter; readonly to: Address };

/**
 * Makes one claimed delivery and records what became of it: shown, tried again later, or given up loudly. Once
 * `stopping` is aborted it no longer waits for a ledger that is out of reach.
 */
export function createDeliverer({ ledger, clock, log, adapterOf }: DelivererParts, stopping: AbortSignal) {
  const { outbox } = ledger;

  async function deliver(delivery: WaitingDelivery): Promise<void> {
    await record(delivery, await attempt(delivery));
  }

  async function attempt(delivery: WaitingDelivery): Promise<Recording> {
    const { view, standing, uncertain, place } = delivery;
    if (view.type === 'story-withdrawn' && standing === null && !uncertain) return () => outbox.delivered(delivery, {});
    try {
      const way = await wayTo(place);
      if (way === null) return () => outbox.postponed(delivery, inTime(NO_DOOR_WAIT_MS), 'No door leads there yet.');
      const receipt = await show(delivery, way);
      return () => outbox.delivered(delivery, receipt);
    } catch (error) {
      return () => settleTrouble(delivery, error);
    }
  }

  /** Never delivers anew because recording failed: that would tell it twice. And it holds up its place until recorded. */
  async function record(delivery: WaitingDelivery, store: Recording): Promise<void> {
    for (;;) {
      const lastTry = stopping.aborted;
      try {
        return await store();
      } catch (fault) {
        log.warn('delivery-not-recorded', { delivery: delivery.id, ...faultFields(fault) });
        // It stays claimed; the next start puts it back, marked as uncertain.
        if (lastTry) return;
        await pause(RECORD_AGAIN_MS, null, { signal: stopping }).catch(() => null);
      }
    }
  }

  function show({ id, view, standing, uncertain }: WaitingDelivery, { adapter, to }: Way): Promise<Receipt> {
    return adapter.deliver({ id, to, view, standing, uncertain });
  }

  function inTime(ms: number): Instant {
    return new Date(Date.parse(clock.now()) + ms).toISOString();
  }

  async function wayTo(place: Place): Promise<Way | null> {
    if (place.kind === 'channel') {
      const adapter = await adapterOf(place.connection);
      return adapter && { adapter, to: { connection: place.connection, channel: place.channel } };
    }
    for (const identity of await ledger.read.identitiesOf(place.person)) {
      const adapter = await adapterOf(identity.connection);
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
    const until = expected?.retryAt ?? inTime(wait);
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

  return deliver;
}
