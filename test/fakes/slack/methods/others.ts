// Who am I, sockets, reactions, files.

import { z } from 'zod';
import { count, flag } from '../arguments.ts';
import type { Message } from '../messages.ts';
import { SlackRefusal } from '../refusal.ts';
import type { State } from '../state.ts';
import { bot, ourTeam } from '../workspace.ts';
import { visibleChannel } from './conversation.ts';
import { type Method, method } from './method.ts';

const onMessage = { channel: z.string(), timestamp: z.string() };
const reacting = z.strictObject({ name: z.string(), ...onMessage });

export const otherMethods: Readonly<Record<string, Method>> = {
  'api.test': method([], z.record(z.string(), z.unknown()), (args) => ({ args }), 'either'),

  'auth.test': method(
    [],
    z.strictObject({}),
    (_args, state) => ({
      url: `https://${ourTeam.domain}.slack.com/`,
      team: ourTeam.name,
      user: state.workspace.users.get(bot.user)?.name,
      team_id: ourTeam.id,
      user_id: bot.user,
      bot_id: bot.id,
      is_enterprise_install: false,
    }),
    'either',
  ),

  'apps.connections.open': method(
    [],
    z.strictObject({}),
    (_args, state) => {
      if (state.manifest.settings?.socket_mode_enabled !== true) throw new SlackRefusal('socket_mode_not_enabled');
      return { url: state.socketAddress.make() };
    },
    'app',
  ),

  'reactions.add': method(['reactions:write'], reacting, (args, state) => {
    const message = reactedTo(args, state);
    const users = message.reactions.get(args.name) ?? new Set();
    if (users.has(bot.user)) throw new SlackRefusal('already_reacted');
    message.reactions.set(args.name, users.add(bot.user));
    return {};
  }),

  'reactions.remove': method(['reactions:write'], reacting, (args, state) => {
    const removed = reactedTo(args, state).reactions.get(args.name)?.delete(bot.user);
    if (removed !== true) throw new SlackRefusal('no_reaction');
    return {};
  }),

  'reactions.get': method(
    ['reactions:read'],
    z.strictObject({ ...onMessage, full: flag.optional() }),
    (args, state) => ({
      type: 'message',
      channel: args.channel,
      message: state.describe(reactedTo(args, state)),
    }),
  ),

  'files.info': method(
    ['files:read'],
    z.strictObject({
      file: z.string(),
      count: count.optional(),
      page: count.optional(),
      limit: count.optional(),
      cursor: z.string().optional(),
    }),
    (args, state) => {
      const file = state.files.find(args.file);
      if (file === null) throw new SlackRefusal('file_not_found');
      return { file: state.files.describe(file), comments: [], response_metadata: { next_cursor: '' } };
    },
  ),
};

function reactedTo(args: { readonly channel: string; readonly timestamp: string }, state: State): Message {
  const channel = visibleChannel(state, args.channel);
  if (!channel.members.has(bot.user)) throw new SlackRefusal('not_in_channel');
  return state.messages.find(channel.id, args.timestamp);
}
