import type { Message } from './world.ts';

type Json = Record<string, unknown>;

/** A button as it stands in a card. */
export type Button = { readonly title: string; readonly verb: string; readonly data: unknown };

/** The card of a message, or of an answer to an invoke. */
export function cardOf(message: Message): Json {
  const card = message.activity.attachments?.[0]?.content;
  if (!card) throw new Error('There is no card in this message.');
  return card;
}

/** All that a card says, as a person reads it. */
export function textIn(card: unknown): string {
  return everything(card)
    .flatMap(({ type, text, title }) => [text, /^Action\.|Fact/.test(String(type)) ? null : title])
    .filter((one): one is string => typeof one === 'string')
    .join('\n');
}

export function buttonsIn(card: unknown): readonly Button[] {
  return everything(card).flatMap((one) => {
    const { type, title, verb, data } = one;
    if (type === 'Action.Execute') return [{ title: String(title ?? ''), verb: String(verb), data }];
    if (type === 'Action.Submit')
      return [{ title: String(title ?? ''), verb: String((data as Json | undefined)?.verb), data }];
    return [];
  });
}

/** The button with this title; fails when there is none. */
export function button(card: unknown, title: string): Button {
  const all = buttonsIn(card);
  const found = all.find((one) => one.title === title);
  if (!found) throw new Error(`There is no button “${title}” among ${all.map((one) => one.title).join(', ')}.`);
  return found;
}

/** Fields by their ids, with what stands in them. */
export function inputsIn(card: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(
    everything(card).flatMap(({ type, id, value }) =>
      String(type).startsWith('Input.') ? [[String(id), String(value ?? '')]] : [],
    ),
  );
}

function everything(part: unknown): readonly Json[] {
  if (Array.isArray(part)) return part.flatMap(everything);
  if (typeof part !== 'object' || part === null) return [];
  const one = part as Json;
  const { data: _data, msteams: _hints, refresh: _refresh, ...rest } = one;
  return [one, ...Object.values(rest).flatMap(everything)];
}
