import type { Pulse, PulseView } from '../../src/pulse.ts';
import { headline } from '../../src/wording/headlines.ts';
import { plainPen } from '../../src/wording/pen.ts';
import { pulsePicture } from '../../src/wording/pulse.ts';
import type { Desk } from './desk.ts';
import { directChannel } from './find-posted.ts';
import { PICTURE_WIDTH, UPLOAD_MS } from './limits.ts';

/**
 * Sends a pulse's picture to whoever asked, by direct message: a block could show an uploaded file only to those with whom
 * it was shared before, and a web address only where Slack can reach Herald. Rejects when Slack does not take it; the
 * figures have been told by then.
 */
export async function sendPicture(
  desk: Desk,
  user: string,
  view: Extract<PulseView, { type: 'pulse' }>,
): Promise<void> {
  const { api, settings, pictures } = desk;
  const png = await pictures.png(view.pulse, PICTURE_WIDTH);
  const { upload_url: url, file_id: id } = await api.files.getUploadURLExternal({
    filename: nameOf(view.pulse),
    length: png.byteLength,
    alt_text: pulsePicture(view.pulse),
  });
  if (!url || !id) throw new Error('Slack did not say where to upload the picture.');
  const response = await fetch(url, {
    method: 'POST',
    body: new Blob([Uint8Array.from(png)]),
    redirect: 'error',
    signal: AbortSignal.timeout(UPLOAD_MS),
  });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`Slack answered ${response.status} to an upload.`);
  const title = headline(view, plainPen(await settings.timeZone()));
  await api.files.completeUploadExternal({ files: [{ id, title }], channel_id: await directChannel(desk, user) });
}

function nameOf({ weeks }: Pulse): string {
  return `pulse-${weeks.at(-1)?.week ?? ''}.png`;
}
