// What stands in a view's fields: chosen beforehand by the app, typed since by the person.

import { isThing, list, type Thing, text, things } from './json.ts';
import { type Field, fieldsOf, type View } from './views.ts';

/** `state.values` as Slack tells it: by `block_id`, then `action_id`. */
export function valuesOf(view: Pick<View, 'content' | 'typed'>): Thing {
  const values: { [block: string]: Thing } = {};
  for (const { key, block, element } of fieldsOf(view.content)) {
    const value = view.typed.get(key) ?? initialValue(element);
    const id = text(block.block_id);
    values[id] = { ...values[id], [text(element.action_id)]: value };
  }
  return values;
}

function isEmpty(value: Thing): boolean {
  return Object.entries(value).every(
    ([key, inner]) => key === 'type' || inner === null || inner === '' || (Array.isArray(inner) && inner.length === 0),
  );
}

/** The value of an element as the person gave it: text, ids, or the values of options. */
export function valueFor(element: Thing, given: unknown): Thing {
  const type = text(element.type);
  const many = list(given ?? []).length > 0 ? list(given) : given === '' || given == null ? [] : [given];
  const kind = valueKinds[type];
  if (kind === undefined) throw new Error(`No person can fill in a ${type}.`);
  const [key, how] = kind;
  if (how === 'text') return { type, [key]: given === '' || given == null ? null : given };
  if (how === 'id') return { type, [key]: many[0] ?? null };
  if (how === 'ids') return { type, [key]: many };
  if (how === 'option') return { type, [key]: many.length === 0 ? null : optionOf(element, many[0]) };
  return { type, [key]: many.map((value) => optionOf(element, value)) };
}

type ValueKind = readonly [key: string, how: 'text' | 'id' | 'ids' | 'option' | 'options'];

const valueKinds: Readonly<Record<string, ValueKind>> = {
  plain_text_input: ['value', 'text'],
  email_text_input: ['value', 'text'],
  url_text_input: ['value', 'text'],
  number_input: ['value', 'text'],
  rich_text_input: ['rich_text_value', 'text'],
  datepicker: ['selected_date', 'text'],
  timepicker: ['selected_time', 'text'],
  datetimepicker: ['selected_date_time', 'text'],
  users_select: ['selected_user', 'id'],
  multi_users_select: ['selected_users', 'ids'],
  channels_select: ['selected_channel', 'id'],
  multi_channels_select: ['selected_channels', 'ids'],
  conversations_select: ['selected_conversation', 'id'],
  multi_conversations_select: ['selected_conversations', 'ids'],
  static_select: ['selected_option', 'option'],
  external_select: ['selected_option', 'option'],
  radio_buttons: ['selected_option', 'option'],
  multi_static_select: ['selected_options', 'options'],
  multi_external_select: ['selected_options', 'options'],
  checkboxes: ['selected_options', 'options'],
};

const initialKeys: Readonly<Record<string, string>> = {
  value: 'initial_value',
  rich_text_value: 'initial_value',
  selected_date: 'initial_date',
  selected_time: 'initial_time',
  selected_date_time: 'initial_date_time',
  selected_user: 'initial_user',
  selected_users: 'initial_users',
  selected_channel: 'initial_channel',
  selected_channels: 'initial_channels',
  selected_conversation: 'initial_conversation',
  selected_conversations: 'initial_conversations',
  selected_option: 'initial_option',
  selected_options: 'initial_options',
};

function initialValue(element: Thing): Thing {
  const type = text(element.type);
  const [key, how] = valueKinds[type] ?? ['value', 'text'];
  const initial = element[initialKeys[key] ?? ''];
  return { type, [key]: initial ?? (how === 'ids' || how === 'options' ? [] : null) };
}

/** An option as it was offered, by its value; for an external select, the option itself. */
function optionOf(element: Thing, given: unknown): Thing {
  if (isThing(given)) return given;
  const grouped = things(element.option_groups).flatMap((group) => things(group.options));
  const found = [...things(element.options), ...grouped].find((option) => option.value === given);
  if (found === undefined) throw new Error(`"${String(given)}" is not offered in ${text(element.action_id)}.`);
  return found;
}

/** What Slack's own client would hold a person up for, before the app hears of it. */
export function faultOfField(field: Field, value: Thing): string | null {
  const name = text(field.element.action_id);
  if (isEmpty(value)) return field.block.optional === true ? null : `${name} is required`;
  const typed = text(value.value);
  const { min_length: least, max_length: most } = field.element;
  if (typeof least === 'number' && typed.length < least) return `${name} needs ${least} characters`;
  if (typeof most === 'number' && typed.length > most) return `${name} takes ${most} characters`;
  const choices = Object.values(value).find(Array.isArray)?.length ?? 0;
  const mostChosen = field.element.max_selected_items;
  if (typeof mostChosen === 'number' && choices > mostChosen) return `${name} takes ${mostChosen} choices`;
  return null;
}
