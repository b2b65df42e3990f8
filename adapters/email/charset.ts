// Mails whose charset label is wrong. Readable beats faithful to a label: UTF-8 where the bytes allow it, else
// windows-1252, the charset of most old mail programs.

import { isUtf8 } from 'node:buffer';
import { hasUtf16Mark } from './file-kind.ts';

const windows1252 = new TextDecoder('windows-1252');
const BYTE_OF = new Map(
  Array.from({ length: 256 }, (_, byte) => [windows1252.decode(Uint8Array.of(byte)), byte] as const),
);

/** Decodes bytes that carry no label at all. */
export function decodeUnlabelled(raw: Uint8Array): string {
  if (hasUtf16Mark(raw)) return new TextDecoder(raw[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(raw);
  return isUtf8(raw) ? new TextDecoder().decode(raw) : windows1252.decode(raw);
}

/** Undoes "GrÃ¼ÃŸe": lines of UTF-8 that were read as windows-1252, because they were labelled so or not known. */
export function mendLines(text: string): string {
  if (!/[\u00c2-\u00f4]/.test(text)) return text;
  return text
    .split('\n')
    .map((line) => mendLine(line))
    .join('\n');
}

function mendLine(line: string): string {
  if (!/[\u00c2-\u00f4][\u0080-\uffff]/.test(line)) return line;
  const bytes = new Uint8Array(line.length);
  for (let at = 0; at < line.length; at += 1) {
    const byte = BYTE_OF.get(line.charAt(at));
    if (byte === undefined) return line;
    bytes[at] = byte;
  }
  return isUtf8(bytes) ? new TextDecoder().decode(bytes) : line;
}
