import type { Story } from '../views.ts';

/** Shortest and longest width at which mail programs wrap their lines. */
const NARROWEST = 50;
const WIDEST = 100;

const BLANK = /^\s*$/;
/** How an entry of a list, a quotation or a line drawn in signs begins. */
const BEGINS_ITS_OWN = /^\s*(?:[-*+•–—>|]|\d{1,3}[.)]\s|[=_~#]{2,})/;
/** Written without spaces: where such a line goes on nobody can tell. */
const WITHOUT_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

/**
 * A mail's words with the line breaks taken out that its program put in for want of room, for showing only: what is
 * kept stays as it came. A break counts as such when the next word had not fitted into the widest line; all others
 * (lists, addresses, verse, a greeting) were meant and stay.
 */
export function unwrap(words: string): string {
  const lines = words.split('\n').map((line) => line.trimEnd());
  // A long web address on a line of its own says nothing of the width.
  const width = Math.max(0, ...lines.filter((line) => /\S\s+\S/.test(line)).map((line) => line.length));
  if (width < NARROWEST || width > WIDEST) return words;
  const shown: string[] = [];
  let last = '';
  for (const line of lines) {
    if (shown.length > 0 && wasWrapped(last, line, width)) shown.push(`${shown.pop()} ${line.trimStart()}`);
    else shown.push(line);
    last = line;
  }
  return shown.join('\n');
}

function wasWrapped(line: string, next: string, width: number): boolean {
  if (BLANK.test(line) || BLANK.test(next) || BEGINS_ITS_OWN.test(next)) return false;
  const [firstWord = ''] = next.trimStart().split(/\s/, 1);
  if (WITHOUT_SPACES.test(line.slice(-1)) || WITHOUT_SPACES.test(firstWord)) return false;
  return line.length + 1 + firstWord.length > width;
}

/** A story's words as they are shown: a customer's came by mail, whose lines break where they happened to end. */
export function shownWords({ words, voice }: Pick<Story, 'words' | 'voice'>): string {
  return voice === 'customer' ? unwrap(words) : words;
}
