import type { Pulse, PulseView } from '../../src/pulse.ts';
import { headline } from '../../src/wording/headlines.ts';
import { plainPen } from '../../src/wording/pen.ts';
import { pulsePicture } from '../../src/wording/pulse.ts';
import type { Desk } from './desk.ts';
import { PICTURE_WIDTH } from './limits.ts';
import { upload } from './upload.ts';

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
  await upload(desk, user, {
    name: nameOf(view.pulse),
    title: headline(view, plainPen(await desk.settings.timeZone())),
    bytes: await desk.pictures.png(view.pulse, PICTURE_WIDTH),
    altText: pulsePicture(view.pulse),
  });
}

function nameOf({ weeks }: Pulse): string {
  return `pulse-${weeks.at(-1)?.week ?? ''}.png`;
}
