// Everything that the page draws, as one person sees it.

import type { ShownView } from '../fakes/slack/people/exchange.ts';
import { standingIn } from '../fakes/slack/people/pressing.ts';
import type { ShownMessage } from '../fakes/slack/shown.ts';
import type { Slack } from '../fakes/slack/slack.ts';

/** `place` is a channel, or `herald` for the conversation with the app. */
export function seenBy(slack: Slack, user: string, place: string) {
  const person = slack.user(user);
  const messages = place === 'herald' ? person.readsDirect() : person.reads(place);
  const users = [...slack.workspace.users.values()].map(({ id, displayName, isBot }) => ({
    id,
    displayName,
    isBot: isBot || id === 'USLACKBOT',
  }));
  const channels = [...slack.workspace.channels.values()].filter(({ kind }) => kind === 'public');
  return {
    users,
    channels: channels.map(({ id, name, members }) => ({ id, name, herald: members.has('U0000BOT') })),
    messages: messages.map((message) => drawn(message, user)),
    modal: drawnView(person.modal()),
    home: drawnView(person.home()),
  };
}

function drawn({ message, from, privately, fallback, thread }: ShownMessage, user: string) {
  const { ts, channel, blocks, edited, reactions } = message;
  const reacted = [...reactions].map(([emoji, users]) => ({ emoji, count: users.size, mine: users.has(user) }));
  const about = { edited: edited !== null, bot: message.user === 'U0000BOT', files: message.files.length };
  return {
    ts,
    channel,
    from,
    privately,
    fallback,
    thread,
    blocks,
    reacted,
    ...about,
    values: standingIn(message, user),
  };
}

function drawnView(shown: ShownView | null) {
  return shown === null ? null : { id: shown.view.id, hash: shown.view.hash, content: shown.view.content };
}
