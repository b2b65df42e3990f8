// A cheap look at a mail's size in parts and lines, before a parser spends its time on them.

import { MAX_LINES, MAX_PARTS, MAX_TEXT_LINES } from './limits.ts';

const LINE_FEED = 0x0a;
const DASH = 0x2d;
const SPACE = 0x20;
/** Lines of base64 are longer, but for the last. */
const SHORT_LINE = 40;
const MOST_BOUNDARIES = 200;

/**
 * The mail up to its limit of parts and lines, in one pass over its bytes. What people read stands at the beginning;
 * what is cut off is at most an attachment.
 */
export function cutToLimits(raw: Uint8Array): { readonly raw: Uint8Array; readonly cut: boolean } {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const boundaries = declaredBoundaries(bytes);
  let parts = 0;
  let lines = 0;
  let textLines = 0;
  for (let at = 0; at < bytes.length; ) {
    const feed = bytes.indexOf(LINE_FEED, at);
    const end = feed < 0 ? bytes.length : feed;
    lines += 1;
    if (end - at < SHORT_LINE || hasSpace(bytes, at, end)) textLines += 1;
    if (bytes[at] === DASH && bytes[at + 1] === DASH && isBoundary(bytes, at + 2, end, boundaries)) parts += 1;
    if (parts > MAX_PARTS || lines > MAX_LINES || textLines > MAX_TEXT_LINES)
      return { raw: bytes.subarray(0, at), cut: true };
    at = end + 1;
  }
  return { raw, cut: false };
}

function declaredBoundaries(bytes: Buffer): Set<string> {
  const boundaries = new Set<string>();
  const text = bytes.toString('latin1');
  for (const found of text.matchAll(/boundary\*?\d{0,2}\*?\s?=\s?(?:"([^"\r\n]{1,200})"|([^\s;"]{1,200}))/gi)) {
    boundaries.add((found[1] ?? found[2] ?? '').trim());
    if (boundaries.size >= MOST_BOUNDARIES) break;
  }
  return boundaries;
}

function hasSpace(bytes: Buffer, from: number, end: number): boolean {
  for (let at = from; at < end; at += 1) if (bytes[at] === SPACE) return true;
  return false;
}

function isBoundary(bytes: Buffer, from: number, end: number, boundaries: ReadonlySet<string>): boolean {
  if (end - from > 220) return false;
  const line = bytes.toString('latin1', from, end).trimEnd();
  return boundaries.has(line) || (line.endsWith('--') && boundaries.has(line.slice(0, -2)));
}
