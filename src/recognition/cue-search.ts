// Finds cues in a text. A cue is a whole word or a phrase, without punctuation; a word's trailing * takes any ending,
// and its leading * any beginning too, for scripts without spaces. A list separates them by commas.

export type Cues = {
  /** Whether there are any at all: one expression for the whole list takes a twentieth of the time of finding them. */
  readonly any: RegExp;
  readonly words: ReadonlySet<string>;
  readonly stems: readonly string[];
  /** What may stand anywhere within a word. */
  readonly parts: readonly string[];
  readonly phrases: readonly string[];
};

export function cues(list: string): Cues {
  const all = eachCue(list);
  const single = all.filter((cue) => !cue.includes(' '));
  return {
    any: new RegExp(all.map(pattern).join('|')),
    words: new Set(single.filter((cue) => !cue.endsWith('*'))),
    stems: single.filter((cue) => /^[^*].*\*$/.test(cue)).map((cue) => cue.slice(0, -1)),
    parts: single.filter((cue) => cue.startsWith('*')).map((cue) => cue.slice(1, -1)),
    phrases: all.filter((cue) => cue.includes(' ')),
  };
}

/** Finds any of these in searchable text, and of two that begin alike the longer one. */
export function anyOf(list: string): RegExp {
  const longestFirst = eachCue(list).toSorted((one, other) => other.length - one.length);
  return new RegExp(` (?:${longestFirst.join('|')})(?= )`, 'g');
}

/** Lower case, one space between words and around the whole, punctuation gone but for ' and - within words. */
export function searchable(words: string): string {
  const plain = words.normalize('NFC').toLowerCase().replaceAll('’', "'");
  return ` ${(plain.match(/[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu) ?? []).join(' ')} `;
}

/** The cues that stand in searchable text, each once: the phrases, then the words as the text has them. */
export function found(list: Cues, text: string): readonly string[] {
  if (!list.any.test(text)) return [];
  const phrases = list.phrases.filter((phrase) => text.includes(` ${phrase} `));
  const words = text.split(' ').filter((word) => word !== '' && isCue(list, word));
  return [...new Set([...phrases, ...words])];
}

function eachCue(list: string): readonly string[] {
  return list.split(',').map((cue) => cue.trim());
}

/** A cue as an expression: "word" stands alone, "beginn*" begins a word, and "*part*" stands anywhere in one. */
function pattern(cue: string): string {
  const letters = cue.replaceAll('*', '');
  return `${cue.startsWith('*') ? '' : ' '}${letters}${cue.endsWith('*') ? '' : ' '}`;
}

function isCue(list: Cues, word: string): boolean {
  return (
    list.words.has(word) ||
    list.stems.some((stem) => word.startsWith(stem)) ||
    list.parts.some((part) => word.includes(part))
  );
}
