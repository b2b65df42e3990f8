import { z } from 'zod';
import { flag, json } from '../arguments.ts';
import { longestMessage, longestUpdate } from '../block-limits.ts';
import { faultsOfShape } from '../block-shape.ts';
import { type Thing, text, things } from '../json.ts';
import { SlackRefusal } from '../refusal.ts';
import type { State } from '../state.ts';
import { acceptBlocks } from '../surfaces.ts';
import { bot } from '../workspace.ts';
import { visibleChannel, writableChannel } from './conversation.ts';
import { type Method, method } from './method.ts';

const contents = {
  text: z.string().optional(),
  blocks: json.optional(),
  attachments: json.optional(),
  parse: z.enum(['full', 'none']).optional(),
  link_names: flag.optional(),
};

const authorship = {
  username: z.string().optional(),
  icon_emoji: z.string().optional(),
  icon_url: z.string().optional(),
  as_user: flag.optional(),
};

const postShape = z.strictObject({
  channel: z.string(),
  ...contents,
  ...authorship,
  thread_ts: z.string().optional(),
  reply_broadcast: flag.optional(),
  metadata: json.optional(),
  mrkdwn: flag.optional(),
  unfurl_links: flag.optional(),
  unfurl_media: flag.optional(),
});

export const chatMethods: Readonly<Record<string, Method>> = {
  'chat.postMessage': method(['chat:write'], postShape, (args, state) => {
    mindCustomAuthor(args, state);
    const channel = writableChannel(state, args.channel);
    const written = acceptContents(args, longestMessage);
    const metadata = acceptMetadata(args.metadata);
    const threadTs = args.thread_ts ?? null;
    if (threadTs !== null) state.messages.find(channel.id, threadTs);
    const wait = state.limits.toWait(channel.id);
    if (wait !== null) throw new SlackRefusal('ratelimited', { retryAfter: wait });
    const subtype = args.reply_broadcast === true ? 'thread_broadcast' : null;
    const namesLinked = args.link_names === true || args.parse === 'full';
    const how = { metadata, threadTs, subtype, namesLinked };
    const message = state.post({ channel: channel.id, user: bot.user, ...written, ...how });
    return { channel: channel.id, ts: message.ts, message: state.describe(message, true) };
  }),

  'chat.update': method(
    ['chat:write'],
    z.strictObject({
      channel: z.string(),
      ts: z.string(),
      ...contents,
      metadata: json.optional(),
      as_user: flag.optional(),
      reply_broadcast: flag.optional(),
      file_ids: json.optional(),
    }),
    (args, state) => {
      if (state.workspace.users.has(args.channel)) throw new SlackRefusal('channel_not_found');
      const channel = writableChannel(state, args.channel);
      const message = state.messages.find(channel.id, args.ts);
      if (message.user !== bot.user) throw new SlackRefusal('cant_update_message');
      const written = acceptContents(args, longestUpdate);
      const cleared = Object.keys(written.metadata ?? {}).length === 0;
      const metadata = args.metadata === undefined ? message.metadata : cleared ? null : written.metadata;
      state.edit(message, { text: written.text, blocks: written.blocks, metadata });
      return { channel: channel.id, ts: message.ts, text: message.text, message: state.describe(message, true) };
    },
  ),

  'chat.postEphemeral': method(
    ['chat:write'],
    z.strictObject({
      channel: z.string(),
      user: z.string(),
      ...contents,
      ...authorship,
      thread_ts: z.string().optional(),
    }),
    (args, state) => {
      mindCustomAuthor(args, state);
      const channel = writableChannel(state, args.channel);
      if (!state.workspace.users.has(args.user)) throw new SlackRefusal('user_not_found');
      if (!channel.members.has(args.user)) throw new SlackRefusal('user_not_in_channel');
      const written = acceptContents(args, longestMessage);
      const threadTs = args.thread_ts ?? null;
      const message = state.post({ channel: channel.id, user: bot.user, ...written, threadTs, onlyFor: args.user });
      return { message_ts: message.ts };
    },
  ),

  'chat.delete': method(
    ['chat:write'],
    z.strictObject({ channel: z.string(), ts: z.string(), as_user: flag.optional() }),
    (args, state) => {
      const message = state.messages.find(visibleChannel(state, args.channel).id, args.ts);
      if (message.user !== bot.user) throw new SlackRefusal('cant_delete_message');
      state.remove(message);
      return { channel: args.channel, ts: args.ts };
    },
  ),

  'chat.getPermalink': method([], z.strictObject({ channel: z.string(), message_ts: z.string() }), (args, state) => {
    const message = state.messages.find(visibleChannel(state, args.channel).id, args.message_ts);
    return { channel: args.channel, permalink: permalinkOf(message) };
  }),
};

function permalinkOf(message: { readonly channel: string; readonly ts: string; readonly threadTs: string | null }) {
  const thread = message.threadTs === null ? '' : `?thread_ts=${message.threadTs}&cid=${message.channel}`;
  return `https://example.slack.com/archives/${message.channel}/p${message.ts.replace('.', '')}${thread}`;
}

type Contents = { text?: string | undefined; blocks?: unknown; attachments?: unknown; metadata?: unknown };

/**
 * What a message says. Stricter than Slack in one thing: blocks without a top-level `text`, which Slack takes with a
 * warning, are refused, because phones and screen readers would have nothing to read.
 */
export function acceptContents(given: Contents, longest: number) {
  if ((given.text ?? '').trim() === '') throw new SlackRefusal('no_text');
  if ((given.text ?? '').length > longest) throw new SlackRefusal('msg_too_long');
  const blocks = given.blocks === undefined ? [] : acceptBlocks(given.blocks);
  return {
    text: text(given.text),
    blocks,
    attachments: things(given.attachments),
    metadata: acceptMetadata(given.metadata),
  };
}

function acceptMetadata(metadata: unknown): Thing | null {
  if (metadata === undefined) return null;
  if (JSON.stringify(metadata) === '{}') return {};
  if (faultsOfShape('metadata', metadata, '/metadata').length > 0) throw new SlackRefusal('invalid_metadata_format');
  if (JSON.stringify(metadata).length > 8000) throw new SlackRefusal('metadata_too_large');
  return metadata as Thing;
}

function mindCustomAuthor(args: { username?: unknown; icon_emoji?: unknown; icon_url?: unknown }, state: State) {
  const custom = [args.username, args.icon_emoji, args.icon_url].some((value) => value !== undefined);
  if (custom) state.tokens.need(['chat:write.customize']);
}
