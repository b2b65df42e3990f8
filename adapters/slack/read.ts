import { z } from 'zod';
import { withoutIsolate } from '../../src/wording/isolate.ts';
import { type Asker, askerOf } from './asker.ts';

// What Slack sends, as far as Herald uses it. Each payload is parsed once; what does not fit is not for us.

const id = z.string().min(1).max(100);
const text = z.string().default('');
const named = z.looseObject({ id });
const place = z.looseObject({ id, name: text });

const command = z.looseObject({
  user_id: id,
  channel_id: z.string().default(''),
  channel_name: text,
  text,
  trigger_id: text,
  response_url: text,
});

const option = z.looseObject({ value: z.string() }).nullish();
/** What a person typed or chose, in whichever of Slack's fields. */
const value = z.looseObject({
  value: z.string().nullish(),
  selected_users: z.array(z.string()).nullish(),
  selected_option: option,
  selected_options: z.array(z.looseObject({ value: z.string() })).nullish(),
  selected_conversation: z.string().nullish(),
  selected_time: z.string().nullish(),
});
const state = z.looseObject({ values: z.record(z.string(), z.record(z.string(), value)).default({}) });

const view = z.looseObject({
  id,
  type: z.string(),
  hash: text,
  callback_id: text,
  private_metadata: text,
  state: state.nullish(),
});

const ownBlock = z.looseObject({
  block_id: z.string().optional(),
  accessory: z.looseObject({ initial_users: z.array(z.string()).optional() }).optional(),
  elements: z
    .array(z.looseObject({ elements: z.array(z.looseObject({ text: z.string().optional() })).optional() }))
    .optional(),
});

const clicked = z.looseObject({
  user: named,
  trigger_id: text,
  response_url: text,
  channel: place.nullish(),
  container: z.looseObject({ is_ephemeral: z.boolean().nullish() }).nullish(),
  view: view.nullish(),
  state: state.nullish(),
  message: z.looseObject({ blocks: z.array(ownBlock).nullish() }).nullish(),
  actions: z
    .array(
      z.looseObject({ action_id: z.string(), action_ts: text, value: z.string().nullish(), selected_option: option }),
    )
    .min(1),
});

const submitted = z.looseObject({ user: named, trigger_id: text, view });

const shortcut = z.looseObject({
  type: z.enum(['shortcut', 'message_action']),
  callback_id: z.string(),
  user: named,
  trigger_id: text,
  response_url: text,
  channel: named.nullish(),
  message: z.looseObject({ user: z.string().nullish(), text, ts: text }).nullish(),
});

export type Command = z.infer<typeof command>;
export type Click = z.infer<typeof clicked>;
export type Sent = z.infer<typeof submitted>;
export type Shortcut = z.infer<typeof shortcut>;
export type Values = z.infer<typeof state>['values'];

export const readCommand = (body: unknown) => parsed(command, body);
export const readClick = (body: unknown) => parsed(clicked, body);
export const readSent = (body: unknown) => parsed(submitted, body);
export const readShortcut = (body: unknown) => parsed(shortcut, body);

export function parsed<T>(shape: z.ZodType<T>, body: unknown): T | null {
  const { success, data } = shape.safeParse(body);
  return success ? data : null;
}

/** A direct conversation, by how Slack calls it in a command. */
const DIRECT = 'directmessage';

export function askerOfCommand({ user_id, channel_id, channel_name, response_url }: Command): Asker {
  return askerOf(user_id, {
    channel: channel_id || null,
    // Somebody's conversation with a colleague is called the same; Herald cannot write there and does not try.
    direct: false,
    responseUrl: response_url || null,
    seed: channel_name === DIRECT || channel_id === '' ? {} : { where: channel_id },
  });
}

export function askerOfClick({ user, channel, response_url, container, view: shownIn }: Click): Asker {
  return askerOf(user.id, {
    channel: channel?.id ?? null,
    // A message of Herald's own that stands in such a conversation stands in the one with Herald.
    direct: channel?.name === DIRECT && container?.is_ephemeral !== true,
    responseUrl: response_url || null,
    replaces: container?.is_ephemeral === true,
    modal: shownIn?.type === 'modal' ? shownIn.id : null,
  });
}

/** The words that stand in a message of ours, read back from the block that carries them. */
export function wordsIn({ message }: Click, blockId: string): string {
  const block = message?.blocks?.find((one) => one.block_id === blockId);
  const texts = block?.elements?.flatMap((part) => part.elements ?? []).map((one) => one.text ?? '') ?? [];
  return withoutIsolate(texts.join(''));
}

/** Who stands chosen in a message of ours: as chosen since, else as it was posted. */
export function heroesIn({ state: now, message }: Click, blockId: string): readonly string[] {
  const [field] = Object.values(now?.values[blockId] ?? {});
  if (field?.selected_users) return field.selected_users;
  return message?.blocks?.find((one) => one.block_id === blockId)?.accessory?.initial_users ?? [];
}

/** What was typed or chosen in a field; empty when nothing. */
export function typedIn(values: Values | undefined, block: string): string {
  const [field] = Object.values(values?.[block] ?? {});
  return field?.value ?? field?.selected_option?.value ?? field?.selected_conversation ?? field?.selected_time ?? '';
}

export function usersChosen(values: Values | undefined, block: string): readonly string[] {
  const [field] = Object.values(values?.[block] ?? {});
  return field?.selected_users ?? [];
}

export function optionsChosen(values: Values | undefined, block: string): readonly string[] {
  const [field] = Object.values(values?.[block] ?? {});
  return field?.selected_options?.map(({ value }) => value) ?? [];
}

export function isChosen(values: Values | undefined, block: string, option: string): boolean {
  const [field] = Object.values(values?.[block] ?? {});
  return field?.selected_options?.some((one) => one.value === option) ?? false;
}
