// What the bytes are, before a parser sees them: a mail, plain text that somebody saved, or neither.

export type FileKind = 'empty' | 'binary' | 'mail' | 'text';

/** First bytes of what people rename or drop by mistake. OLE2 is also Outlook's own `.msg`. */
const SIGNATURES: readonly (readonly number[])[] = [
  [0xff, 0xd8, 0xff], // JPEG
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0x47, 0x49, 0x46, 0x38], // GIF
  [0x25, 0x50, 0x44, 0x46], // PDF
  [0x50, 0x4b, 0x03, 0x04], // ZIP, and so docx and xlsx
  [0x1f, 0x8b], // gzip
  [0xd0, 0xcf, 0x11, 0xe0], // OLE2
  [0x7b, 0x5c, 0x72, 0x74, 0x66], // RTF
];

/** Headers that only mail servers and programs write: no one copies them along with a text. */
const MACHINE_HEADERS = new Set(
  'received return-path delivered-to message-id mime-version content-type content-transfer-encoding dkim-signature user-agent reply-to references in-reply-to'.split(
    ' ',
  ),
);
const RFC_DATE = /^(?:[a-z]{3},\s*)?\d{1,2}\s+[a-z]{3}\s+\d{4}\s+\d{1,2}:\d{2}/i;

export function fileKind(raw: Uint8Array): FileKind {
  if (SIGNATURES.some((signature) => signature.every((byte, at) => raw[at] === byte))) return 'binary';
  const start = Buffer.from(raw.subarray(0, 64 * 1024)).toString('latin1');
  if (hasUtf16Mark(raw)) return 'text';
  if (raw.every((byte) => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09)) return 'empty';
  if (isMostlyControls(start.slice(0, 4096))) return 'binary';
  return startsWithHeaders(start) ? 'mail' : 'text';
}

export function hasUtf16Mark(raw: Uint8Array): boolean {
  return (raw[0] === 0xff && raw[1] === 0xfe) || (raw[0] === 0xfe && raw[1] === 0xff);
}

function isMostlyControls(start: string): boolean {
  let controls = 0;
  for (let at = 0; at < start.length; at += 1) {
    const code = start.charCodeAt(at);
    if (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 27) controls += 1;
  }
  return controls > 8 && controls > start.length / 50;
}

/**
 * A block copied out of a mail program ("From: … Sent: …") also looks like headers. It is a mail when a header
 * stands there that only a program writes; else when its date, if it has one, is in the form that RFC 5322 asks for.
 */
function startsWithHeaders(start: string): boolean {
  const names = new Set<string>();
  let date: string | null = null;
  for (const line of headerLines(start)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trimEnd().toLowerCase();
    if (!/^[!-9;-~]{1,80}$/.test(name)) {
      if (names.size === 0) return false;
      break;
    }
    if (name === 'date') date = line.slice(colon + 1).trim();
    names.add(name);
  }
  if ([...names].some((name) => MACHINE_HEADERS.has(name) || name.startsWith('x-'))) return true;
  if (!names.has('from') || names.has('sent')) return false;
  return date === null ? names.has('to') || names.has('subject') : RFC_DATE.test(date);
}

function headerLines(start: string): string[] {
  const lines = start.replace(/^(?:\u00ef\u00bb\u00bf)?[\r\n]*/, '').split(/\r?\n/);
  if (/^>?From \S/.test(lines[0] ?? '')) lines.shift();
  const end = lines.indexOf('');
  return lines.slice(0, end < 0 ? lines.length : end).filter((line) => !/^[ \t]/.test(line));
}
