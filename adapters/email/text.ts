// Text as people meant it: one kind of line end, one kind of space, nothing invisible that would hide a label.

/**
 * Keeps people's words, but for what no one typed: NUL and other controls, half characters (they become U+FFFD),
 * byte order marks, zero-width spaces, and the no-break spaces that mail programs put into dates and before colons.
 */
export function cleanText(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/\r\n?|[\u2028\u2029\u0085\f\v]/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is taken out here
      .replace(/[\u0000-\u0008\u000e-\u001f\u007f\u200b\u2060\ufeff]/g, '')
      .replace(/[\u00a0\u202f]/g, ' ')
  );
}

/** Removes space at the ends of lines, empty lines around, and all but one of the empty lines in a row. */
export function tidyLines(lines: readonly string[]): string {
  const kept: string[] = [];
  for (const line of lines) {
    const text = line.trimEnd();
    if (text !== '' || kept.at(-1) !== '') kept.push(text);
  }
  const first = kept[0] === '' ? 1 : 0;
  const last = kept.at(-1) === '' ? kept.length - 1 : kept.length;
  return kept.slice(first, last).join('\n');
}

/** Nothing to fold but case: letters, digits and single spaces. It spares the long way for most lines. */
const PLAIN = /^(?:[\x21-\x5f\x61-\x7e] ?)*$/;

/** A line as labels and phrases are compared: lower case, plain apostrophes, without marks of text direction. */
export function folded(text: string): string {
  if (PLAIN.test(text)) return text.trim().toLowerCase();
  return text
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[’‘´`]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC')
    .toLowerCase();
}
