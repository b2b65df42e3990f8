import { type Asker, askerOf } from './asker.ts';
import type { Desk } from './desk.ts';
import { isReceived, isSaved } from './file-facts.ts';
import type { Happened } from './happened.ts';
import { ASKING_MS } from './limits.ts';
import { fileOf } from './mail-file.ts';
import { readFile } from './read-event.ts';
import { submit } from './submit.ts';
import { troubleOf } from './trouble.ts';
import { within } from './within.ts';

/** Slack's name for a direct conversation begins so; the event says no more about where a file was shared. */
const DIRECT = /^D/;

/**
 * A mail that Slack received for a channel, or that somebody dropped into their conversation with Herald. The event
 * holds no more than an id, so the file is asked for; others are left alone.
 */
export async function onFile(desk: Desk, { event }: Happened): Promise<void> {
  const shared = readFile(event);
  if (shared === null) return;
  const { file_id, channel_id, user_id } = shared;
  if (user_id === desk.workspace.botUser) return;
  const file = await within(ASKING_MS, fileOf(desk, file_id)).catch((error) => {
    // What Slack does not show is not for us; anything else may pass, and Slack sends the event again.
    if (troubleOf(error).kind === 'refused') return null;
    throw error;
  });
  if (file === null) return;
  const received = isReceived(file);
  const direct = DIRECT.test(channel_id ?? '');
  if (!received && !(direct && isSaved(file))) return;
  const user = received ? null : (user_id ?? file.user ?? null);
  if (!received && user === null) return;
  await bringMail(
    desk,
    file_id,
    user,
    askerOf(user ?? desk.workspace.botUser, { channel: channel_id ?? null, direct }),
  );
}

/** A file told of twice, or shared twice, is one mail. */
export async function bringMail(desk: Desk, file: string, user: string | null, asker: Asker): Promise<void> {
  await submit(desk, { key: `slack:file:${file}`, draft: { type: 'mail-file', user, file }, asker });
}
