import type { types } from '@slack/bolt';
import { fitting } from './fitting.ts';
import { BLOCK_TEXT, BUTTON_TEXT, BUTTON_VALUE, HEADER_TEXT, SENTENCE_TEXT } from './limits.ts';

export type Block = types.KnownBlock;
type RichElement = types.RichTextBlockElement;

// People's words stand in rich text or plain text, never in mrkdwn: there nothing they type can become markup, a link
// or a ping, and it all stands as they typed it.

/** A sentence of Herald's own, with what people wrote in it. */
export function says(sentence: string): Block {
  return rich([
    {
      type: 'rich_text_section',
      elements: [{ type: 'text', text: written(fitting(sentence, SENTENCE_TEXT)), style: { bold: true } }],
    },
  ]);
}

/** The same with people who are mentioned in it: Slack notifies them. */
export function mentions(parts: readonly (string | { readonly user: string })[]): Block {
  const style = { bold: true };
  const elements = parts
    .filter((part) => part !== '')
    .map((part) =>
      typeof part === 'string'
        ? { type: 'text' as const, text: part, style }
        : { type: 'user' as const, user_id: part.user, style },
    );
  return rich([{ type: 'rich_text_section', elements }]);
}

/** A sentence that is not the first. */
export function adds(sentence: string): Block {
  return rich([{ type: 'rich_text_section', elements: [{ type: 'text', text: written(sentence) }] }]);
}

/** Somebody's words. */
export function quotes(words: string): Block {
  return rich([{ type: 'rich_text_quote', elements: [{ type: 'text', text: written(words) }] }]);
}

export type Button = types.Button;

/** Text with what can be done about it: one button beside it, several below. */
export function lines(text: string, offered: readonly Button[]): readonly Block[] {
  const [only, ...others] = offered;
  const section = { type: 'section' as const, text: plain(fitting(written(text), BLOCK_TEXT)) };
  if (only === undefined) return [section];
  return others.length === 0 ? [{ ...section, accessory: only }] : [section, ...offers(offered)];
}

export type Line = { readonly lead: string; readonly text: string };

/** A list; each line begins with what stands out. */
export function lists(several: readonly Line[], style: 'bold' | 'code' = 'bold'): Block {
  const elements = several.map(({ lead, text }) => ({
    type: 'rich_text_section' as const,
    elements: [
      { type: 'text' as const, text: written(lead), style: { [style]: true } },
      { type: 'text' as const, text: ` ${text}` },
    ],
  }));
  return rich([{ type: 'rich_text_list', style: 'bullet', elements }]);
}

/** Small print. */
export function notes(text: string): Block {
  return { type: 'context', elements: [plain(fitting(written(text), BLOCK_TEXT))] };
}

export function heads(text: string): Block {
  return { type: 'header', text: plain(fitting(written(text), HEADER_TEXT)) };
}

export function divides(): Block {
  return { type: 'divider' };
}

export function offers(elements: readonly types.ActionsBlockElement[], blockId?: string): readonly Block[] {
  if (elements.length === 0) return [];
  return [{ type: 'actions', ...(blockId === undefined ? {} : { block_id: blockId }), elements: [...elements] }];
}

type ButtonMore = Partial<Pick<types.Button, 'style' | 'confirm'>>;

/** A button that asks for `action` about the thing with this id. */
export function button(action: string, label: string, value: string, more: ButtonMore = {}): types.Button {
  return {
    type: 'button',
    action_id: action,
    text: plain(fitting(label, BUTTON_TEXT)),
    ...(value === '' ? {} : { value: value.slice(0, BUTTON_VALUE) }),
    ...more,
  };
}

export function plain(text: string): types.PlainTextElement {
  return { type: 'plain_text', text, emoji: false };
}

function rich(elements: RichElement[]): Block {
  return { type: 'rich_text', elements };
}

/** Slack refuses an empty text. */
function written(text: string): string {
  return text === '' ? '…' : text;
}

/** A link after what it is. Anything but a web address stands as text. */
export function links(label: string, url: string, shown: string): Block {
  const isAddress = /^https?:\/\/[^\s]+$/.test(url);
  const link = isAddress ? { type: 'link' as const, url, text: shown } : { type: 'text' as const, text: url };
  return rich([{ type: 'rich_text_section', elements: [{ type: 'text', text: `${label} ` }, link] }]);
}
