// Which messages a person can see.

import type { Message } from '../messages.ts';
import type { State } from '../state.ts';

/** Messages in public channels and in conversations they are part of; private ones only if they are the one. */
export function canSee(user: string, message: Message, state: State): boolean {
  const channel = state.workspace.channels.get(message.channel);
  const inside = channel !== undefined && (channel.kind === 'public' || channel.members.has(user));
  return inside && !message.deleted && (message.onlyFor === null || message.onlyFor === user);
}

/** What they see in a channel, oldest first. */
export function seenIn(channel: string, user: string, state: State): readonly Message[] {
  return state.messages.all.filter((message) => message.channel === channel && canSee(user, message, state));
}
