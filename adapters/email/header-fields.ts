// A mail's header, read strictly: before anything is known of its sender, what is ambiguous is refused.

import { domainToASCII } from 'node:url';
import { MAX_HEADER_BYTES } from './door-limits.ts';

export type Field = { readonly name: string; readonly value: string };

const LINE_FEED = 0x0a;
const RETURN = 0x0d;

/** Where the header ends; null while its end has not come. */
export function headerEnd(raw: Uint8Array): number | null {
  let at = raw.indexOf(LINE_FEED);
  while (at >= 0 && at < MAX_HEADER_BYTES) {
    const next = raw[at + 1] === RETURN ? at + 2 : at + 1;
    if (raw[next] === LINE_FEED) return next + 1;
    at = raw.indexOf(LINE_FEED, at + 1);
  }
  return null;
}

/**
 * The fields of a header, unfolded, with names in small letters. Null when it is too long or holds what parsers do
 * not agree about: a NUL, a bare carriage return, a line that is no field.
 */
export function headerFields(raw: Uint8Array): readonly Field[] | null {
  const end = headerEnd(raw) ?? raw.length;
  if (end > MAX_HEADER_BYTES) return null;
  const text = Buffer.from(raw.buffer, raw.byteOffset, end).toString('utf8').replaceAll('\r\n', '\n');
  if (/[\0\r]/.test(text)) return null;
  const lines: string[] = [];
  for (const line of text.trimEnd().split('\n')) {
    if (!/^[ \t]/.test(line)) lines.push(line);
    else if (lines.length > 0) lines.push(`${lines.pop()} ${line.trim()}`);
    else return null;
  }
  const fields = lines.map((line) => /^([!-9;-~]{1,76})[ \t]*:(.*)$/s.exec(line));
  if (fields.includes(null)) return null;
  return fields.map((field) => ({ name: (field?.[1] ?? '').toLowerCase(), value: (field?.[2] ?? '').trim() }));
}

/** The one mailbox of the one From field; null when there are none, several, a group, or anything unclear. */
export function soleSender(fields: readonly Field[]): string | null {
  const [from, another] = fields.filter(({ name }) => name === 'from');
  if (from === undefined || another !== undefined) return null;
  const bare = withoutText(from.value);
  const [, name = '', bracketed] = /^([^<>,;:]*)<([^<>\s,;:]+)>$/.exec(bare) ?? [];
  if (name.includes('@') && name.trim() !== bracketed) return null;
  const address = bracketed ?? bare;
  return /^[^\s<>@,;:()"]+@[^\s<>@,;:()"]+$/.test(address) ? comparable(address) : null;
}

/** Addresses in the form in which they are compared: small letters, the domain as DNS knows it. */
export function comparable(address: string): string {
  const at = address.lastIndexOf('@');
  const domain = address
    .slice(at + 1)
    .normalize('NFC')
    .toLowerCase();
  return `${address.slice(0, Math.max(at, 0)).normalize('NFC').toLowerCase()}@${domainToASCII(domain) || domain}`;
}

/** A field without its quoted strings and comments, which may hold anything. */
export function withoutText(value: string): string {
  let kept = '';
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < value.length; at += 1) {
    const character = value.charAt(at);
    if (character === '\\') at += 1;
    else if (character === '"' && depth === 0) quoted = !quoted;
    else if (quoted) continue;
    else if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    else if (depth === 0) kept += character;
    if (depth < 0) return '';
  }
  return quoted || depth > 0 ? '' : kept.trim();
}
