// An mbox file, as mail programs export a folder: mails one after another, each behind a line "From …".

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const QUOTE = 0x3e;
const FROM = Buffer.from('From ');

/**
 * Yields the mails of an mbox file, in order, in one pass. A mail begins at a "From " line that stands first in the
 * file or behind an empty line; ">From ", ">>From " … lose one ">" (mboxrd). A file without such a line is one mail.
 */
export function* splitMbox(raw: Uint8Array): Generator<Uint8Array> {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  if (!startsWith(bytes, 0, FROM)) {
    if (bytes.length > 0) yield raw;
    return;
  }
  let mail: Buffer[] = [];
  let afterEmptyLine = true;
  for (let at = 0; at < bytes.length; ) {
    const end = endOfLine(bytes, at);
    if (afterEmptyLine && startsWith(bytes, at, FROM)) {
      if (at > 0) yield Buffer.concat(mail);
      mail = [];
    } else {
      mail.push(bytes.subarray(isQuotedFrom(bytes, at) ? at + 1 : at, end));
    }
    afterEmptyLine = isEmptyLine(bytes, at);
    at = end;
  }
  yield Buffer.concat(mail);
}

function endOfLine(bytes: Buffer, at: number): number {
  const end = bytes.indexOf(LINE_FEED, at);
  return end < 0 ? bytes.length : end + 1;
}

function isEmptyLine(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === LINE_FEED || (bytes[at] === CARRIAGE_RETURN && bytes[at + 1] === LINE_FEED);
}

function isQuotedFrom(bytes: Uint8Array, at: number): boolean {
  if (bytes[at] !== QUOTE) return false;
  let from = at;
  while (bytes[from] === QUOTE) from += 1;
  return startsWith(bytes, from, FROM);
}

function startsWith(bytes: Uint8Array, at: number, what: Uint8Array): boolean {
  return what.every((byte, offset) => bytes[at + offset] === byte);
}
