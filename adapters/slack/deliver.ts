import type { types } from '@slack/bolt';
import { type Address, type Delivery, DeliveryError, type Receipt } from '../../src/ports.ts';
import { isLost, loseConnection } from './connection.ts';
import type { Desk } from './desk.ts';
import { findPosted, METADATA } from './find-posted.ts';
import { seenFor } from './look.ts';
import { type Part, printOf, readReceipt, receiptOf, type Standing } from './receipt.ts';
import type { Shown } from './seen.ts';
import { show } from './show.ts';
import { deliveryErrorOf, troubleOf } from './trouble.ts';

/** As many half-done deliveries as are kept in mind. */
const HALF_DONE = 500;

/** Shows views in Slack: posts each once, edits what stands, finishes what was begun. */
export function createDeliver(desk: Desk) {
  const { pace, clock } = desk;
  const now = () => Date.parse(clock.now());
  /** What of a delivery stands already, while not all of it does. */
  const halfDone = new Map<string, Standing>();

  async function deliver(delivery: Delivery): Promise<Receipt> {
    const { id, to, view, wholeStories } = delivery;
    const shown = show(view, { ...(await seenFor(desk, view, 'post')), wholeStories });
    const place = 'channel' in to ? to.channel : to.user;
    let standing = standingAt(to, readReceipt(delivery.standing) ?? halfDone.get(id) ?? null);
    // Edits may be repeated; posts may not.
    const posts = shown.length > (standing?.parts.length ?? 0);
    if (delivery.uncertain && posts) standing = await found(delivery, place, standing);
    standing = await bringUpToDate(id, place, shown, standing);
    halfDone.delete(id);
    return receiptOf(standing);
  }

  async function found({ id, to }: Delivery, place: string, known: Standing | null): Promise<Standing | null> {
    try {
      const posted = await findPosted(desk, 'channel' in to ? { channel: place } : { user: place }, id);
      if (posted === null) return known;
      // What these parts show is not known: each is edited once more.
      return { channel: posted.channel, parts: posted.parts.map((ts) => ({ ts, showing: '' })) };
    } catch (error) {
      if (error instanceof DeliveryError) throw error;
      const trouble = troubleOf(error);
      if (trouble.kind !== 'refused' || isLost(trouble.error)) throw await failed(error, false);
      throw new DeliveryError('Herald may not look whether the message is there.', {
        outcomeUnknown: true,
        cause: error,
      });
    }
  }

  async function bringUpToDate(
    id: string,
    place: string,
    shown: readonly Shown[],
    before: Standing | null,
  ): Promise<Standing> {
    let standing: Standing = before ?? { channel: place, parts: [] };
    for (const [index, one] of shown.entries()) {
      const part = standing.parts[index];
      const showing = printOf(one);
      if (part?.showing === showing) continue;
      if (part) await edit(standing.channel, part.ts, one);
      standing = part
        ? replaced(standing, index, { ts: part.ts, showing })
        : await post({ id, lane: place }, standing, index, one, showing);
      remember(id, standing);
    }
    return clear(standing, shown.length);
  }

  /** Parts that nothing is left for. */
  async function clear(standing: Standing, many: number): Promise<Standing> {
    for (const { ts } of standing.parts.slice(many))
      await call(edits(standing.channel), true, () => remove(standing.channel, ts));
    return { ...standing, parts: standing.parts.slice(0, many) };
  }

  async function post(
    { id, lane }: { readonly id: string; readonly lane: string },
    { channel, parts }: Standing,
    index: number,
    shown: Shown,
    showing: string,
  ) {
    const [first] = parts;
    const posted = await call(lane, false, () =>
      desk.api.chat.postMessage({
        channel,
        ...bodyOf(shown),
        ...(first ? { thread_ts: first.ts } : {}),
        metadata: { event_type: METADATA, event_payload: { id, part: index } },
        unfurl_links: false,
        unfurl_media: false,
      }),
    );
    if (!posted.ts || !posted.channel)
      throw new DeliveryError('Slack did not say where it posted.', { mayBeThere: true });
    return { channel: posted.channel, parts: [...parts, { ts: posted.ts, showing }] };
  }

  async function edit(channel: string, ts: string, shown: Shown): Promise<void> {
    await call(edits(channel), true, () => desk.api.chat.update({ channel, ts, ...bodyOf(shown) }).catch(unlessGone));
  }

  function remove(channel: string, ts: string) {
    return desk.api.chat.delete({ channel, ts }).catch(unlessGone);
  }

  async function call<T>(lane: string, safe: boolean, make: () => Promise<T>): Promise<T> {
    try {
      return await pace.inTurn(lane, make);
    } catch (error) {
      throw error instanceof DeliveryError ? error : await failed(error, safe);
    }
  }

  /** A token that is no longer taken concerns more than this message: the core keeps all of them until there is another. */
  async function failed(error: unknown, safe: boolean): Promise<DeliveryError> {
    const trouble = troubleOf(error);
    if (trouble.kind === 'refused' && isLost(trouble.error)) await loseConnection(desk, trouble.error);
    return deliveryErrorOf(error, now(), safe);
  }

  function remember(id: string, standing: Standing): void {
    halfDone.set(id, standing);
    const oldest = halfDone.keys().next().value;
    if (halfDone.size > HALF_DONE && oldest !== undefined) halfDone.delete(oldest);
  }

  return deliver;
}

/** A channel may go by another id than when it was posted there; a conversation with a person has an id of its own. */
function standingAt(to: Address, standing: Standing | null): Standing | null {
  return standing !== null && 'channel' in to ? { ...standing, channel: to.channel } : standing;
}

/** Somebody deleted the message: then there is nothing to keep up to date. */
function unlessGone(error: unknown): null {
  const trouble = troubleOf(error);
  if (trouble.kind === 'refused' && /^(message_not_found|cant_update_message|thread_not_found)$/.test(trouble.error)) {
    return null;
  }
  throw error;
}

/** Edits have a pace of their own: what stands is brought up to date though something was just posted. */
function edits(channel: string): string {
  return `${channel} edits`;
}

function replaced({ channel, parts }: Standing, index: number, part: Part): Standing {
  return { channel, parts: parts.map((one, at) => (at === index ? part : one)) };
}

function bodyOf({ text, blocks }: Shown): { text: string; blocks: types.KnownBlock[] } {
  return { text, blocks: [...blocks] };
}
