import type { Json } from '../../src/ports.ts';
import { asTyped } from './escape.ts';
import { fitting } from './fitting.ts';
import { SENTENCE_TEXT } from './room.ts';

/** A part of a card, as JSON. */
export type Element = { readonly type: string; readonly [field: string]: Json };

/** Something that a press of a button or a link does. */
export type Action = { readonly type: string; readonly [field: string]: Json };

// People's words stand in text runs, which read no markdown; a TextBlock would. So whatever they type stays as it is.

/** A sentence of Herald's own, with what people wrote in it. */
export function says(sentence: string): Element {
  return rich([{ ...run(fitting(sentence, SENTENCE_TEXT)), weight: 'Bolder' }]);
}

/** A sentence that is not the first. */
export function adds(sentence: string): Element {
  return rich([run(sentence)]);
}

/** Somebody's words, set apart. */
export function quotes(words: string): Element {
  return { type: 'Container', style: 'emphasis', items: [rich([run(words)])] };
}

/** What is wrong with a field, above it. The words say so; the colour only helps to find them. */
export function faults(sentence: string): Element {
  return rich([{ ...run(sentence), weight: 'Bolder', color: 'Attention' }]);
}

/** Small print. */
export function notes(text: string): Element {
  return { ...rich([{ ...run(text), isSubtle: true, size: 'Small' }]), spacing: 'Small' };
}

/** A title, of Herald's own words alone. A screen reader announces it as a heading. */
export function heads(title: string, size: 'Large' | 'Medium' = 'Medium'): Element {
  return { type: 'TextBlock', style: 'heading', text: title, size, weight: 'Bolder', wrap: true };
}

/** A link after what it is. Anything but a web address stands as text. */
export function leadsTo(label: string, address: string, shown: string): Element {
  const url = URL.parse(address);
  const opens = url !== null && /^https?:$/.test(url.protocol);
  const link = opens ? { ...run(shown), selectAction: { type: 'Action.OpenUrl', url: url.href } } : run(address);
  return {
    ...rich([
      { ...run(label), isSubtle: true, size: 'Small' },
      { ...link, size: 'Small' },
    ]),
    spacing: 'Small',
  };
}

/** A picture as wide as the card, and what it says for whoever does not see it. */
export function pictures(url: string, altText: string): Element {
  return { type: 'Image', url, altText, size: 'Stretch' };
}

export type Line = { readonly lead: string; readonly text: string; readonly links: readonly Action[] };

/** One of a list: what stands out, what follows it, and what can be done about it. */
export function lists({ lead, text, links }: Line): Element {
  return { ...rich([{ ...run(lead), weight: 'Bolder' }, run(` ${text}`), ...links.flatMap(linked)]), spacing: 'Small' };
}

/** A link by itself, where a button would be too much. */
export function leads(action: Action): Element {
  return { ...rich(linked(action).slice(1)), spacing: 'Small' };
}

function linked(action: Action): readonly Element[] {
  return [run(' · '), { ...run(String(action.title)), selectAction: action }];
}

/** Parts that belong together, below a line. */
export function part(items: readonly Element[]): Element {
  return { type: 'Container', separator: true, spacing: 'Large', items };
}

/** Buttons within a card, about the part above them. */
export function offers(actions: readonly Action[]): readonly Element[] {
  return actions.length === 0 ? [] : [{ type: 'ActionSet', actions }];
}

/** Parts out of sight until the link that unfolds them is pressed. */
export function folded(id: string, items: readonly Element[]): Element {
  return { type: 'Container', id, isVisible: false, items };
}

export function unfolds(id: string, title: string): Action {
  return { type: 'Action.ToggleVisibility', title, targetElements: [id] };
}

function run(text: string): Element {
  // A card with an empty run is refused by some clients.
  return { type: 'TextRun', text: asTyped(text) || '…' };
}

function rich(inlines: readonly Element[]): Element {
  return { type: 'RichTextBlock', inlines };
}
