// Yahoo's plain text runs a whole header block into one line:
// "----- Forwarded Message -----From: Jane <jane@example.com>To: Ana <ana@example.org>Sent: …Subject: Thank you".

import { meaningOf } from './label.ts';

const LONGEST = 2000;
const LONGEST_LABEL = 20;

/** The line as one line per label, or null when it is no header block in one line. */
export function splitOneLineBlock(line: string): string[] | null {
  if (line.length > LONGEST || !/[:：][^:：]*[@＠]/.test(line)) return null;
  const starts = labelStarts(line);
  if (starts.length < 3) return null;
  const parts = starts.map((start, index) => line.slice(start, starts[index + 1] ?? line.length).trim());
  const before = line.slice(0, starts[0]).trim();
  return before === '' ? parts : [before, ...parts];
}

function labelStarts(line: string): number[] {
  const starts: number[] = [];
  const kinds = new Set<string>();
  for (let colon = line.indexOf(':'); colon >= 0; colon = line.indexOf(':', colon + 1)) {
    const start = labelStart(line, colon, starts.at(-1) ?? -1);
    if (start === null || kinds.has(start.kind)) continue;
    if (starts.length === 0 && start.kind !== 'from') return [];
    kinds.add(start.kind);
    starts.push(start.at);
    // What follows the subject is its text; a colon in it begins nothing.
    if (start.kind === 'subject') break;
  }
  return starts;
}

function labelStart(line: string, colon: number, after: number): { at: number; kind: string } | null {
  for (let at = Math.max(after + 1, colon - LONGEST_LABEL); at < colon; at += 1) {
    const before = at === 0 ? ' ' : line.charAt(at - 1);
    if (!/[\s>"\-\d)\]\p{Ll}]/u.test(before) || /\s/.test(line.charAt(at))) continue;
    if (/\p{Ll}/u.test(before) && !/\p{Lu}/u.test(line.charAt(at))) continue;
    const meaning = meaningOf(line.slice(at, colon));
    if (meaning !== null && meaning.kind !== 'other') return { at, kind: meaning.kind };
  }
  return null;
}
