import type { Identity, Instant } from '../src/commands.ts';
import type { AskedOfLedger, RawCommand, Received, WaitingCommand } from '../src/ports.ts';
import type { UndecidedStory } from '../src/recognition/call-off.ts';
import type { View } from '../src/views.ts';
import { tooFarAhead } from './clock-set-back.ts';
import { number, type Row, type Statements, text, textOrNull } from './database.ts';
import type { Gathered } from './gathered.ts';

/** The key's first reply; null for a key never seen, and for a raw command that waits to be decided. */
export async function firstReply(handle: Statements, organization: string, key: string): Promise<View | null> {
  const row = await handle.one('SELECT reply FROM received WHERE organization = ? AND key = ?', organization, key);
  return row ? toReply(row) : null;
}

export async function writeReply(
  handle: Statements,
  { organization, key, at, by }: AskedOfLedger & { readonly key: string },
  reply: View,
): Promise<void> {
  await handle.run(
    `INSERT INTO received (organization, key, reply, at, praise, connection, teller) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (organization, key) DO UPDATE SET reply = excluded.reply, praise = excluded.praise,
       teller = COALESCE(received.teller, excluded.teller), attempts = 0`,
    organization,
    key,
    JSON.stringify(reply),
    at,
    praiseIn(reply),
    by?.connection ?? null,
    by?.user ?? null,
  );
}

/** What was answered under a key is told to nobody any more; asked again, it is not done again. */
export async function forgetReply(handle: Statements, organization: string, key: string): Promise<void> {
  await handle.run(
    `UPDATE received SET reply = ?, teller = NULL, words = NULL, payload = NULL, due_at = NULL
     WHERE organization = ? AND key = ?`,
    FORGOTTEN,
    organization,
    key,
  );
}

/** Stands in place of a reply that is kept no longer. */
export const FORGOTTEN = JSON.stringify({ type: 'refusal', reason: 'story-unknown' } satisfies View);

/** The stories that this teller told until then and that wait to be decided, newest first. */
export async function undecidedStories(
  handle: Statements,
  { connection, user }: Identity,
  until: Instant,
): Promise<readonly UndecidedStory[]> {
  const rows = await handle.all(
    `SELECT key, words, at FROM received
     WHERE payload IS NOT NULL AND connection = ? AND teller = ? AND reply = 'null' AND at <= ?
     ORDER BY at DESC, key DESC`,
    connection,
    user,
    until,
  );
  return rows.map((row) => ({ key: text(row, 'key'), words: text(row, 'words'), at: text(row, 'at') }));
}

/** Whoever asked was answered otherwise: only the key is kept, with this reply should it be decided all the same. */
export async function callOff(handle: Statements, organization: string, key: string, reply: View): Promise<void> {
  await handle.run(
    `UPDATE received SET reply = ?, payload = NULL, words = NULL, due_at = NULL WHERE organization = ? AND key = ?`,
    JSON.stringify(reply),
    organization,
    key,
  );
}

/** `onKept` is called after each commit that left something to complete. */
export function createReceived({ reads, transaction, later }: Gathered, onKept: () => void): Received {
  return {
    async keep(organization, raw) {
      const reply = await transaction(
        async (handle) =>
          (await firstReply(handle, organization, raw.key)) ?? (await writeRaw(handle, organization, raw)),
      );
      if (reply === null) onKept();
      return reply;
    },
    async due(now, limit) {
      const rows = await reads.all(
        `SELECT * FROM received WHERE payload IS NOT NULL AND (due_at <= ? OR due_at > ?) ORDER BY at, key LIMIT ?`,
        now,
        tooFarAhead(now),
        limit,
      );
      return rows.map(toWaiting);
    },
    async postponed({ organization, raw }, until) {
      await later((handle) =>
        handle.run(
          'UPDATE received SET due_at = ?, attempts = attempts + 1 WHERE organization = ? AND key = ?',
          until,
          organization,
          raw.key,
        ),
      );
    },
    async answered({ organization, raw }) {
      await later((handle) =>
        handle.run(
          'UPDATE received SET payload = NULL, words = NULL, due_at = NULL WHERE organization = ? AND key = ?',
          organization,
          raw.key,
        ),
      );
    },
  };
}

/** Whose words a reply holds. */
function praiseIn(reply: View): string | null {
  return 'praise' in reply && 'id' in reply.praise ? reply.praise.id : null;
}

async function writeRaw(handle: Statements, organization: string, raw: RawCommand): Promise<null> {
  await handle.run(
    `INSERT INTO received (organization, key, reply, at, connection, teller, words, payload, due_at)
     VALUES (?, ?, 'null', ?, ?, ?, ?, ?, ?)
     ON CONFLICT (organization, key) DO NOTHING`,
    organization,
    raw.key,
    raw.at,
    raw.connection,
    raw.teller,
    raw.words,
    JSON.stringify(raw.payload),
    raw.at,
  );
  return null;
}

function toReply(row: Row): View | null {
  return JSON.parse(text(row, 'reply')) as View | null;
}

function toWaiting(row: Row): WaitingCommand {
  return {
    organization: text(row, 'organization'),
    raw: {
      key: text(row, 'key'),
      connection: text(row, 'connection'),
      at: text(row, 'at'),
      teller: textOrNull(row, 'teller'),
      words: text(row, 'words'),
      payload: JSON.parse(text(row, 'payload')),
    },
    reply: toReply(row),
    attempts: number(row, 'attempts') + 1,
  };
}
