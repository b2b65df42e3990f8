import { COMMAND_WORDS } from '../../src/wording/command-words.ts';

/** What a person typed behind the command or to Herald itself, by its first words. */
export type TypedLine =
  | { readonly type: 'story'; readonly text: string }
  | { readonly type: 'search'; readonly words: string }
  | { readonly type: 'praise'; readonly words: string }
  | { readonly type: (typeof COMMAND_WORDS)[number] }
  /** Somebody to be erased, as they are named. */
  | { readonly type: 'erase'; readonly whom: string }
  | { readonly type: 'form' };

/** A mention, or the few words of a name, an address or an id; more is a story that begins with this word. */
const ONE_PERSON = /^(<@[^<>]+>|[^\s<>]+( [^\s<>]+){0,3})$/;

export function readTypedLine(line: string): TypedLine {
  const text = line.trim();
  if (text === '') return { type: 'form' };
  const [, first = '', rest = ''] = /^(\S+)\s*([\s\S]*)$/.exec(text) ?? [];
  const word = first.toLowerCase();
  if (word === 'search') return { type: 'search', words: rest };
  if (word === 'praise') return { type: 'praise', words: rest };
  if (word === 'erase' && ONE_PERSON.test(rest)) return { type: 'erase', whom: rest };
  const alone = COMMAND_WORDS.find((one) => one === word);
  return alone !== undefined && rest === '' ? { type: alone } : { type: 'story', text };
}
