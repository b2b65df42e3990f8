import type { Instant } from '../src/commands.ts';
import type { Unreminded } from '../src/recognition/remind-inboxes.ts';
import type { Praise, View } from '../src/views.ts';
import type { Statements } from './database.ts';
import { text } from './database.ts';
import { praiseById } from './praise.ts';

// What time does to praise: somebody is reminded of it, and in the end its words are let go.

/** What waits since before that moment and of which nobody was reminded yet, oldest first. */
export async function unremindedPraise(
  handle: Statements,
  organization: string,
  before: Instant,
  limit: number,
): Promise<readonly Unreminded[]> {
  const rows = await handle.all(
    `SELECT id, forwarder, captured_at FROM praise
     WHERE organization = ? AND status = 'waiting' AND reminded_at IS NULL AND captured_at < ? ORDER BY captured_at LIMIT ?`,
    organization,
    before,
    limit,
  );
  return rows.map((row) => ({
    praise: text(row, 'id'),
    forwarder: text(row, 'forwarder'),
    capturedAt: text(row, 'captured_at'),
  }));
}

export async function writeReminded(handle: Statements, praise: readonly string[], at: Instant): Promise<void> {
  for (const id of praise) await handle.run('UPDATE praise SET reminded_at = ? WHERE id = ?', at, id);
}

/** What was settled before those moments and is kept still, oldest first. */
export async function settledBefore(
  handle: Statements,
  organization: string,
  before: { readonly praise: Instant; readonly notPraise: Instant },
  limit: number,
): Promise<readonly Praise[]> {
  const rows = await handle.all(
    `SELECT id FROM praise
     WHERE organization = ? AND status = 'settled' AND expired_at IS NULL AND settled_at < ?
       AND (settled_at < ? OR settled_as = 'not-praise')
     ORDER BY settled_at LIMIT ?`,
    organization,
    before.notPraise,
    before.praise,
    limit,
  );
  const found = await Promise.all(rows.map((row) => praiseById(handle, organization, text(row, 'id'))));
  return found.filter((praise) => praise !== null);
}

/**
 * Empties praise, its first replies, and the messages that hold its words. What stands in the inbox says itself that it
 * has expired; thanks that were passed on are the heroes' to keep, but not ours.
 */
export async function expirePraise(handle: Statements, id: string, at: Instant): Promise<void> {
  await handle.run(
    `UPDATE praise SET words = '', note = '', customer_name = NULL, customer_email = NULL, subject = NULL, wrote_at = NULL,
       unsure = '[]', suggestion = NULL, guessed_heroes = '[]', expired_at = ? WHERE id = ?`,
    at,
    id,
  );
  const forgotten: View = { type: 'refusal', reason: 'praise-unknown' };
  await handle.run('UPDATE received SET reply = ? WHERE praise = ?', JSON.stringify(forgotten), id);
  await handle.run('DELETE FROM outbox WHERE about = ?', JSON.stringify(['thanks', id]));
  await handle.run(`DELETE FROM outbox WHERE about = ? AND state = 'given-up'`, JSON.stringify(['praise', id]));
}
