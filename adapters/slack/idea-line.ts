/** What a person typed behind `/idea`. */
export type IdeaLine =
  | { readonly type: 'idea'; readonly words: string }
  | { readonly type: 'ideas' | 'idea-form' | 'help' };

/** "list" and "help" mean something only by themselves: "/idea list all birthdays" is an idea. */
export function readIdeaLine(line: string): IdeaLine {
  const text = line.trim();
  switch (text.toLowerCase()) {
    case '':
      return { type: 'idea-form' };
    case 'list':
      return { type: 'ideas' };
    case 'help':
      return { type: 'help' };
    default:
      return { type: 'idea', words: text };
  }
}

/** What somebody says to Herald in plain words, when it begins with "idea" or "/idea"; null when it does not. */
export function ideaSaid(text: string): IdeaLine | null {
  const [, words] = /^\/?idea(?:[\s:]+([\s\S]*))?$/i.exec(text) ?? [];
  return /^\/?idea(?:[\s:]|$)/i.test(text) ? readIdeaLine(words ?? '') : null;
}
