import type { Desk } from './desk.ts';
import { directChannel } from './find-posted.ts';
import { UPLOAD_MS } from './limits.ts';

type Upload = {
  readonly name: string;
  readonly title: string;
  readonly bytes: Uint8Array;
  /** What a picture says, for whoever does not see it. */
  readonly altText?: string;
};

/** Sends a file to somebody by direct message. Rejects when Slack does not take it. */
export async function upload(desk: Desk, user: string, { name, title, bytes, altText }: Upload): Promise<void> {
  const { api } = desk;
  const about = altText === undefined ? {} : { alt_text: altText };
  const { upload_url: url, file_id: id } = await api.files.getUploadURLExternal({
    filename: name,
    length: bytes.byteLength,
    ...about,
  });
  if (!url || !id) throw new Error('Slack did not say where to upload the file.');
  const response = await fetch(url, {
    method: 'POST',
    body: new Blob([Uint8Array.from(bytes)]),
    redirect: 'error',
    signal: AbortSignal.timeout(UPLOAD_MS),
  });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`Slack answered ${response.status} to an upload.`);
  await api.files.completeUploadExternal({ files: [{ id, title }], channel_id: await directChannel(desk, user) });
}
