const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/** Characters that are read from right to left, or that turn the direction of those after them. */
const TURNS_DIRECTION =
  /[\p{Bidi_Control}\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * A person's text such that it cannot turn the direction of the sentence around it. Text that could not anyway stays
 * as it is, so that what a terminal shows can be searched and compared.
 */
export function isolate(text: string): string {
  if (!TURNS_DIRECTION.test(text)) return text;
  return text.split('\n').map(isolateLine).join('\n');
}

/** The text as it was before it was isolated. */
export function withoutIsolate(text: string): string {
  return text.replace(/^\u2068(.*)\u2069$/gmu, '$1');
}

/** Each line by itself: direction ends with the line, and with it the isolate. */
function isolateLine(line: string): string {
  return `${FIRST_STRONG_ISOLATE}${withoutStrayEnds(line)}${POP_ISOLATE}`;
}

/** An end without its beginning would end our own isolate too early. */
function withoutStrayEnds(line: string): string {
  let open = 0;
  return line.replace(/[\u2066-\u2069]/g, (mark) => {
    if (mark !== POP_ISOLATE) {
      open += 1;
      return mark;
    }
    if (open === 0) return '';
    open -= 1;
    return mark;
  });
}
