import { setTimeout as pause } from 'node:timers/promises';
import { tryAgainAt } from './back-off.ts';
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
import { isWithdrawal } from './recognition/withdrawal.ts';
import type { StoryLinks } from './story-links.ts';
import type { View } from './views.ts';

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
  /** The public address under which the story wall is; null where there is none. */
  readonly publicUrl: string | null;
};

/** Stores what became of a delivery. */
type Recording = () => Promise<void>;

/** Where a place is for an adapter that runs, and that adapter; `lost` when only connections that are lost reach it. */
type Way = OpenWay | 'lost';
type OpenWay = { readonly adapter: Adapter; readonly to: Address };

/**
 * Makes one claimed delivery and records what became of it: shown, tried again later, or given up loudly. Once
 * `stopping` is aborted it no longer waits for a ledger that is out of reach.
 */
export function createDeliverer({ ledger, clock, log, adapterOf, publicUrl }: DelivererParts, stopping: AbortSignal) {
  const { outbox } = ledger;

  async function deliver(delivery: WaitingDelivery): Promise<void> {
    await record(delivery, await attempt(delivery));
  }

  async function attempt(delivery: WaitingDelivery): Promise<Recording> {
    const { view, standing, uncertain, place } = delivery;
    if (isWithdrawal(view) && standing === null && !uncertain) return () => outbox.delivered(delivery, {});
    try {
      const way = await wayTo(place);
      if (way === null && place.kind === 'person' && (await ledger.read.isDeactivated(place.person)))
        return () => outbox.givenUp(delivery, 'Their account is deactivated.', [], clock.now());
      if (way === null)
        return () => outbox.postponed(delivery, inTime(NO_DOOR_WAIT_MS), 'No door leads there yet.', false);
      if (way === 'lost') return () => outbox.parked(delivery, false);
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

  async function show(delivery: WaitingDelivery, { adapter, to }: OpenWay): Promise<Receipt> {
    const { id, view, standing, uncertain } = delivery;
    const wholeStories = await linksIn(delivery);
    return adapter.deliver({ id, to, view, standing, uncertain, wholeStories }, (receipt) =>
      record(delivery, () => outbox.standsSoFar(delivery, receipt)),
    );
  }

  /** Made with each delivery: none waits in the database, and one after the wall's key was renewed has links that open. */
  async function linksIn({ organization, view }: WaitingDelivery): Promise<StoryLinks> {
    if (view.type !== 'digest' || publicUrl === null) return new Map();
    const told = [...view.digest.inFull, ...view.digest.inALine];
    const { linksToStories } = await import('./story-links.ts');
    return linksToStories(
      ledger.wall,
      publicUrl,
      organization,
      told.map(({ id }) => id),
    );
  }

  function inTime(ms: number): Instant {
    return new Date(Date.parse(clock.now()) + ms).toISOString();
  }

  async function wayTo(place: Place): Promise<Way | null> {
    if (place.kind === 'channel') return wayOver({ connection: place.connection, channel: place.channel });
    let lost: Way | null = null;
    for (const identity of await ledger.read.reachableAs(place.person)) {
      const way = await wayOver(identity);
      if (way !== null && way !== 'lost') return way;
      lost ??= way;
    }
    return lost;
  }

  async function wayOver(to: Address): Promise<Way | null> {
    const adapter = await adapterOf(to.connection);
    if (adapter === null) return null;
    return (await ledger.read.isLost(to.connection)) ? 'lost' : { adapter, to };
  }

  async function settleTrouble(delivery: WaitingDelivery, error: unknown): Promise<void> {
    const expected = error instanceof DeliveryError ? error : null;
    const trouble = expected?.message ?? 'The adapter failed unexpectedly.';
    log.warn('delivery-failed', { delivery: delivery.id, attempt: delivery.attempts, ...faultFields(error) });
    // Thrown out in the middle of it: the platform's "no" is the connection's trouble, not this message's.
    const mayBeThere = expected?.mayBeThere || expected?.outcomeUnknown || false;
    if ((await wayTo(delivery.place)) === 'lost') return outbox.parked(delivery, mayBeThere);
    const now = clock.now();
    if (expected?.outcomeUnknown) {
      log.error('delivery-unconfirmed', { delivery: delivery.id, view: delivery.view.type });
      return outbox.unconfirmed(delivery, trouble, await askAdmins(delivery), now);
    }
    if (expected?.fatal || delivery.attempts >= TRIES) {
      log.error('delivery-given-up', { delivery: delivery.id, view: delivery.view.type });
      return outbox.givenUp(delivery, trouble, await reportToAdmins(delivery, trouble), now);
    }
    const until = expected?.retryAt ?? tryAgainAt(now, delivery.attempts);
    await outbox.postponed(delivery, until, trouble, mayBeThere);
  }

  async function askAdmins({
    id,
    organization,
    place: where,
    view,
  }: WaitingDelivery): Promise<readonly Announcement[]> {
    if (isTrouble(view)) return [];
    const asked = { type: 'delivery-unconfirmed', delivery: id, what: view.type, where } as const;
    return toAdmins(organization, id, asked);
  }

  async function reportToAdmins({ id, organization, view }: WaitingDelivery, reason: string) {
    if (isTrouble(view)) return [];
    const report = { type: 'delivery-given-up', what: view.type, reason } as const;
    return toAdmins(organization, id, report);
  }

  async function toAdmins(organization: string, delivery: string, trouble: View): Promise<readonly Announcement[]> {
    const { tellAdmins } = await import('./recognition/tell-admins.ts');
    return tellAdmins(await ledger.read.peopleOf(organization), delivery, trouble);
  }

  return deliver;
}

/** Trouble with telling of trouble is only logged, so that it cannot go round and round. */
function isTrouble({ type }: View): boolean {
  return type === 'delivery-given-up' || type === 'delivery-unconfirmed';
}
