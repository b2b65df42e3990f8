import type { View } from '../../src/views.ts';
import { exportByOperator, exportHeadline, exportWays } from '../../src/wording/export.ts';
import { type Desk, identity } from './desk.ts';
import { EXPORT_BYTES } from './limits.ts';
import { upload } from './upload.ts';

type What = Extract<View, { readonly type: 'export' }>['what'];

/** Sends everything as a file to whoever asked, by direct message; where that does not do, says so there. */
export async function sendExport(desk: Desk, user: string, what: What): Promise<void> {
  try {
    const bytes = await bytesOf(desk, user, what);
    if (bytes === null) return await say(desk, user, `${exportWays.tooLarge} ${exportByOperator(what)}`);
    const name = what === 'all' ? 'herald-export.jsonl' : 'herald-about-me.jsonl';
    await upload(desk, user, { name, title: exportHeadline(what), bytes });
  } catch (error) {
    await say(desk, user, exportWays.failed);
    throw error;
  }
}

/** Null when it is too much. What may be had was looked at when it was asked for, and is looked at again. */
async function bytesOf({ core, workspace }: Desk, user: string, what: What): Promise<Uint8Array | null> {
  const written = await core.writeOut(identity({ workspace }, user), what);
  if ('type' in written) throw new Error(`What was to be sent is refused: ${written.reason}.`);
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of written) {
    pieces.push(Buffer.from(piece));
    size += pieces.at(-1)?.byteLength ?? 0;
    if (size > EXPORT_BYTES) return null;
  }
  return Buffer.concat(pieces);
}

async function say({ api, pace }: Desk, user: string, text: string): Promise<void> {
  await pace.inTurn(user, () => api.chat.postMessage({ channel: user, text }));
}
