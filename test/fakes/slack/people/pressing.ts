// Buttons and menus, in messages, modals and Home tabs.

import { faultsOfBlocks } from '../block-rules.ts';
import { faultsOfShape } from '../block-shape.ts';
import type { Door, Heard } from '../door.ts';
import { valueFor, valuesOf } from '../field-values.ts';
import { type Thing, text, thing, things } from '../json.ts';
import type { Message } from '../messages.ts';
import type { ShownMessage, Touchable } from '../shown.ts';
import type { State } from '../state.ts';
import { describeView, fieldKey, type View } from '../views.ts';
import { actionOf, beginExchange, type Exchange, type ShownView } from './exchange.ts';
import { channelName, interactive } from './payload.ts';
import { canSee } from './sight.ts';

/** Which of several alike is meant. */
export type Which = { readonly value?: string; readonly block?: string };

/** A touchable by its action id or its label; throws when there is none, or more than one. */
export function findTouchable(among: readonly Touchable[], name: string, which: Which = {}): Touchable {
  const fitting = among.filter(
    (one) =>
      (one.actionId === name || one.label === name) &&
      (which.value === undefined || one.value === which.value) &&
      (which.block === undefined || one.blockId === which.block),
  );
  const [found, ...others] = fitting;
  if (found === undefined)
    throw new Error(`Nothing to touch called "${name}", only: ${among.map((one) => one.actionId).join(', ')}`);
  if (others.length > 0) throw new Error(`"${name}" is there ${fitting.length} times: say which by value or block.`);
  return found;
}

/** A button pressed, or a choice made, in a message. */
export async function pressInMessage(
  user: string,
  shown: ShownMessage,
  touched: Touchable,
  chosen: unknown,
  state: State,
  door: Door,
): Promise<Exchange> {
  const { message } = shown;
  if (!canSee(user, message, state)) throw new Error('They cannot see that message.');
  const value = chosenValue(touched, chosen);
  if (touched.type !== 'button') choicesOf(message, user).set(fieldKey(touched.blockId, touched.actionId), value);
  const conclude = beginExchange(user, state);
  const trigger = state.triggers.issue(user);
  const channel = state.workspace.channels.get(message.channel);
  const privately = message.onlyFor !== null;
  const container = { type: 'message', message_ts: message.ts, channel_id: message.channel, is_ephemeral: privately };
  const payload = {
    ...interactive('block_actions', user, state),
    container: message.threadTs === null ? container : { ...container, thread_ts: message.threadTs },
    trigger_id: trigger,
    channel: { id: message.channel, name: channel === undefined ? '' : channelName(channel) },
    // Slack does not tell what stands in a private message.
    ...(privately ? {} : { message: state.describe(message) }),
    state: { values: standingIn(message, user) },
    response_url: state.responseUrls.issue({ user, channel: message.channel, original: message }),
    actions: [actionOf(touched, value, state.messages.nextTs())],
  };
  return conclude(await door.send({ kind: 'interactive', payload, takesAnswer: false }), trigger);
}

/** What each person has chosen in the menus of a message. */
const choices = new WeakMap<Message, Map<string, Map<string, Thing>>>();

function choicesOf(message: Message, user: string): Map<string, Thing> {
  const byUser = choices.get(message) ?? new Map<string, Map<string, Thing>>();
  choices.set(message, byUser);
  const chosen = byUser.get(user) ?? new Map<string, Thing>();
  byUser.set(user, chosen);
  return chosen;
}

/** What stands in the menus of a message before this person, as `state.values` tells it. */
export function standingIn(message: Message, user: string): Thing {
  return valuesOf({ content: { blocks: message.blocks }, typed: choicesOf(message, user) });
}

/** The same in a modal or Home tab. What is chosen stays chosen. */
export async function pressInView(
  user: string,
  view: View,
  touched: Touchable,
  chosen: unknown,
  state: State,
  door: Door,
): Promise<Exchange> {
  const conclude = beginExchange(user, state);
  const value = chosenValue(touched, chosen);
  if (touched.type !== 'button') view.typed.set(fieldKey(touched.blockId, touched.actionId), value);
  const trigger = state.triggers.issue(user);
  const payload = {
    ...interactive('block_actions', user, state),
    container: { type: 'view', view_id: view.id },
    trigger_id: trigger,
    view: describeView(view, valuesOf(view)),
    actions: [actionOf(touched, value, state.messages.nextTs())],
  };
  return conclude(await door.send({ kind: 'interactive', payload, takesAnswer: false }), trigger);
}

function chosenValue(touched: Touchable, chosen: unknown): Thing {
  if (touched.type === 'button') return {};
  if (touched.type === 'overflow') {
    return valueFor({ ...touched.element, type: 'static_select' }, chosen ?? '');
  }
  return valueFor(touched.element, chosen);
}

/** Asks the app for the options of an external select, as typing into it does. */
export async function askOptions(
  user: string,
  where: ShownView,
  actionId: string,
  typed: string,
  state: State,
  door: Door,
) {
  const touched = findTouchable(where.touchable, actionId);
  const least = touched.element.min_query_length ?? 3;
  if (!/external_select$/.test(touched.type)) throw new Error(`${actionId} does not ask the app for its options.`);
  if (typeof least === 'number' && typed.length < least)
    throw new Error(`Slack asks only from ${least} characters on.`);
  const payload = {
    ...interactive('block_suggestion', user, state),
    container: { type: 'view', view_id: where.view.id },
    view: describeView(where.view, valuesOf(where.view)),
    action_id: touched.actionId,
    block_id: touched.blockId,
    value: text(typed),
  };
  const heard = await door.send({ kind: 'interactive', payload, takesAnswer: true });
  return optionsIn(heard, state);
}

/** The values of the options that came; throws when Slack would show none of them. */
function optionsIn(heard: Heard, state: State): readonly string[] {
  if (!heard.acknowledged) throw new Error(`The menu stays empty: ${heard.failure}`);
  const answer = thing(heard.answer);
  const call = state.calls.record('acknowledgement', answer);
  const grouped = things(answer.option_groups).flatMap((group) => things(group.options));
  const options = [...things(answer.options), ...grouped];
  const faults = [...faultsOfShape('options', answer, ''), ...faultsOfBlocks([answer], '')];
  if (options.length > 100) faults.push('no more than 100 items allowed [json-pointer:/options]');
  call.outcome = faults.length > 0 ? 'invalid_options' : 'ok';
  if (faults.length > 0) throw new Error(`The menu stays empty: ${faults.join(', ')}`);
  return options.map((option) => text(option.value));
}
