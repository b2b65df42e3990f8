import { z } from 'zod';
import { count, flag, page, paged } from '../arguments.ts';
import { describeChannel } from '../describe.ts';
import type { Thing } from '../json.ts';
import type { Message } from '../messages.ts';
import { SlackRefusal } from '../refusal.ts';
import { historyScopes, readScope, readScopes } from '../scopes.ts';
import type { State } from '../state.ts';
import { bot, type Channel } from '../workspace.ts';
import { channelWithHistory, readableChannel, visibleChannel } from './conversation.ts';
import { type Method, method } from './method.ts';

const kindOfType = { public_channel: 'public', private_channel: 'private', im: 'im', mpim: 'mpim' } as const;

const listShape = z.strictObject({
  types: z.string().optional(),
  exclude_archived: flag.optional(),
  user: z.string().optional(),
  ...paged,
});

const timeline = {
  channel: z.string(),
  oldest: z.coerce.number().optional(),
  latest: z.coerce.number().optional(),
  inclusive: flag.optional(),
  include_all_metadata: flag.optional(),
  limit: count.max(999).optional(),
  cursor: z.string().optional(),
};

export const conversationMethods: Readonly<Record<string, Method>> = {
  'conversations.open': method(
    ['im:write', 'mpim:write', 'groups:write', 'channels:manage'],
    z.strictObject({
      users: z.string().optional(),
      channel: z.string().optional(),
      return_im: flag.optional(),
      prevent_creation: flag.optional(),
    }),
    (args, state) => openDirect(args.users, state, args.return_im === true),
  ),

  'conversations.info': method(
    readScopes,
    z.strictObject({
      channel: z.string(),
      include_locale: flag.optional(),
      include_num_members: flag.optional(),
    }),
    (args, state) => {
      const channel = readableChannel(state, args.channel);
      const members = args.include_num_members === true ? { num_members: channel.members.size } : {};
      return { channel: { ...describeChannel(channel), ...members } };
    },
  ),

  'conversations.list': method(readScopes, listShape, (args, state) =>
    listChannels(args, state, (channel) => channel.kind === 'public' || channel.members.has(bot.user)),
  ),

  'users.conversations': method(readScopes, listShape, (args, state) => {
    const user = args.user ?? bot.user;
    return listChannels(args, state, (channel) => channel.members.has(user) && channel.members.has(bot.user));
  }),

  'conversations.members': method(readScopes, z.strictObject({ channel: z.string(), ...paged }), (args, state) => {
    const channel = readableChannel(state, args.channel);
    const { items, response_metadata } = page([...channel.members], args.limit ?? 100, args.cursor);
    return { members: items, response_metadata };
  }),

  'conversations.join': method(['channels:join'], z.strictObject({ channel: z.string() }), (args, state) => {
    const channel = visibleChannel(state, args.channel);
    if (channel.kind !== 'public') throw new SlackRefusal('method_not_supported_for_channel_type');
    if (channel.archived) throw new SlackRefusal('is_archived');
    channel.members.add(bot.user);
    return { channel: describeChannel(channel) };
  }),

  'conversations.history': method(historyScopes, z.strictObject(timeline), (args, state) => {
    const channel = channelWithHistory(state, args.channel);
    const inChannel = (one: Message) => one.threadTs === null || one.subtype === 'thread_broadcast';
    const messages = within(state.messages.in(channel.id).filter(inChannel), args).toReversed();
    const { items, response_metadata } = page(messages, args.limit ?? 100, args.cursor);
    return {
      messages: items.map((message) => told(state, message, args.include_all_metadata === true)),
      has_more: response_metadata.next_cursor !== '',
      pin_count: 0,
      response_metadata,
    };
  }),

  'conversations.replies': method(historyScopes, z.strictObject({ ...timeline, ts: z.string() }), (args, state) => {
    const channel = channelWithHistory(state, args.channel);
    const first = state.messages.in(channel.id).find((one) => one.ts === args.ts);
    if (first === undefined) throw new SlackRefusal('thread_not_found');
    const thread = state.messages.in(channel.id).filter((one) => one === first || one.threadTs === first.ts);
    const { items, response_metadata } = page(within(thread, args), args.limit ?? 999, args.cursor);
    return {
      messages: items.map((message) => told(state, message, args.include_all_metadata === true)),
      has_more: response_metadata.next_cursor !== '',
      response_metadata,
    };
  }),
};

/** Of metadata that was not asked for Slack tells the kind. */
function told(state: State, message: Message, whole: boolean) {
  const { metadata } = message;
  const described = state.describe(message, whole && state.metadata.told);
  if (metadata === null || (whole && state.metadata.told)) return described;
  return { ...described, metadata: { event_type: metadata.event_type } };
}

type Span = { oldest?: number | undefined; latest?: number | undefined; inclusive?: boolean | undefined };

function within(messages: readonly Message[], span: Span): readonly Message[] {
  const inclusive = span.inclusive === true;
  return messages.filter((message) => {
    const at = Number(message.ts);
    const after = span.oldest === undefined || at > span.oldest || (inclusive && at === span.oldest);
    return after && (span.latest === undefined || at < span.latest || (inclusive && at === span.latest));
  });
}

function listChannels(args: z.infer<typeof listShape>, state: State, fits: (channel: Channel) => boolean): Thing {
  const types = (args.types ?? 'public_channel').split(',').map((type) => type.trim());
  const kinds = types.map((type) => kindOfType[type as keyof typeof kindOfType]);
  if (kinds.includes(undefined as never)) throw new SlackRefusal('invalid_types');
  for (const kind of kinds) state.tokens.need([readScope(kind)]);
  const shown = [...state.workspace.channels.values()].filter(
    (channel) => kinds.includes(channel.kind) && fits(channel) && !(args.exclude_archived === true && channel.archived),
  );
  const { items, response_metadata } = page(shown, args.limit ?? 100, args.cursor);
  return { channels: items.map(describeChannel), response_metadata };
}

function openDirect(users: string | undefined, state: State, whole: boolean): Thing {
  const ids = (users ?? '').split(',').filter((id) => id !== '');
  if (ids.length === 0) throw new SlackRefusal('users_list_not_supplied');
  if (ids.length > 8) throw new SlackRefusal('too_many_users');
  const people = ids.map((id) => state.workspace.users.get(id));
  if (people.some((user) => user === undefined)) throw new SlackRefusal('user_not_found');
  if (people.some((user) => user?.deleted)) throw new SlackRefusal('user_disabled');
  if (people.some((user) => user?.isBot)) throw new SlackRefusal('cannot_dm_bot');
  if (people.some((user) => user?.guest === 'stranger')) throw new SlackRefusal('user_not_visible');
  if (ids.length > 1) {
    state.tokens.need(['mpim:write']);
    const channel = state.workspace.addChannel({ kind: 'mpim', members: [...ids, bot.user] });
    return { channel: whole ? describeChannel(channel) : { id: channel.id } };
  }
  state.tokens.need(['im:write']);
  const channel = state.workspace.directChannel(ids[0] ?? '');
  return { channel: whole ? describeChannel(channel) : { id: channel.id } };
}
