// Every message in the workspace, the private ones that only one person sees included.

import type { SlackClock } from './clock.ts';
import type { Thing } from './json.ts';
import { SlackRefusal } from './refusal.ts';
import { bot, ourTeam } from './workspace.ts';

export type Message = {
  readonly ts: string;
  channel: string;
  /** Who wrote it: a person, the app's bot user, or Slackbot. */
  readonly user: string;
  /** The bot behind it, if one is. */
  readonly botId: string | null;
  text: string;
  blocks: readonly Thing[];
  attachments: readonly Thing[];
  readonly threadTs: string | null;
  metadata: Thing | null;
  edited: { readonly user: string; readonly ts: string } | null;
  readonly reactions: Map<string, Set<string>>;
  readonly files: readonly string[];
  readonly subtype: string | null;
  /** Sent with `link_names` or `parse: full`, which make mentions out of plain `@channel`. */
  readonly namesLinked: boolean;
  /** The only person who sees it; null when the whole channel does. */
  readonly onlyFor: string | null;
  deleted: boolean;
};

/** What can be changed of a message after it was posted. */
export type Change = Partial<Pick<Message, 'text' | 'blocks' | 'attachments' | 'metadata'>>;

export type NewMessage = Pick<Message, 'channel' | 'user' | 'text'> & Partial<Omit<Message, 'ts' | 'reactions'>>;

export function createMessages(clock: SlackClock) {
  const all: Message[] = [];
  const byPlace = new Map<string, Message>();
  let last = 0;

  /** Seconds with six digits behind the point: an order, an id and a time in one. */
  function nextTs(): string {
    last = Math.max(last + 1, clock.now() * 1000);
    return `${Math.floor(last / 1_000_000)}.${String(last % 1_000_000).padStart(6, '0')}`;
  }

  function post(given: NewMessage): Message {
    const message: Message = {
      botId: given.user === bot.user ? bot.id : null,
      blocks: [],
      attachments: [],
      threadTs: null,
      metadata: null,
      edited: null,
      files: [],
      subtype: null,
      namesLinked: false,
      onlyFor: null,
      deleted: false,
      ...given,
      ts: nextTs(),
      reactions: new Map(),
    };
    all.push(message);
    byPlace.set(`${message.channel}/${message.ts}`, message);
    return message;
  }

  /** Its channel goes by another id. */
  function move(from: string, to: string): void {
    for (const message of all.filter(({ channel }) => channel === from)) {
      byPlace.delete(`${from}/${message.ts}`);
      message.channel = to;
      byPlace.set(`${to}/${message.ts}`, message);
    }
  }

  return {
    all,
    move,
    post,
    nextTs,
    /** A message that everyone in its channel sees; throws `message_not_found`. */
    find(channel: string, ts: string): Message {
      const message = byPlace.get(`${channel}/${ts}`);
      if (message === undefined || message.deleted || message.onlyFor !== null) {
        throw new SlackRefusal('message_not_found');
      }
      return message;
    },
    /** What the channel keeps, oldest first. */
    in(channel: string): readonly Message[] {
      return all.filter((one) => one.channel === channel && !one.deleted && one.onlyFor === null);
    },
  };
}

/** A message as the API and events tell of it. */
export function describeMessage(message: Message, withMetadata: boolean, files: readonly Thing[] = []): Thing {
  return {
    type: 'message',
    ...(message.subtype === null ? {} : { subtype: message.subtype }),
    user: message.user,
    text: message.text,
    ts: message.ts,
    team: ourTeam.id,
    ...(message.botId === null ? {} : { bot_id: message.botId }),
    ...(message.botId === bot.id ? { app_id: bot.app } : {}),
    ...(message.blocks.length > 0 ? { blocks: message.blocks } : {}),
    ...(message.attachments.length > 0 ? { attachments: message.attachments } : {}),
    ...(message.threadTs === null ? {} : { thread_ts: message.threadTs }),
    ...(message.edited === null ? {} : { edited: message.edited }),
    ...(files.length > 0 ? { files } : {}),
    ...(message.metadata !== null && withMetadata ? { metadata: message.metadata } : {}),
    ...(message.reactions.size > 0
      ? {
          reactions: [...message.reactions].map(([name, users]) => ({ name, users: [...users], count: users.size })),
        }
      : {}),
  };
}
