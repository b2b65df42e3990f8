/** Adaptive Cards put a date in place of `{{DATE(…)}}` and `{{TIME(…)}}` in any text (features/authoring: "Text features"). */
const MACRO = /\{(?=\{(?:DATE|TIME)\()/gi;
/** Seen by nobody, and enough for a macro to be none. */
const WORD_JOINER = '\u2060';

/** A word that is wider than any card. Text runs do not break it by themselves, and it would run out of the card. */
const ENDLESS = /[\p{L}\p{N}\p{P}]{60,}/gu;
const MAY_BREAK = '\u200b';

/** Somebody's text for a text run, where no markdown is read: it stands as it was typed. */
export function asTyped(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(MACRO, `{${WORD_JOINER}`)
    .replace(ENDLESS, (word) => word.replace(/.{20}(?=.)/gu, `$&${MAY_BREAK}`));
}

/** Text for where a client may read markdown (a card's `fallbackText`): none of its signs begins anything. */
export function withoutMarkdown(text: string): string {
  return asTyped(text)
    .replace(/[\\`*_[\]~]/g, '\\$&')
    .replace(/^(\s*)([-+>#]|\d+\.)/gm, '$1\\$2');
}

/** Text for where Teams may read a few HTML tags (thumbnails): no sign begins a tag or stands for another. */
export function withoutTags(text: string): string {
  return asTyped(text).replace(/[<&]/g, `$&${WORD_JOINER}`);
}
