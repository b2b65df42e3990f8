import { DeliveryError } from '../../src/ports.ts';
import type { Desk } from './desk.ts';

/** The metadata by which a message is known as this delivery's (docs.slack.dev/messaging/message-metadata). */
export const METADATA = 'herald_delivery';

/** How far back a message is looked for: longer than any outage after which it would still be sent. */
const DAYS = 30;
/** Pages of a channel's history, of 200 messages each. Busier channels are not read to the end; then nobody knows. */
const PAGES = 50;

type Place = { readonly channel: string } | { readonly user: string };
type Posted = { readonly channel: string; readonly parts: readonly string[] };
type Message = {
  readonly ts?: string;
  readonly metadata?: { readonly event_type?: string; readonly event_payload?: object };
};

/**
 * The parts of a delivery that stand at a place, in their order; null when none does. Rejects with what Slack said when
 * it does not let Herald look, and with `outcomeUnknown` when it could not look far enough or is not told enough.
 */
export async function findPosted(desk: Desk, place: Place, delivery: string): Promise<Posted | null> {
  const channel = 'channel' in place ? place.channel : await directChannel(desk, place.user);
  const first = await findFirst(desk, channel, delivery);
  if (first === null) return null;
  return { channel, parts: [first, ...(await inThread(desk, channel, first, delivery))] };
}

export async function directChannel({ api }: Pick<Desk, 'api'>, user: string): Promise<string> {
  const { channel } = await api.conversations.open({ users: user });
  if (!channel?.id) throw new DeliveryError('Slack did not say where this person is reached.');
  return channel.id;
}

async function findFirst({ api, clock }: Desk, channel: string, delivery: string): Promise<string | null> {
  const oldest = String(Date.parse(clock.now()) / 1000 - DAYS * 86_400);
  let cursor = '';
  for (let page = 0; page < PAGES; page += 1) {
    const history = await api.conversations.history({
      channel,
      oldest,
      limit: 200,
      include_all_metadata: true,
      ...(cursor === '' ? {} : { cursor }),
    });
    const messages: readonly Message[] = history.messages ?? [];
    const found = messages.find((message) => partOf(message, delivery) === 0);
    if (found?.ts) return found.ts;
    if (messages.some(isNobodys)) {
      throw new DeliveryError('Slack does not tell whose the messages of Herald are.', { outcomeUnknown: true });
    }
    cursor = history.response_metadata?.next_cursor ?? '';
    if (cursor === '') return null;
  }
  throw new DeliveryError('The channel is too busy to look far enough back.', { outcomeUnknown: true });
}

async function inThread({ api }: Desk, channel: string, first: string, delivery: string): Promise<readonly string[]> {
  const parts = new Map<number, string>();
  let cursor = '';
  do {
    const replies = await api.conversations.replies({
      channel,
      ts: first,
      limit: 200,
      include_all_metadata: true,
      ...(cursor === '' ? {} : { cursor }),
    });
    for (const message of (replies.messages ?? []) as readonly Message[]) {
      const part = partOf(message, delivery);
      if (part !== null && part > 0 && message.ts) parts.set(part, message.ts);
    }
    cursor = replies.response_metadata?.next_cursor ?? '';
  } while (cursor !== '');
  return [...parts].toSorted(([one], [other]) => one - other).map(([, ts]) => ts);
}

/** A message of Herald's whose metadata Slack keeps to itself: it may be any delivery's. */
function isNobodys({ metadata }: Message): boolean {
  return metadata?.event_type === METADATA && !(metadata.event_payload !== undefined && 'id' in metadata.event_payload);
}

function partOf({ metadata }: Message, delivery: string): number | null {
  if (metadata?.event_type !== METADATA) return null;
  const payload = metadata.event_payload as { readonly id?: unknown; readonly part?: unknown } | undefined;
  return payload?.id === delivery && typeof payload.part === 'number' ? payload.part : null;
}
