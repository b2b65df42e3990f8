// The few lines that say whose mail follows: From, Sent, To, Subject, in whatever order, language and wrapping.

import { type Label, type LabelKind, readLabel } from './label.ts';
import { firstAddress, type Mailbox, readMailbox } from './mailbox.ts';
import { isBlank, type Line } from './quote.ts';

export type HeaderBlock = {
  readonly author: Mailbox;
  readonly sent: string | null;
  readonly subject: string | null;
  /** Languages whose labels these are, likeliest first. */
  readonly languages: readonly string[];
  /** Index of the first line behind the block. */
  readonly end: number;
};

type Fields = Map<LabelKind, string[]>;
type Reading = { readonly fields: Fields; readonly labels: Label[]; readonly end: number };

const MOST_LINES = 40;
/** A "To:" with many people wraps; the next label comes soon. */
const LONGEST_WRAP = 8;
const LONGEST_VALUE = 1000;

/**
 * Reads the header block that begins at a line, if one does. It takes an author (with an address, or with a name
 * where a date with digits stands beside it) and one more of date, subject and addressee: so neither "From: the
 * bottom of our hearts" nor a note's own "Subject:" is one. `announced` says that a separator stands above.
 */
export function readHeaderBlock(lines: readonly Line[], start: number, announced: boolean): HeaderBlock | null {
  const first = labelAt(lines, start);
  if (first === null || first.kind === 'other') return null;
  const reading = collect(lines, start);
  const from = fieldOf(reading.fields, 'from');
  if (from === null || from.length > 300) return null;
  const author = readMailbox(from);
  const sent = fieldOf(reading.fields, 'sent');
  const subject = fieldOf(reading.fields, 'subject');
  const addressed = reading.fields.has('to');
  if (author.email === null && author.name === null) return null;
  const others = Number(sent !== null) + Number(reading.fields.has('subject')) + Number(addressed);
  const enough = author.email !== null || announced ? others >= 1 : others >= 2 && /\d/.test(sent ?? '');
  return enough ? { author, sent, subject, languages: likeliest(reading.labels), end: reading.end } : null;
}

function collect(lines: readonly Line[], start: number): Reading {
  const fields: Fields = new Map();
  const labels: Label[] = [];
  const depth = lines[start]?.depth ?? 0;
  const spaced = isSpaced(lines, start);
  let last: LabelKind = 'other';
  let at = start;
  while (at < lines.length && at - start < MOST_LINES) {
    const line = lines[at];
    if (line === undefined || (line.depth !== depth && !isBlank(line))) break;
    const label = labelAt(lines, at);
    if (label !== null) {
      if (label.kind !== 'other' && fields.has(label.kind)) break;
      // A note's own "Subject:" above a block is not part of it.
      if (spaced && at > start && !isBlank(lines[at - 1])) return { fields: new Map(), labels: [], end: start };
      fields.set(label.kind, [label.value]);
      labels.push(label);
      last = label.kind;
    } else if (isBlank(line)) {
      const next = labelAt(lines, at + 1);
      if (!spaced || next === null || fields.has(next.kind)) break;
    } else if (continues(lines, at, last, fields)) {
      fields.get(last)?.push(line.content.trim());
    } else break;
    at += 1;
  }
  return { fields, labels, end: at };
}

/** HTML with a paragraph for each header gives a block with an empty line between any two. */
function isSpaced(lines: readonly Line[], start: number): boolean {
  return isBlank(lines[start + 1]) && labelAt(lines, start + 2) !== null;
}

function continues(lines: readonly Line[], at: number, last: LabelKind, fields: Fields): boolean {
  const content = lines[at]?.content.trim() ?? '';
  const value = (fields.get(last) ?? []).join(' ');
  if (content.length > LONGEST_VALUE || value.length > LONGEST_VALUE * 4) return false;
  if (value === '') return last !== 'other';
  if ((last === 'to' || last === 'cc' || last === 'from') && (/[,;<]$/.test(value) || content.startsWith('<')))
    return firstAddress(content) !== null || labelFollows(lines, at);
  return labelFollows(lines, at);
}

function labelFollows(lines: readonly Line[], at: number): boolean {
  for (let next = at + 1; next <= at + LONGEST_WRAP; next += 1) {
    if (next >= lines.length || isBlank(lines[next])) return false;
    if (labelAt(lines, next) !== null) return true;
  }
  return false;
}

function labelAt(lines: readonly Line[], at: number): Label | null {
  const line = lines[at];
  return line === undefined ? null : readLabel(line.content);
}

function fieldOf(fields: Fields, kind: LabelKind): string | null {
  const value = (fields.get(kind) ?? [])
    .join(' ')
    .slice(0, LONGEST_VALUE)
    .replace(/[*\s]+$/, '')
    .trim();
  return value === '' ? null : value;
}

/**
 * The languages that say "From" so, likeliest first. Gmail translates "From:" alone and leaves the others English, so
 * the other labels only weigh.
 */
function likeliest(labels: readonly Label[]): string[] {
  const fits = (code: string) => labels.filter((label) => label.languages.includes(code)).length;
  const said = labels.find((label) => label.kind === 'from')?.languages ?? [];
  return said.toSorted((one, other) => fits(other) - fits(one));
}
