// A person at Slack: what they do, and what they see.

import type { Door } from '../door.ts';
import type { Delivery, Events } from '../events.ts';
import { valuesOf } from '../field-values.ts';
import type { NewFile, StoredFile } from '../files.ts';
import { text } from '../json.ts';
import type { Message, NewMessage } from '../messages.ts';
import { richTextOf } from '../mrkdwn.ts';
import { type ShownMessage, showMessage } from '../shown.ts';
import type { State } from '../state.ts';
import { composed } from '../typing.ts';
import { describeView, type View } from '../views.ts';
import { bot } from '../workspace.ts';
import { type Typing, typeCommand, useOnMessage, useShortcut } from './commands.ts';
import { type Exchange, type ShownView, showView } from './exchange.ts';
import { close, type Filled, fill, standing, submit } from './forms.ts';
import { askOptions, findTouchable, pressInMessage, pressInView, type Which } from './pressing.ts';
import { seenIn } from './sight.ts';

export type Person = ReturnType<typeof createPerson>;

export function createPerson(user: string, state: State, door: Door, events: Events) {
  const { workspace, messages, views } = state;
  const message = (one: ShownMessage | Message) => ('message' in one ? one.message : one);
  const direct = () => workspace.directChannel(user);

  function say(channel: string, line: string, more: Partial<NewMessage> = {}): Message {
    if (workspace.channels.get(channel)?.archived) throw new Error('Nobody can write into an archived channel.');
    const words = composed(line, workspace);
    const blocks = words === '' ? [] : [richTextOf(words)];
    return state.post({ channel, user, text: words, blocks, ...more });
  }

  function topModal(): View {
    const top = views.stackOf(user).at(-1);
    if (top === undefined) throw new Error('No modal is open.');
    return top;
  }

  function react(shown: ShownMessage | Message, emoji: string, name: 'reaction_added' | 'reaction_removed') {
    const to = message(shown);
    const users = to.reactions.get(emoji) ?? new Set();
    to.reactions.set(emoji, users);
    if (name === 'reaction_added') users.add(user);
    else users.delete(user);
    if (users.size === 0) to.reactions.delete(emoji);
    const item = { type: 'message', channel: to.channel, ts: to.ts };
    const inside = workspace.channels.get(to.channel)?.members.has(bot.user);
    const about = { user, reaction: emoji, item, item_user: to.user, event_ts: messages.nextTs() };
    return inside ? events.send(name, { type: name, ...about }) : null;
  }

  return {
    id: user,

    /** Types a line that starts with a slash. `@name` of someone who exists is picked from the list. */
    types: (channel: string, line: string, how: Typing = {}): Promise<Exchange> =>
      typeCommand(user, channel, line, state, door, how),
    usesShortcut: (callbackId: string) => useShortcut(user, callbackId, state, door),
    usesOnMessage: (callbackId: string, on: ShownMessage | Message) =>
      useOnMessage(user, callbackId, message(on), state, door),

    says: (channel: string, line: string, more: Partial<NewMessage> = {}) => say(channel, line, more),
    /** Writes to the app itself; the manifest has to allow it. */
    directMessages(line: string, more: Partial<NewMessage> = {}): Message {
      const home = state.manifest.features?.app_home;
      if (home?.messages_tab_enabled === false || home?.messages_tab_read_only_enabled === true) {
        throw new Error('Sending messages to this app has been turned off.');
      }
      return say(direct().id, line, more);
    },
    /** Calls the app by name in a channel. */
    mentions: (channel: string, line: string, more: Partial<NewMessage> = {}) =>
      say(channel, `@${workspace.users.get(bot.user)?.name} ${line}`, more),
    repliesTo: (to: ShownMessage | Message, line: string) =>
      say(message(to).channel, line, { threadTs: message(to).threadTs ?? message(to).ts }),

    edits(theirs: Message, line: string) {
      const words = composed(line, workspace);
      state.edit(theirs, { text: words, blocks: [richTextOf(words)] });
    },
    deletes: (theirs: Message) => state.remove(theirs),

    /** Puts a file into a channel, or into the conversation with the app when that is null. */
    dropsFile(
      channel: string | null,
      file: NewFile,
      line = '',
    ): { readonly message: Message; readonly file: StoredFile } {
      const place = channel ?? direct().id;
      const stored = state.files.add({ ...file, user });
      stored.channels.add(place);
      const about = { type: 'file_shared', file_id: stored.id, user_id: user, file: { id: stored.id } };
      const dropped = say(place, line, { files: [stored.id], subtype: 'file_share' });
      events.send('file_shared', { ...about, channel_id: place, event_ts: dropped.ts });
      return { message: dropped, file: stored };
    },

    reacts: (to: ShownMessage | Message, emoji: string): Delivery | null => react(to, emoji, 'reaction_added'),
    takesBack: (to: ShownMessage | Message, emoji: string): Delivery | null => react(to, emoji, 'reaction_removed'),

    /** Presses a button, by its action id or label. */
    clicks: (on: ShownMessage, name: string, which: Which = {}): Promise<Exchange> =>
      pressInMessage(user, on, findTouchable(on.touchable, name, which), null, state, door),
    chooses: (on: ShownMessage, name: string, chosen: unknown, which: Which = {}): Promise<Exchange> =>
      pressInMessage(user, on, findTouchable(on.touchable, name, which), chosen, state, door),

    /** Presses a button or makes a choice in the modal in front of them, or on the Home tab. */
    touches(where: 'modal' | 'home', name: string, chosen: unknown = null, which: Which = {}): Promise<Exchange> {
      const view = where === 'modal' ? topModal() : views.homeOf(user);
      if (view === null) throw new Error('There is no Home tab yet.');
      const touched = findTouchable(showView(view, state).touchable, name, which);
      return pressInView(user, view, touched, chosen, state, door);
    },
    /** Fills in fields of the modal in front of them, by action id; nothing is sent yet. */
    fills(filled: Filled) {
      fill(topModal(), filled);
    },
    submits(filled: Filled = {}): Promise<Exchange> {
      const view = topModal();
      fill(view, filled);
      return submit(user, view, state, door);
    },
    closes: (): Promise<Exchange | null> => close(user, topModal(), state, door),
    /** Types into a menu whose options the app supplies: the values of what is offered. */
    searches: (name: string, typed: string) => askOptions(user, showView(topModal(), state), name, typed, state, door),

    /** Opens the app: its Home tab, or the one with their conversation, which Slack tells by the same event. */
    opensHome(tab: 'home' | 'messages' = 'home'): Delivery | null {
      if (tab === 'home' && state.manifest.features?.app_home?.home_tab_enabled !== true) {
        throw new Error('This app has no Home tab.');
      }
      const home = views.homeOf(user);
      const view = home === null || tab === 'messages' ? {} : { view: describeView(home, valuesOf(home)) };
      const about = { user, channel: direct().id, tab, event_ts: messages.nextTs(), ...view };
      return events.send('app_home_opened', { type: 'app_home_opened', ...about });
    },

    /** The messages of a channel as this person sees them, oldest first. */
    reads: (channel: string): readonly ShownMessage[] =>
      seenIn(channel, user, state).map((one) => showMessage(one, workspace)),
    /** The channel of the conversation with the app. */
    directChannel: () => direct().id,
    /** The conversation with the app. */
    readsDirect: (): readonly ShownMessage[] =>
      seenIn(direct().id, user, state).map((one) => showMessage(one, workspace)),
    modal(): ShownView | null {
      const top = views.stackOf(user).at(-1);
      return top === undefined ? null : showView(top, state);
    },
    home(): ShownView | null {
      const view = views.homeOf(user);
      return view === null ? null : showView(view, state);
    },
    /** What stands in a field of the modal now. */
    standsIn: (name: string): unknown => standing(topModal(), text(name)),
  };
}
