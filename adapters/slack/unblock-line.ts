/** What a person typed behind `/unblock`. */
export type UnblockLine =
  | { readonly type: 'obstacle'; readonly text: string }
  | { readonly type: 'obstacles' | 'obstacle-form' };

/** "list" means something only by itself. */
export function readUnblockLine(line: string): UnblockLine {
  const text = line.trim();
  if (text === '') return { type: 'obstacle-form' };
  return text.toLowerCase() === 'list' ? { type: 'obstacles' } : { type: 'obstacle', text };
}

/** What somebody says to Herald in plain words, when it begins with "unblock" or "/unblock"; null when it does not. */
export function unblockSaid(text: string): UnblockLine | null {
  const [said, words = ''] = /^\/?unblock(?:[\s:,]+([\s\S]*))?$/i.exec(text) ?? [];
  return said === undefined ? null : readUnblockLine(words);
}
