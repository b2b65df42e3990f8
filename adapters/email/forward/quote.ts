// Lines that a mail program has marked as quoted with ">".

export type Line = {
  /** How many ">" stand before it. */
  readonly depth: number;
  /** The line without them. */
  readonly content: string;
};

const DEEPEST = 30;

export function readLine(line: string): Line {
  let depth = 0;
  let at = 0;
  while (depth < DEEPEST) {
    const mark = line.charAt(at) === ' ' ? at + 1 : at;
    if (line.charAt(mark) !== '>') break;
    depth += 1;
    at = mark + 1;
  }
  if (depth > 0 && line.charAt(at) === ' ') at += 1;
  return { depth, content: depth === 0 ? line : line.slice(at) };
}

/** Takes `levels` of quoting off. */
export function unquoted({ depth, content }: Line, levels: number): Line {
  return { depth: Math.max(0, depth - levels), content };
}

export function isBlank(line: Line | undefined): boolean {
  return line !== undefined && line.content.trim() === '';
}

/** The line again as it was shown, one ">" a level. */
export function written({ depth, content }: Line): string {
  return depth === 0 ? content : `${'>'.repeat(depth)} ${content}`;
}
