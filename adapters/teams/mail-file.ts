import { DeliveryError } from '../../src/ports.ts';
import type { Refusal } from '../../src/views.ts';
import type { Ready } from './asked.ts';
import { type Desk, identity } from './desk.ts';
import type { Draft } from './draft.ts';
import { keepsFiles } from './file-hosts.ts';
import { DOWNLOAD_MS, MAIL_BYTES } from './limits.ts';
import { pastedWords } from './pasted-words.ts';

type File = Extract<Draft, { type: 'file' }>;

/** A customer's words out of a file that somebody attached: a mail saved as .eml, or a text. */
export async function mailFrom(desk: Desk, { user, name, url }: File): Promise<Ready | Refusal> {
  // Outlook's own files are read by nobody else; the answer says how to save one as .eml.
  if (/\.(msg|oft)$/i.test(name)) return unreadable('not-a-mail');
  if (!keepsFiles(desk.fileHosts, url)) return unreadable('empty');
  const raw = await download(url);
  if (!(raw instanceof Uint8Array)) return raw;
  const by = identity(desk, user);
  if (/\.txt$/i.test(name)) {
    const words = Buffer.from(raw)
      .toString('utf8')
      .replace(/^\ufeff/, '')
      .trim();
    if (words !== '' && !words.includes('\u0000')) {
      return { type: 'capture-praise', by, mail: await pastedWords(desk, words) };
    }
  }
  const read = await desk.mail.read(raw);
  return read.type === 'refusal' ? read : { type: 'capture-praise', by, mail: read.mail };
}

function unreadable(what: 'empty' | 'not-a-mail'): Refusal {
  return { type: 'refusal', reason: 'nothing-readable', what, limit: null };
}

const tooBig: Refusal = { type: 'refusal', reason: 'nothing-readable', what: 'too-big', limit: MAIL_BYTES };

/** The address is good for some minutes; what has passed by then is to be sent once more. */
async function download(url: string): Promise<Uint8Array | Refusal> {
  const answer = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(DOWNLOAD_MS) }).catch((cause) => {
    throw new DeliveryError('The file could not be fetched.', { cause });
  });
  if (answer.status >= 500) throw new DeliveryError(`The file's store answered ${answer.status}.`);
  if (!answer.ok || answer.body === null) return unreadable('empty');
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of answer.body) {
    size += part.byteLength;
    if (size > MAIL_BYTES) return tooBig;
    parts.push(part);
  }
  return Buffer.concat(parts);
}
