/** A stretch of a text, from its first UTF-16 unit to the one after its last. */
export type Span = { readonly from: number; readonly to: number };

/** Digits that belong together, with what stands between them: "+49 (0)170 / 123 45 67". */
export type DigitRun = Span & {
  readonly text: string;
  /** The digits between separators: 49, 0, 170, 123, 45, 67. */
  readonly groups: readonly (Span & { readonly digits: string })[];
};

/**
 * The same text, unit for unit, with every script's digits as 0 to 9 and every kind of space, dash and invisible mark
 * as a plain space or hyphen.
 */
export function plainDigits(text: string): string {
  return text
    .replace(/[^\P{Nd}0-9]/gu, (digit) => (digit.length === 1 ? String(worth(digit)) : digit))
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202f\u2060-\u2069\ufeff\u00a0\u1680\u2000-\u200a\u205f\u3000\t]/g, ' ')
    .replace(/[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g, '-')
    .replace(/[\uff0b\uff08\uff09\uff0e\uff0f]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

/** Decimal digits stand in order, from a zero on, ten together. https://www.unicode.org/reports/tr44/#Numeric_Type */
function worth(digit: string): number {
  let zero = digit.charCodeAt(0);
  const code = zero;
  while (/\p{Nd}/u.test(String.fromCharCode(zero - 1))) zero -= 1;
  return (code - zero) % 10;
}

/** Between two digits of one number stand at most so many of these: " / (". */
const RUN = /\+?\(?\+?\d(?:[ .\-/()]{0,3}\d)*/g;

/** All runs of digits in plain text, in their order. */
export function digitRuns(plain: string): readonly DigitRun[] {
  return [...plain.matchAll(RUN)].map((match) => digitRun(match[0], match.index));
}

export function digitRun(text: string, from: number): DigitRun {
  const groups = [...text.matchAll(/\d+/g)].map((match) => {
    const start = from + match.index;
    return { from: start, to: start + match[0].length, digits: match[0] };
  });
  return { from, to: from + text.length, text, groups };
}

/** The text with those stretches blotted out, the rest where it was; no number goes on across a blot. */
export function blanked(text: string, spans: readonly Span[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const span of spans) {
    parts.push(text.slice(from, span.from), BLOT.repeat(span.to - span.from));
    from = span.to;
  }
  return parts.join('') + text.slice(from);
}

const BLOT = ';';

export function digitsOf({ groups }: DigitRun): string {
  return groups.map(({ digits }) => digits).join('');
}
