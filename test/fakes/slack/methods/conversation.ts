// Finding the conversation that a call is about, as far as the bot may know of it.

import { SlackRefusal } from '../refusal.ts';
import { historyScope, readScope } from '../scopes.ts';
import type { State } from '../state.ts';
import { bot, type Channel } from '../workspace.ts';

/** A conversation that the bot can see: private ones only from inside. */
export function visibleChannel(state: State, id: string): Channel {
  const channel = state.workspace.channels.get(id);
  const hidden = channel === undefined || (channel.kind !== 'public' && !channel.members.has(bot.user));
  if (hidden) throw new SlackRefusal('channel_not_found');
  return channel;
}

export function readableChannel(state: State, id: string): Channel {
  const channel = visibleChannel(state, id);
  state.tokens.need([readScope(channel.kind)]);
  return channel;
}

export function channelWithHistory(state: State, id: string): Channel {
  const channel = visibleChannel(state, id);
  state.tokens.need([historyScope(channel.kind)]);
  if (!channel.members.has(bot.user)) throw new SlackRefusal('not_in_channel');
  return channel;
}

/** Where a message may go: a conversation the bot is in, or the direct one with a user named by id. */
export function writableChannel(state: State, id: string): Channel {
  const { users, channels } = state.workspace;
  const user = users.get(id);
  if (user !== undefined) {
    if (user.deleted || user.guest === 'stranger') throw new SlackRefusal('channel_not_found');
    if (user.isBot) throw new SlackRefusal('cannot_dm_bot');
    return state.workspace.directChannel(id);
  }
  const named = [...channels.values()].find((one) => one.kind === 'public' && `#${one.name}` === id);
  const channel = named ?? visibleChannel(state, id);
  const partner = channel.kind === 'im' ? [...channel.members].find((one) => one !== bot.user) : undefined;
  if (channel.archived || (partner !== undefined && users.get(partner)?.deleted)) {
    throw new SlackRefusal('is_archived');
  }
  if (!channel.members.has(bot.user) && !state.tokens.scopes.has('chat:write.public')) {
    throw new SlackRefusal('not_in_channel');
  }
  return channel;
}
