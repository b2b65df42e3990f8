// What a mail's parts say of themselves, corrected before they are parsed. `format=flowed` is renamed, since
// postal-mime joins flowed lines without looking at their ">" marks; and where a charset label proved wrong, parts
// said to be UTF-8 (or nothing) are read byte by byte as windows-1252, so that charset.ts can decide line by line.

import { type Line, readLine, written } from './forward/quote.ts';

/** How the lines of flowed text (RFC 3676) are joined again. */
export type Flow = 'fixed' | 'flowed' | 'flowed-delsp';

const UNRELIABLE = new Set(['', 'utf-8', 'utf8', 'us-ascii', 'ascii']);
const CONTENT_TYPE = /^content-type\s*:/i;
const TEXT_PART = /^content-type\s*:\s*text\//i;

export function relabelled(
  raw: Uint8Array,
  { keepCharset }: { readonly keepCharset: boolean },
): { readonly raw: Uint8Array; readonly flow: Flow } {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  if (keepCharset && !bytes.includes('lowed')) return { raw, flow: 'fixed' };
  const lines = bytes.toString('latin1').split('\n');
  const kept: string[] = keepCharset || hasContentType(lines) ? [] : ['Content-Type: text/plain; charset=windows-1252'];
  let flow: Flow = 'fixed';
  for (let at = 0; at < lines.length; ) {
    const end = CONTENT_TYPE.test(lines[at] ?? '') ? endOfHeader(lines, at) : at + 1;
    const header = lines.slice(at, end).join('\n');
    if (TEXT_PART.test(header)) {
      flow = flowOf(header) ?? flow;
      kept.push(rewritten(header, keepCharset));
    } else kept.push(header);
    at = end;
  }
  return { raw: Buffer.from(kept.join('\n'), 'latin1'), flow };
}

function hasContentType(lines: readonly string[]): boolean {
  const end = lines.findIndex((line) => line.trimEnd() === '');
  return lines.slice(0, Math.max(end, 0)).some((line) => CONTENT_TYPE.test(line));
}

function endOfHeader(lines: readonly string[], start: number): number {
  let end = start + 1;
  while (end < lines.length && /^[ \t]\S/.test(lines[end]?.replace(/^[ \t]+/, ' ') ?? '')) end += 1;
  return end;
}

function flowOf(header: string): Flow | null {
  if (!/format="?(?:x-)?flowed/i.test(header)) return null;
  return /delsp="?yes/i.test(header) ? 'flowed-delsp' : 'flowed';
}

function rewritten(header: string, keepCharset: boolean): string {
  const line = header.replace(/format="?flowed"?/i, 'format=x-flowed');
  if (keepCharset) return line;
  const label = /charset\s?=\s?"?([\w.:-]*)"?/i.exec(line);
  if (!UNRELIABLE.has((label?.[1] ?? '').toLowerCase())) return line;
  if (label !== null) return line.replace(label[0], 'charset=windows-1252');
  return `${line.trimEnd().replace(/;$/, '')}; charset=windows-1252`;
}

/** Joins the lines that the sender's program broke, each within its own depth of quotation. */
export function unfolded(text: string, flow: Flow): string {
  if (flow === 'fixed') return text;
  const paragraphs: { readonly depth: number; readonly parts: string[]; open: boolean }[] = [];
  for (const raw of text.split('\n')) {
    const { depth, content } = unstuffed(readLine(raw.replace(/\r$/, '')));
    const soft = content.endsWith(' ') && content !== '-- ';
    const part = soft && flow === 'flowed-delsp' ? content.slice(0, -1) : content;
    const last = paragraphs.at(-1);
    if (last?.open && last.depth === depth && content !== '-- ') {
      last.parts.push(part);
      last.open = soft;
    } else paragraphs.push({ depth, parts: [part], open: soft });
  }
  return paragraphs.map(({ depth, parts }) => written({ depth, content: parts.join('') })).join('\n');
}

/** RFC 3676 puts a space before a line that begins with a space, ">" or "From ". */
function unstuffed(line: Line): Line {
  return line.depth === 0 && line.content.startsWith(' ') ? { depth: 0, content: line.content.slice(1) } : line;
}
