import { randomUUID } from 'node:crypto';
import { type Adapter, type Address, type Delivery, DeliveryError, type Receipt } from '../../src/ports.ts';
import type { Shown } from './card.ts';
import type { Desk } from './desk.ts';
import { createPosts } from './posts.ts';
import { printOf, readReceipt, receiptOf, type Standing } from './receipt.ts';
import type { Talk } from './service.ts';
import { showParts } from './show.ts';
import { fitting } from './speak.ts';
import { deliveryErrorOf, TeamsRefused } from './trouble.ts';

type StandsSoFar = Parameters<Adapter['deliver']>[1];

/** A delivery while it is made. */
type UnderWay = {
  readonly delivery: Delivery;
  readonly serviceUrl: string;
  readonly standsSoFar: StandsSoFar;
  standing: Standing;
  /** Whether the call that is made may be repeated, done or not: edits may, posts may not. */
  safe: boolean;
};

const NOTHING: Standing = { conversation: '', posts: [] };

/** Shows views in Teams: posts each once, edits what stands, goes on with what was begun. */
export function createDeliver(desk: Desk) {
  const { teams, references, clock } = desk;
  const { begin, goOn, edit, keepFirst } = createPosts(desk);

  return async function deliver(delivery: Delivery, standsSoFar: StandsSoFar): Promise<Receipt> {
    const serviceUrl = references.serviceUrl();
    if (serviceUrl === null) throw new DeliveryError('Teams has not spoken to Herald yet.', { retryAt: inAMinute() });
    const standing = readReceipt(delivery.standing) ?? NOTHING;
    const underWay: UnderWay = { delivery, serviceUrl, standsSoFar, standing, safe: true };
    try {
      return receiptOf(
        await fitting(desk, delivery.view, 'post', (seen) =>
          bringUpToDate(underWay, showParts(delivery.view, { ...seen, wholeStories: delivery.wholeStories })),
        ),
      );
    } catch (error) {
      throw await failed(error, delivery.to, underWay.safe);
    }
  };

  function inAMinute(): string {
    return new Date(Date.parse(clock.now()) + 60_000).toISOString();
  }

  async function bringUpToDate(underWay: UnderWay, parts: readonly Shown[]): Promise<Standing> {
    const { delivery, serviceUrl, standsSoFar } = underWay;
    // Teams lets nobody look for a message: whether it is there only a person can say.
    if (delivery.uncertain && parts.length > underWay.standing.posts.length) {
      throw new DeliveryError('Herald may not look whether the message is there.', { outcomeUnknown: true });
    }
    for (const [index, shown] of parts.entries()) {
      const before = underWay.standing.posts[index];
      if (before?.showing === printOf(shown)) continue;
      underWay.standing = await put(underWay, index, shown);
      const more = index < parts.length - 1;
      if (before === undefined && more) await standsSoFar(receiptOf(underWay.standing));
    }
    underWay.safe = true;
    return keepFirst(serviceUrl, underWay.standing, parts.length);
  }

  async function put(underWay: UnderWay, index: number, shown: Shown): Promise<Standing> {
    const { delivery, serviceUrl, standing } = underWay;
    const { to } = delivery;
    if (standing.posts.length === 0) {
      const talk = await talkWith(to, serviceUrl);
      underWay.safe = false;
      return begin(talk, 'channel' in to, shown);
    }
    underWay.safe = index < standing.posts.length;
    return underWay.safe ? edit(serviceUrl, standing, index, shown) : goOn(serviceUrl, standing, shown);
  }

  async function talkWith(to: Address, serviceUrl: string): Promise<Talk> {
    if ('channel' in to) return { serviceUrl, conversation: to.channel };
    const known = references.chat(to.user);
    if (known !== null) return { serviceUrl, conversation: known };
    const conversation = await teams.chatWith(serviceUrl, to.user).catch((error) => {
      throw deliveryErrorOf(error, Date.parse(clock.now()), true);
    });
    await references.keepChat(to.user, conversation);
    return { serviceUrl, conversation };
  }

  /** A secret that is no longer taken concerns more than this message: the core keeps all of them until there is another. */
  async function failed(error: unknown, to: Address, safe: boolean): Promise<DeliveryError> {
    if (error instanceof TeamsRefused && error.status === 401) await loseConnection();
    if ('user' in to && isChatGone(error) && references.chat(to.user) !== null) {
      // They may have taken Herald away and added it again: the next try asks for their chat anew.
      await references.dropChat(to.user);
      return new DeliveryError('That chat is not there any more.', { cause: error });
    }
    return deliveryErrorOf(error, Date.parse(clock.now()), safe);
  }

  function isChatGone(error: unknown): boolean {
    return error instanceof TeamsRefused && (error.status === 403 || error.status === 404);
  }

  async function loseConnection(): Promise<void> {
    const { core, connection } = desk;
    const key = `teams:lost:${randomUUID()}`;
    await core.handle({ type: 'connection-lost', key, at: clock.now(), connection, why: 'token-revoked' });
  }
}
