import type { View } from '../../src/views.ts';
import { exportByOperator, exportHeadline, exportWays } from '../../src/wording/export.ts';
import { beginChat } from './answer.ts';
import type { Asker } from './asker.ts';
import { type Desk, identity } from './desk.ts';
import { keepsFiles } from './file-hosts.ts';
import { EXPORT_BYTES, UPLOAD_MS } from './limits.ts';
import type { FileConsent } from './read.ts';
import type { Talk } from './service.ts';
import { inTurn } from './speak.ts';
import { isGone } from './trouble.ts';

type What = Extract<View, { readonly type: 'export' }>['what'];

/**
 * A bot hands a file over by asking, in somebody's own chat, whether it may go into their OneDrive
 * (learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4); it needs no further right for that.
 */
export async function offerExport(desk: Desk, { user, talk, personal }: Asker, what: What): Promise<void> {
  const conversation = personal
    ? talk.conversation
    : (desk.references.chat(user) ?? (await beginChat(desk, talk.serviceUrl, user)));
  if (conversation === null) return;
  const chat = { serviceUrl: talk.serviceUrl, conversation };
  const bytes = await bytesOf(desk, user, what);
  if (bytes === null) return say(desk, chat, `${exportWays.tooLarge} ${exportByOperator(what)}`);
  const offer = { name: nameOf(what), description: exportHeadline(what), size: bytes.byteLength, context: what };
  await inTurn(desk, chat, () => desk.teams.offerFile(chat, offer));
}

/** They said yes or no: the question goes, and after a yes the file is put where Teams says, as it is by now. */
export async function putExport(desk: Desk, { user, talk, message }: Asker, consent: FileConsent): Promise<void> {
  if (message !== null) await desk.teams.remove(talk, message).catch(unlessGone);
  if (consent.action === 'decline') return;
  const { context: what, uploadInfo } = consent;
  try {
    if (!keepsFiles(desk.fileHosts, uploadInfo.uploadUrl)) throw new Error('No place where Microsoft keeps files.');
    const bytes = await bytesOf(desk, user, what);
    if (bytes === null) return await say(desk, talk, `${exportWays.tooLarge} ${exportByOperator(what)}`);
    await put(uploadInfo.uploadUrl, bytes);
    const { name, contentUrl: address, uniqueId: id, fileType: type } = uploadInfo;
    await inTurn(desk, talk, () => desk.teams.showFile(talk, { name: name || nameOf(what), address, id, type }));
  } catch (error) {
    await say(desk, talk, exportWays.failed);
    throw error;
  }
}

/** In one piece, as Microsoft's storage takes up to 60 MB. */
async function put(url: string, bytes: Uint8Array): Promise<void> {
  const response = await fetch(url, {
    method: 'PUT',
    headers: {
      'Content-Type': 'application/octet-stream',
      'Content-Range': `bytes 0-${bytes.byteLength - 1}/${bytes.byteLength}`,
    },
    body: Uint8Array.from(bytes),
    redirect: 'error',
    signal: AbortSignal.timeout(UPLOAD_MS),
  });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`The file's store answered ${response.status}.`);
}

/** Null when it is too much. What may be had was looked at when it was asked for, and is looked at again. */
async function bytesOf(desk: Desk, user: string, what: What): Promise<Uint8Array | null> {
  const written = await desk.core.writeOut(identity(desk, user), what);
  if ('type' in written) throw new Error(`What was to be handed over is refused: ${written.reason}.`);
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of written) {
    const bytes = Buffer.from(piece);
    pieces.push(bytes);
    size += bytes.byteLength;
    if (size > EXPORT_BYTES) return null;
  }
  return Buffer.concat(pieces);
}

function nameOf(what: What): string {
  return what === 'all' ? 'herald-export.jsonl' : 'herald-about-me.jsonl';
}

async function say(desk: Desk, talk: Talk, text: string): Promise<void> {
  await inTurn(desk, talk, () => desk.teams.post(talk, { card: null, text, summary: text }));
}

function unlessGone(error: unknown): void {
  if (!isGone(error)) throw error;
}
