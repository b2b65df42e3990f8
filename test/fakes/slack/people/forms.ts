// Modals: filling them in, sending them off, closing them.

import type { Door, Heard } from '../door.ts';
import { faultOfField, valueFor, valuesOf } from '../field-values.ts';
import { isThing, list, type Thing, text, thing } from '../json.ts';
import { SlackRefusal } from '../refusal.ts';
import type { State } from '../state.ts';
import { acceptView } from '../surfaces.ts';
import { describeView, type Field, fieldsOf, type View } from '../views.ts';
import { beginExchange, type Exchange } from './exchange.ts';
import { interactive } from './payload.ts';

/** What goes into the fields: by action id, or by block id where action ids repeat. */
export type Filled = Readonly<Record<string, unknown>>;

const noConnection = 'We had some trouble connecting. Try again?';

export function fill(view: View, filled: Filled) {
  for (const [name, given] of Object.entries(filled)) {
    const fits = (field: Field) => field.element.action_id === name || field.block.block_id === name;
    const [field, another] = fieldsOf(view.content).filter(fits);
    if (field === undefined) throw new Error(`No field called "${name}" in "${titleOf(view)}".`);
    if (another !== undefined) throw new Error(`"${name}" is the name of several fields.`);
    view.typed.set(field.key, valueFor(field.element, given));
  }
}

/** Sends the form off. Throws when Slack's own client would not have let them. */
export async function submit(user: string, view: View, state: State, door: Door): Promise<Exchange> {
  const held = fieldsOf(view.content)
    .filter((field) => field.block.type === 'input')
    .flatMap((field) => faultOfField(field, currentValue(view, field)) ?? []);
  if (held.length > 0) throw new Error(`Slack holds the form back: ${held.join(', ')}.`);
  const conclude = beginExchange(user, state);
  const trigger = state.triggers.issue(user);
  const payload = {
    ...interactive('view_submission', user, state),
    trigger_id: trigger,
    view: describeView(view, valuesOf(view)),
    response_urls: responseUrls(view, user, state),
  };
  const heard = await door.send({ kind: 'interactive', payload, takesAnswer: true });
  return conclude(heard, trigger, obey(heard, view, state));
}

function currentValue(view: View, field: Field): Thing {
  const inBlock = thing(valuesOf(view)[text(field.block.block_id)]);
  return thing(inBlock[text(field.element.action_id)]);
}

function obey(heard: Heard, view: View, state: State) {
  if (!heard.acknowledged) return { trouble: noConnection };
  const answer = heard.answer ?? {};
  const call = state.calls.record('acknowledgement', isThing(answer) ? answer : { answer });
  try {
    const errors = followed(answer, view, state);
    call.outcome = 'ok';
    return { errors };
  } catch (error) {
    if (!(error instanceof SlackRefusal)) throw error;
    call.outcome = error.error;
    return { trouble: noConnection };
  }
}

function followed(answer: unknown, view: View, state: State): Record<string, string> {
  if (!isThing(answer)) throw new SlackRefusal('invalid_response');
  const action = answer.response_action;
  if (action === undefined && Object.keys(answer).length > 0) throw new SlackRefusal('invalid_response');
  if (action === undefined) state.views.close(view);
  else if (action === 'clear') for (const one of state.views.stackOf(view.user)) state.views.close(one);
  else if (action === 'update') state.views.update(view, acceptView(answer.view, 'modal'), '');
  else if (action === 'push') state.views.push(view.user, acceptView(answer.view, 'modal'));
  else if (action === 'errors') return acceptErrors(answer.errors, view);
  else throw new SlackRefusal('invalid_response_action');
  return {};
}

/** Errors have to name input blocks of this view, each with something to read. */
function acceptErrors(errors: unknown, view: View): Record<string, string> {
  const inputs = fieldsOf(view.content).filter((field) => field.block.type === 'input');
  const ids = new Set(inputs.map((field) => text(field.block.block_id)));
  const given = Object.entries(thing(errors));
  const sound = given.length > 0 && given.every(([block, words]) => ids.has(block) && text(words) !== '');
  if (!sound) throw new SlackRefusal('invalid_errors');
  return Object.fromEntries(given.map(([block, words]) => [block, text(words)]));
}

function responseUrls(view: View, user: string, state: State): readonly Thing[] {
  return fieldsOf(view.content)
    .filter((field) => field.element.response_url_enabled === true)
    .map((field) => {
      const value = currentValue(view, field);
      const channel = text(value.selected_channel ?? value.selected_conversation);
      return {
        block_id: field.block.block_id,
        action_id: field.element.action_id,
        channel_id: channel,
        response_url: state.responseUrls.issue({ user, channel, original: null }),
      };
    });
}

/** Closes the form; the app hears of it only when it asked to. */
export async function close(user: string, view: View, state: State, door: Door): Promise<Exchange | null> {
  const conclude = beginExchange(user, state);
  const cleared = view.content.clear_on_close === true;
  const closing = cleared ? state.views.stackOf(user) : [view];
  for (const one of closing) state.views.close(one);
  if (view.content.notify_on_close !== true) return null;
  const about = { view: describeView(view, valuesOf(view)), is_cleared: cleared };
  const payload = { ...interactive('view_closed', user, state), ...about };
  return conclude(await door.send({ kind: 'interactive', payload, takesAnswer: false }), '');
}

/** The value that stands in a field now, in short: text, id, ids or the values of options. */
export function standing(view: View, name: string): unknown {
  const field = fieldsOf(view.content).find((one) => one.element.action_id === name || one.block.block_id === name);
  if (field === undefined) throw new Error(`No field called "${name}" in "${titleOf(view)}".`);
  const { type: _, ...value } = currentValue(view, field);
  const inner = Object.values(value)[0];
  if (Array.isArray(inner)) return list(inner).map((one) => (isThing(one) ? one.value : one));
  return isThing(inner) && 'value' in inner ? inner.value : inner;
}

const titleOf = (view: View) => text(thing(view.content.title).text) || 'the Home tab';
