// Slash commands and shortcuts.

import { placeAnswer } from '../answers.ts';
import type { Door, Heard } from '../door.ts';
import { isThing } from '../json.ts';
import { commandOf, shortcutOf } from '../manifest.ts';
import type { Message } from '../messages.ts';
import { SlackRefusal } from '../refusal.ts';
import type { Answering } from '../response-urls.ts';
import type { State } from '../state.ts';
import { commandText } from '../typing.ts';
import { bot, ourTeam } from '../workspace.ts';
import { beginExchange, type Exchange } from './exchange.ts';
import { channelName, interactive } from './payload.ts';

export type Typing = {
  /** Leaves names as they were typed, as someone does who goes on writing without picking from the list. */
  readonly unpicked?: boolean;
};

export async function typeCommand(user: string, place: string, line: string, state: State, door: Door, how: Typing) {
  const [command = '', ...rest] = line.split(/(?<=^\S+)\s/);
  const known = commandOf(state.manifest, command);
  if (known === undefined || !state.tokens.scopes.has('commands'))
    throw new Error(`${command} is not a valid command.`);
  const channel = state.workspace.channels.get(place);
  if (channel === undefined) throw new Error(`There is no channel ${place}.`);
  const conclude = beginExchange(user, state);
  const trigger = state.triggers.issue(user);
  const answering: Answering = { user, channel: place, original: null };
  const text = commandText(rest.join(''), known.should_escape === true, how.unpicked === true, state.workspace);
  const payload = {
    token: 'legacy',
    team_id: ourTeam.id,
    team_domain: ourTeam.domain,
    channel_id: place,
    channel_name: channelName(channel),
    user_id: user,
    user_name: state.workspace.users.get(user)?.name ?? user,
    command,
    text,
    api_app_id: bot.app,
    is_enterprise_install: 'false',
    response_url: state.responseUrls.issue(answering),
    trigger_id: trigger,
  };
  const heard = await door.send({ kind: 'slash_commands', payload, takesAnswer: true });
  return conclude(heard, trigger, { trouble: failed(command, heard) ?? showAnswer(heard, answering, command, state) });
}

/** What Slack puts under the line when a command came to nothing. */
function failed(command: string, heard: Heard): string | null {
  if (heard.acknowledged) return null;
  const error = heard.failure === 'http_timeout' ? 'operation_timeout' : 'dispatch_failed';
  return `${command} failed with the error "${error}"`;
}

function showAnswer(heard: Heard, answering: Answering, command: string, state: State): string | null {
  const { answer } = heard;
  // Bolt acknowledges through a socket with an empty object.
  if (answer === null || (isThing(answer) && Object.keys(answer).length === 0)) return null;
  const call = state.calls.record('acknowledgement', isThing(answer) ? answer : { text: answer });
  try {
    placeAnswer(isThing(answer) ? answer : { text: String(answer) }, answering, state);
    call.outcome = 'ok';
    return null;
  } catch (error) {
    if (!(error instanceof SlackRefusal)) throw error;
    call.outcome = error.error;
    return `${command} failed with the error "invalid_command_response"`;
  }
}

export async function useShortcut(user: string, callbackId: string, state: State, door: Door): Promise<Exchange> {
  mindShortcut(callbackId, 'global', state);
  const conclude = beginExchange(user, state);
  const trigger = state.triggers.issue(user);
  const payload = {
    ...interactive('shortcut', user, state),
    action_ts: state.messages.nextTs(),
    callback_id: callbackId,
    trigger_id: trigger,
  };
  return conclude(await door.send({ kind: 'interactive', payload, takesAnswer: false }), trigger);
}

export async function useOnMessage(user: string, callbackId: string, message: Message, state: State, door: Door) {
  mindShortcut(callbackId, 'message', state);
  const conclude = beginExchange(user, state);
  const trigger = state.triggers.issue(user);
  const channel = state.workspace.channels.get(message.channel);
  const payload = {
    ...interactive('message_action', user, state),
    action_ts: state.messages.nextTs(),
    callback_id: callbackId,
    trigger_id: trigger,
    response_url: state.responseUrls.issue({ user, channel: message.channel, original: null }),
    message_ts: message.ts,
    channel: { id: message.channel, name: channel === undefined ? '' : channelName(channel) },
    message: state.describe(message),
  };
  return conclude(await door.send({ kind: 'interactive', payload, takesAnswer: false }), trigger);
}

function mindShortcut(callbackId: string, type: 'global' | 'message', state: State) {
  const known = shortcutOf(state.manifest, callbackId);
  if (known?.type !== type || !state.tokens.scopes.has('commands'))
    throw new Error(`The manifest has no ${type} shortcut ${callbackId}.`);
}
