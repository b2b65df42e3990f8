import { COMMAND_WORDS } from '../../src/wording/command-words.ts';

/** What a person typed into the composer, by its first words. */
export type TypedLine =
  | { readonly type: 'story'; readonly text: string }
  | { readonly type: 'search'; readonly words: string }
  | { readonly type: 'praise'; readonly words: string }
  | { readonly type: 'idea'; readonly words: string }
  | { readonly type: 'ideas' | 'idea-form' | 'kudos-form' }
  | { readonly type: (typeof COMMAND_WORDS)[number] }
  /** Somebody to be erased, as they are named. */
  | { readonly type: 'erase'; readonly whom: string }
  | { readonly type: 'mail-form' }
  | { readonly type: 'obstacle'; readonly words: string }
  | { readonly type: 'obstacles' | 'obstacle-form' }
  | { readonly type: 'unknown-command'; readonly command: string }
  | { readonly type: 'no-command' };

/** The few words of a name, an address or an id; more is a story that begins with this word. */
const ONE_PERSON = /^\S+( \S+){0,3}$/;

export function readTypedLine(line: string): TypedLine {
  const [, command, after] = /^\/(\S*)\s*([\s\S]*)$/.exec(line.trim()) ?? [];
  if (command === undefined || after === undefined) return { type: 'no-command' };
  if (command.toLowerCase() === 'unblock') return afterUnblock(after.trim());
  const text = after.trim();
  if (command.toLowerCase() === 'idea') return readIdea(text);
  if (command.toLowerCase() !== 'kudos') return { type: 'unknown-command', command: `/${command}` };
  if (text === '') return { type: 'kudos-form' };
  const [, first = '', rest = ''] = /^(\S+)\s*([\s\S]*)$/.exec(text) ?? [];
  const word = first.toLowerCase();
  if (word === 'search') return { type: 'search', words: rest };
  if (word === 'praise') return rest === '' ? { type: 'mail-form' } : { type: 'praise', words: rest };
  if (word === 'erase' && ONE_PERSON.test(rest)) return { type: 'erase', whom: rest };
  const alone = COMMAND_WORDS.find((one) => one === word);
  return alone && rest === '' ? { type: alone } : { type: 'story', text };
}

function afterUnblock(words: string): TypedLine {
  if (words === '') return { type: 'obstacle-form' };
  return words.toLowerCase() === 'list' ? { type: 'obstacles' } : { type: 'obstacle', words };
}

function readIdea(text: string): TypedLine {
  if (text === '') return { type: 'idea-form' };
  switch (text.toLowerCase()) {
    case 'list':
      return { type: 'ideas' };
    case 'help':
      return { type: 'help' };
    default:
      return { type: 'idea', words: text };
  }
}
