/** Stands where words were left out: people see that there is more. */
export const READ_ON = '… read on';

type Shortened = { readonly words: string; readonly cut: boolean };

let graphemes: Intl.Segmenter | undefined;

/**
 * The beginning of a text, at most `limit` UTF-16 units long, cut between words where it can be and never within a
 * letter. When `cut` is true, whoever shows the words adds a way to the rest.
 */
export function shorten(text: string, limit: number): Shortened {
  if (text.length <= limit) return { words: text, cut: false };
  const whole = lastWholeLetter(text.slice(0, limit + 2), limit);
  const space = whole.search(/\s\S*$/);
  const words = space > limit * 0.6 ? whole.slice(0, space) : whole;
  return { words: words.trimEnd(), cut: true };
}

/** The same as one text: "The parcel came a day early and … read on". */
export function shortened(text: string, limit: number): string {
  const { words, cut } = shorten(text, limit);
  return cut ? `${words} ${READ_ON}` : words;
}

/** Where even one letter exceeds the limit (marks piled upon it), only its code points are kept whole. */
function lastWholeLetter(text: string, limit: number): string {
  // Made on first use: it takes as long as loading thirty modules.
  graphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  // Of the letter that crosses the limit, so that a long text is not gone through from its beginning.
  const end = graphemes.segment(text).containing(limit)?.index ?? text.length;
  return (end === 0 ? text.slice(0, limit) : text.slice(0, end)).toWellFormed();
}
