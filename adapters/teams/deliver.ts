import { randomUUID } from 'node:crypto';
import { type Address, type Delivery, DeliveryError, type Receipt } from '../../src/ports.ts';
import type { Shown } from './card.ts';
import type { Desk } from './desk.ts';
import { printOf, readReceipt, receiptOf, type Standing } from './receipt.ts';
import type { Posted, Talk } from './service.ts';
import { fitting } from './speak.ts';
import { deliveryErrorOf, isGone, TeamsRefused } from './trouble.ts';

/** A channel's id; that of one of its threads ends in the message which began it, a group chat's in `@thread.v2`. */
const CHANNEL = /@thread\.(tacv2|skype)$/;

/** Shows views in Teams: posts each once, and edits what stands. */
export function createDeliver(desk: Desk) {
  const { teams, references, pace, clock } = desk;

  return async function deliver(delivery: Delivery): Promise<Receipt> {
    const standing = readReceipt(delivery.standing);
    // Teams lets nobody look for a message: whether it is there only a person can say.
    if (standing === null && delivery.uncertain) {
      throw new DeliveryError('Herald may not look whether the message is there.', { outcomeUnknown: true });
    }
    const serviceUrl = references.serviceUrl();
    if (serviceUrl === null) throw new DeliveryError('Teams has not spoken to Herald yet.', { retryAt: inAMinute() });
    let safe = standing !== null;
    try {
      return receiptOf(
        await fitting(desk, delivery.view, { as: 'post' }, async (shown) => {
          if (standing !== null) return edit(serviceUrl, standing, shown);
          const talk = await talkWith(delivery.to, serviceUrl);
          safe = false;
          return post(talk, 'channel' in delivery.to, shown);
        }),
      );
    } catch (error) {
      throw await failed(error, delivery.to, safe);
    }
  };

  function inAMinute(): string {
    return new Date(Date.parse(clock.now()) + 60_000).toISOString();
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

  async function post(talk: Talk, inChannel: boolean, shown: Shown): Promise<Standing> {
    const posted = await pace.inTurn(talk.conversation, () => begins(talk, inChannel, shown));
    return { ...posted, showing: printOf(shown) };
  }

  /** In a channel a message of its own begins a thread; in a thread, a group chat or a chat it is the next. */
  function begins(talk: Talk, inChannel: boolean, shown: Shown): Promise<Posted> {
    const { conversation } = talk;
    return inChannel && CHANNEL.test(conversation) ? teams.postInChannel(talk, shown) : teams.post(talk, shown);
  }

  async function edit(serviceUrl: string, standing: Standing, shown: Shown): Promise<Standing> {
    const showing = printOf(shown);
    if (standing.showing === showing) return standing;
    const talk = { serviceUrl, conversation: standing.conversation };
    // Edits have a pace of their own: what stands is brought up to date though something was just posted.
    await pace.inTurn(`${standing.conversation} edits`, () =>
      teams.edit(talk, standing.id, shown).catch((error) => {
        // Somebody deleted the message: then there is nothing to keep up to date.
        if (!isGone(error)) throw error;
      }),
    );
    return { ...standing, showing };
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
