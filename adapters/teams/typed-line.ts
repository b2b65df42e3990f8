import { COMMAND_WORDS } from '../../src/wording/command-words.ts';
import type { Token } from './said.ts';
import { wordsOf } from './said.ts';

/** What somebody typed to Herald. */
export type TypedLine =
  | { readonly type: 'story'; readonly tokens: readonly Token[] }
  | { readonly type: 'search'; readonly words: string }
  | { readonly type: 'praise'; readonly words: string }
  | { readonly type: (typeof COMMAND_WORDS)[number] }
  /** Somebody to be erased, as they are named. */
  | { readonly type: 'erase'; readonly whom: readonly Token[] }
  /** What stands in the way. */
  | { readonly type: 'obstacle'; readonly tokens: readonly Token[] }
  | { readonly type: 'obstacles' | 'obstacle-form' }
  | { readonly type: 'idea'; readonly words: string }
  | { readonly type: 'ideas' | 'idea-form' }
  | { readonly type: 'form' }
  /** Hello, or something that Herald does not know: both are answered with what it does. */
  | { readonly type: 'greeting' | 'unknown' };

const GREETING =
  /^(hi|hello|hey|hiya|good (morning|afternoon|evening)|hallo|hola|bonjour|ciao|olá)[\s\p{P}\p{S}\p{M}]*$/iu;

/** Herald's own name at the beginning is to whom it is said. */
export function readTypedLine(said: readonly Token[], bot: string): TypedLine {
  const tokens = withoutName(said, bot);
  const text = wordsOf(tokens);
  if (text === '') return { type: 'greeting' };
  const [first] = tokens;
  if (first?.kind === 'user') return { type: 'story', tokens };
  const [, word = '', rest = ''] = /^\/?(\S+)\s*([\s\S]*)$/.exec(text) ?? [];
  const command = word.toLowerCase().replace(/[:,]$/, '');
  if (command === 'kudos') return afterKudos(withoutWord(tokens, word), rest);
  if (command === 'unblock') return afterUnblock(withoutWord(tokens, word), rest);
  if (command === 'idea') return afterIdea(rest);
  if (command === 'search') return { type: 'search', words: rest };
  if (command === 'erase' && isOnePerson(rest)) return { type: 'erase', whom: withoutWord(tokens, word) };
  if (command === 'praise') return { type: 'praise', words: rest };
  const alone = COMMAND_WORDS.find((one) => one === command);
  if (alone !== undefined && rest === '') return { type: alone };
  return { type: GREETING.test(text) ? 'greeting' : 'unknown' };
}

function afterKudos(tokens: readonly Token[], rest: string): TypedLine {
  if (rest === '') return { type: 'form' };
  const [, whom] = /^erase\s+([\s\S]*)$/i.exec(rest) ?? [];
  if (whom !== undefined && isOnePerson(whom)) return { type: 'erase', whom: withoutWord(trimmed(tokens), 'erase') };
  const alone = COMMAND_WORDS.find((one) => one === rest.trim().toLowerCase());
  return alone === undefined ? { type: 'story', tokens } : { type: alone };
}

function afterUnblock(tokens: readonly Token[], rest: string): TypedLine {
  if (rest === '') return { type: 'obstacle-form' };
  return rest.trim().toLowerCase() === 'list' ? { type: 'obstacles' } : { type: 'obstacle', tokens };
}

/** "idea list all birthdays" is an idea. */
function afterIdea(rest: string): TypedLine {
  if (rest === '') return { type: 'idea-form' };
  return rest.toLowerCase() === 'list' ? { type: 'ideas' } : { type: 'idea', words: rest };
}

/** The few words of a name, an address or an id; more is something else that begins with this word. */
function isOnePerson(words: string): boolean {
  return /^\S+( \S+){0,3}$/.test(words.trim());
}

function withoutName(tokens: readonly Token[], bot: string): readonly Token[] {
  const at = tokens.findIndex((token) => token.kind === 'user' && token.user === bot);
  if (at < 0 || tokens.slice(0, at).some((token) => token.kind === 'user' || token.text.trim() !== ''))
    return trimmed(tokens);
  return trimmed(tokens.slice(at + 1));
}

function withoutWord(tokens: readonly Token[], word: string): readonly Token[] {
  const [head, ...tail] = trimmed(tokens);
  if (head?.kind !== 'text') return tokens;
  return trimmed([{ kind: 'text', text: head.text.replace(/^\//, '').slice(word.length) }, ...tail]);
}

/** Without blanks and commas before the first word. */
function trimmed([head, ...tail]: readonly Token[]): readonly Token[] {
  if (head === undefined) return [];
  if (head.kind !== 'text') return [head, ...tail];
  const text = head.text.replace(/^[\s,:]+/, '');
  return text === '' ? tail : [{ kind: 'text', text }, ...tail];
}
