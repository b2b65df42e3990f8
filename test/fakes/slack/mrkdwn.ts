// Slack's markup in texts: what stands between `<` and `>`, and the three escapes.

import type { Thing } from './json.ts';
import type { Workspace } from './workspace.ts';

export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'user' | 'channel' | 'usergroup' | 'broadcast'; readonly id: string }
  | { readonly kind: 'link'; readonly url: string; readonly label: string }
  | { readonly kind: 'date'; readonly label: string };

function piecesOf(text: string): readonly Piece[] {
  return text
    .split(/(<[^<>\n]+>)/)
    .filter((part) => part !== '')
    .map(pieceOf);
}

function pieceOf(part: string): Piece {
  const marked = /^<([@#!]?)([^|>]+)(?:\|([^>]*))?>$/.exec(part);
  if (marked === null) return { kind: 'text', text: unescaped(part) };
  const [, sign, what = '', label] = marked;
  if (sign === '@') return { kind: 'user', id: what };
  if (sign === '#') return { kind: 'channel', id: what };
  if (sign !== '!') return { kind: 'link', url: unescaped(what), label: unescaped(label ?? what) };
  const [name = '', id = ''] = what.split('^');
  if (name === 'subteam') return { kind: 'usergroup', id };
  if (name === 'date') return { kind: 'date', label: label ?? '' };
  return { kind: 'broadcast', id: name };
}

const unescaped = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

export const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The text as a person reads it. */
export function readable(text: string, workspace: Workspace): string {
  return piecesOf(text)
    .map((piece) => {
      if (piece.kind === 'text') return piece.text;
      if (piece.kind === 'link' || piece.kind === 'date') return piece.label;
      return nameOf(piece.kind, piece.id, workspace);
    })
    .join('');
}

export function nameOf(kind: 'user' | 'channel' | 'usergroup' | 'broadcast', id: string, workspace: Workspace): string {
  if (kind === 'user') return `@${workspace.users.get(id)?.displayName ?? id}`;
  if (kind === 'channel') return `#${workspace.channels.get(id)?.name ?? id}`;
  if (kind === 'usergroup') return `@${workspace.usergroups.get(id)?.handle ?? id}`;
  return `@${id}`;
}

/** Whom the text calls, as `@U…`, `@S…`, `@channel`, `@here` or `@everyone`. */
export function mentionsIn(text: string): readonly string[] {
  return piecesOf(text).flatMap((piece) =>
    piece.kind === 'user' || piece.kind === 'usergroup' || piece.kind === 'broadcast' ? [`@${piece.id}`] : [],
  );
}

/** Words that Slack may turn into a call to everyone where it parses text by itself. */
export function plainCallsIn(text: string): readonly string[] {
  const plain = piecesOf(text).map((piece) => (piece.kind === 'text' ? piece.text : ' '));
  return plain.join('').match(/@(channel|here|everyone)\b/g) ?? [];
}

/** The rich text block that Slack's own composer makes of what a person writes. */
export function richTextOf(text: string): Thing {
  const elements = piecesOf(text).map((piece): Thing => {
    switch (piece.kind) {
      case 'text':
        return { type: 'text', text: piece.text };
      case 'link':
        return { type: 'link', url: piece.url };
      case 'date':
        return { type: 'text', text: piece.label };
      case 'broadcast':
        return { type: 'broadcast', range: piece.id };
      default:
        return { type: piece.kind, [`${piece.kind}_id`]: piece.id };
    }
  });
  return { type: 'rich_text', block_id: 'said', elements: [{ type: 'rich_text_section', elements }] };
}
