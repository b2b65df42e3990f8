// What a person has before their eyes: the words of a message or view, its buttons and fields, whom it calls.

import { elementsOf } from './block-rules.ts';
import { isThing, list, type Thing, text, thing, things } from './json.ts';
import type { Message } from './messages.ts';
import { mentionsIn, nameOf, plainCallsIn, readable } from './mrkdwn.ts';
import type { Workspace } from './workspace.ts';

export type Touchable = {
  readonly type: string;
  readonly actionId: string;
  readonly blockId: string;
  readonly label: string;
  readonly value: string;
  readonly element: Thing;
  readonly block: Thing;
};

export type Shown = {
  /** Everything there is to read, a line for each text. */
  readonly text: string;
  /** Buttons, menus and fields. */
  readonly touchable: readonly Touchable[];
  /** Whom it calls by a notification: `@U…`, `@S…`, `@channel`. */
  readonly notifies: readonly string[];
  /** `@channel` and its like in a text that Slack parses by itself, for want of `verbatim`. */
  readonly mayNotify: readonly string[];
};

export type ShownMessage = Shown & {
  readonly ts: string;
  readonly channel: string;
  readonly from: string;
  /** The top-level text: phones' notifications and screen readers have nothing else. */
  readonly fallback: string;
  /** Only this person sees it. */
  readonly privately: boolean;
  readonly thread: string | null;
  readonly message: Message;
};

export function showMessage(message: Message, workspace: Workspace): ShownMessage {
  const blocks = showBlocks(message.blocks, workspace);
  const bare = message.namesLinked ? plainCallsIn(message.text) : [];
  const called = [...mentionsIn(message.text), ...bare, ...blocks.notifies];
  return {
    ...blocks,
    text: message.blocks.length === 0 ? readable(message.text, workspace) : blocks.text,
    // Nobody but its reader hears of a private message, and an edit calls no one again.
    notifies: message.onlyFor === null ? [...new Set(called)] : [],
    ts: message.ts,
    channel: message.channel,
    from: workspace.users.get(message.user)?.displayName ?? message.user,
    fallback: readable(message.text, workspace),
    privately: message.onlyFor !== null,
    thread: message.threadTs,
    message,
  };
}

export function showBlocks(blocks: readonly Thing[], workspace: Workspace): Shown {
  const found = blocks.flatMap((block) => textsIn(block, workspace));
  return {
    text: found.map((one) => one.words).join('\n'),
    touchable: blocks.flatMap(touchableIn),
    notifies: [...new Set(found.flatMap((one) => one.calls))],
    mayNotify: [...new Set(found.flatMap((one) => one.mayCall))],
  };
}

type Words = { readonly words: string; readonly calls: readonly string[]; readonly mayCall: readonly string[] };

const silent = (words: string): Words => ({ words, calls: [], mayCall: [] });

/** The texts of a block in reading order, those on its buttons and in its menus included. */
function textsIn(one: unknown, workspace: Workspace): readonly Words[] {
  if (Array.isArray(one)) return one.flatMap((each) => textsIn(each, workspace));
  if (!isThing(one)) return [];
  const type = text(one.type);
  const words = text(one.text);
  if (type === 'plain_text') return [silent(words)];
  if (type === 'mrkdwn') {
    const mayCall = one.verbatim === true ? [] : plainCallsIn(words);
    return [{ words: readable(words, workspace), calls: mentionsIn(words), mayCall }];
  }
  if (type === 'markdown') return [{ words, calls: mentionsIn(words), mayCall: plainCallsIn(words) }];
  if (type.startsWith('rich_text')) return [richWords(one, workspace)];
  if (type === 'image') return [silent(text(one.alt_text)), ...textsIn(one.title, workspace)];
  return readingOrder.flatMap((field) => textsIn(one[field], workspace));
}

const readingOrder = [
  'title',
  'subtitle',
  'label',
  'text',
  'body',
  'fields',
  'accessory',
  'element',
  'elements',
  'child_blocks',
  'actions',
  'options',
  'hint',
  'placeholder',
];

function richWords(node: Thing, workspace: Workspace): Words {
  const inner = list(node.elements).map((one) => richPiece(thing(one), workspace));
  return {
    words: inner.map((one) => one.words).join(node.type === 'rich_text' ? '\n' : ''),
    calls: inner.flatMap((one) => one.calls),
    mayCall: [],
  };
}

function richPiece(piece: Thing, workspace: Workspace): Words {
  if (Array.isArray(piece.elements)) return richWords(piece, workspace);
  if (piece.type === 'user') return calling('user', text(piece.user_id), workspace);
  if (piece.type === 'usergroup') return calling('usergroup', text(piece.usergroup_id), workspace);
  if (piece.type === 'broadcast') return calling('broadcast', text(piece.range), workspace);
  if (piece.type === 'channel') return silent(nameOf('channel', text(piece.channel_id), workspace));
  if (piece.type === 'emoji') return silent(`:${text(piece.name)}:`);
  return silent(text(piece.text) || text(piece.url));
}

function calling(kind: 'user' | 'usergroup' | 'broadcast', id: string, workspace: Workspace): Words {
  return { words: nameOf(kind, id, workspace), calls: [`@${id}`], mayCall: [] };
}

function touchableIn(block: Thing): readonly Touchable[] {
  return elementsOf(block)
    .filter((element) => text(element.action_id) !== '')
    .map((element) => ({
      type: text(element.type),
      actionId: text(element.action_id),
      blockId: text(block.block_id),
      label: text(thing(element.text ?? block.label).text),
      value: text(element.value),
      element,
      block,
    }));
}

export const blocksOf = (content: Thing) => things(content.blocks);
