// A mail's text as the letters it is made of: what the sender wrote, and below it each mail that is forwarded or
// quoted, from the outside in. One pass over the lines for each letter, so the time grows with the text alone.

import { MAX_LETTERS } from '../limits.ts';
import { readAttribution } from './attributions.ts';
import { type Moment, readDate } from './date.ts';
import { readHeaderBlock } from './header-block.ts';
import type { Mailbox } from './mailbox.ts';
import { splitOneLineBlock } from './one-line.ts';
import { isBlank, type Line, readLine, unquoted, written } from './quote.ts';
import { readSeparator, type Separator } from './separators.ts';

/**
 * How a letter came into this mail: `forward` under a line that says so, `block` under a bare header block or one
 * that says "original message" (a forward or a reply), `reply` under "… wrote:", `bare` under a separator alone.
 */
export type Via = 'outer' | 'attached' | 'forward' | 'block' | 'reply' | 'bare';

export type Letter = {
  readonly via: Via;
  readonly author: Mailbox | null;
  readonly sent: Moment | null;
  readonly subject: string | null;
  readonly lines: readonly string[];
};

type Head = Omit<Letter, 'lines'>;
type Marker = Head & { readonly start: number; readonly end: number; readonly depth: number };

/** Splits a text; the first letter is what stands above all others. `offset` is the sender's, see readDate. */
export function splitLetters(text: string, outer: Head, offset: number | null): Letter[] {
  const letters: Letter[] = [];
  let head = outer;
  let lines: readonly Line[] = text.split('\n').flatMap(readLines);
  while (letters.length < MAX_LETTERS - 1) {
    const marker = findMarker(lines, offset);
    if (marker === null) break;
    const { inside, after } = splitBelow(lines, marker);
    letters.push({ ...head, lines: [...linesAbove(lines, marker.start), ...after].map(written) });
    head = { via: marker.via, author: marker.author, sent: marker.sent, subject: marker.subject };
    lines = inside;
  }
  letters.push({ ...head, lines: lines.map(written) });
  return letters;
}

function readLines(text: string): Line[] {
  const line = readLine(text);
  const parts = splitOneLineBlock(line.content);
  return parts === null ? [line] : parts.map((content) => ({ depth: line.depth, content }));
}

function findMarker(lines: readonly Line[], offset: number | null): Marker | null {
  for (let at = 0; at < lines.length; at += 1) {
    const marker = markerAt(lines, at, offset);
    if (marker !== null) return marker;
  }
  return null;
}

function markerAt(lines: readonly Line[], at: number, offset: number | null): Marker | null {
  const line = lines[at];
  if (line === undefined || isBlank(line)) return null;
  const separator = readSeparator(line.content);
  if (separator !== null) return separator.kind === 'rule' ? null : separated(lines, at, separator, offset);
  return blockAt(lines, at, at, 'block', false, offset) ?? replyAt(lines, at, offset);
}

/** A header block may stand up to this many lines below its separator, empty ones and a second separator included. */
const GAP = 5;

function separated(
  lines: readonly Line[],
  start: number,
  { kind, drawn }: { kind: Separator; drawn: boolean },
  offset: number | null,
): Marker | null {
  const via = kind === 'forward' ? 'forward' : 'block';
  const block = blockBelow(lines, start, via, offset);
  if (block !== null) return { ...block, start, via, end: behindClosing(lines, block.end, offset) };
  if (!drawn) return null;
  const depth = lines[start]?.depth ?? 0;
  return { via: 'bare', author: null, sent: null, subject: null, start, end: start + 1, depth };
}

function blockBelow(lines: readonly Line[], separator: number, via: Via, offset: number | null): Marker | null {
  for (let at = separator + 1; at <= separator + GAP && at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined || isBlank(line)) continue;
    const block = blockAt(lines, separator, at, via, true, offset) ?? replyAt(lines, at, offset);
    if (block !== null) return block;
    if (readSeparator(line.content) === null) break;
  }
  return null;
}

/** Some programs draw their separator again below the block; one with another block below it is a letter of its own. */
function behindClosing(lines: readonly Line[], end: number, offset: number | null): number {
  const at = firstText(lines, end);
  const line = lines[at];
  const separator = line === undefined ? null : readSeparator(line.content);
  if (separator === null || separator.kind === 'rule') return end;
  return blockBelow(lines, at, 'block', offset) === null ? at + 1 : end;
}

function blockAt(
  lines: readonly Line[],
  start: number,
  at: number,
  via: Via,
  announced: boolean,
  offset: number | null,
): Marker | null {
  const block = readHeaderBlock(lines, at, announced || isAnnounced(lines, at));
  if (block === null) return null;
  const sent = block.sent === null ? null : readDate(block.sent, block.languages, offset);
  return {
    via,
    author: block.author,
    sent,
    subject: block.subject,
    start,
    end: block.end,
    depth: lines[at]?.depth ?? 0,
  };
}

/** Outlook on the web draws a rule above its block. */
function isAnnounced(lines: readonly Line[], at: number): boolean {
  const above = lines[isBlank(lines[at - 1]) ? at - 2 : at - 1];
  return above !== undefined && readSeparator(above.content) !== null;
}

function replyAt(lines: readonly Line[], at: number, offset: number | null): Marker | null {
  const attribution = readAttribution(lines, at);
  if (attribution === null) return null;
  const sent = readDate(attribution.sent, attribution.languages, offset);
  const depth = lines[at]?.depth ?? 0;
  return { via: 'reply', author: attribution.author, sent, subject: null, start: at, end: attribution.end, depth };
}

/** The lines above a marker, without the rule, the stars and the empty lines that lead to it. */
function linesAbove(lines: readonly Line[], start: number): readonly Line[] {
  let end = start;
  while (end > 0) {
    const line = lines[end - 1];
    if (line === undefined || !(isBlank(line) || readSeparator(line.content) !== null)) break;
    end -= 1;
  }
  return lines.slice(0, end);
}

/** What belongs to the letter below a marker, unquoted, and what its outer sender wrote behind the quotation. */
function splitBelow(lines: readonly Line[], marker: Marker): { inside: Line[]; after: readonly Line[] } {
  const begin = firstText(lines, marker.end);
  const quoted = marker.via === 'reply' && (lines[begin]?.depth ?? 0) > marker.depth;
  const levels = quoted ? marker.depth + 1 : marker.depth;
  const end =
    levels === 0 ? lines.length : quoted ? endOfQuote(lines, begin, levels) : lastQuoted(lines, begin, levels);
  return {
    inside: lines.slice(marker.end, end).map((line) => unquoted(line, levels)),
    after: lines.slice(end),
  };
}

function firstText(lines: readonly Line[], from: number): number {
  let at = from;
  while (at < lines.length && isBlank(lines[at])) at += 1;
  return at;
}

/** A reply's quotation ends at the first line that is not quoted: what follows answers it. */
function endOfQuote(lines: readonly Line[], from: number, levels: number): number {
  let end = from;
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined) break;
    if (line.depth >= levels) end = at + 1;
    else if (!isBlank(line)) break;
  }
  return end;
}

/** A quoted forward goes on to its last quoted line; one in between that lost its mark in wrapping belongs to it. */
function lastQuoted(lines: readonly Line[], from: number, levels: number): number {
  for (let at = lines.length - 1; at >= from; at -= 1) {
    if ((lines[at]?.depth ?? 0) >= levels) return at + 1;
  }
  return lines.length;
}
