import type { Instant, Place } from '../src/commands.ts';
import type { UnconfirmedDelivery } from '../src/recognition/post-again.ts';
import type { View } from '../src/views.ts';
import { number, type Statements, text } from './database.ts';
import { placeColumn } from './places.ts';

// Messages that are not tried again by themselves, and what sets them going.

/** How many messages wait for a place. */
export async function waitingAt(handle: Statements, place: Place): Promise<number> {
  const row = await handle.one(
    `SELECT count(*) AS waiting FROM outbox WHERE place = ? AND state IN ('waiting', 'claimed')`,
    placeColumn(place),
  );
  return row ? number(row, 'waiting') : 0;
}

/** What is under way there already ends by itself. */
export async function giveUpAt(handle: Statements, place: Place, trouble: string): Promise<void> {
  await handle.run(
    `UPDATE outbox SET state = 'given-up', trouble = ? WHERE place = ? AND state = 'waiting'`,
    trouble,
    placeColumn(place),
  );
}

/** A place goes by another name. Naming the state, too, has the list of oldest messages brought up to date. */
export async function moveDeliveries(handle: Statements, from: Place, to: Place): Promise<void> {
  const [before, after] = [placeColumn(from), placeColumn(to)];
  await handle.run('UPDATE OR IGNORE outbox SET place = ?, state = state WHERE place = ?', after, before);
  await handle.run('DELETE FROM outbox_heads WHERE place = ?', before);
}

export async function parked(handle: Statements, organization: string): Promise<number> {
  const row = await handle.one(
    `SELECT count(*) AS parked FROM outbox WHERE organization = ? AND state = 'parked'`,
    organization,
  );
  return row ? number(row, 'parked') : 0;
}

/** Lets go what was parked: a connection of the organization is open again. */
export async function resumeParked(handle: Statements, organization: string, at: Instant): Promise<void> {
  await handle.run(
    `UPDATE outbox SET state = 'waiting', attempts = 0, due_at = ? WHERE organization = ? AND state = 'parked'`,
    at,
    organization,
  );
}

export async function unconfirmedDelivery(
  handle: Statements,
  organization: string,
  id: string,
): Promise<UnconfirmedDelivery | null> {
  const row = await handle.one(
    `SELECT view FROM outbox WHERE id = ? AND organization = ? AND state = 'unconfirmed'`,
    id,
    organization,
  );
  return row ? { id, what: (JSON.parse(text(row, 'view')) as View).type } : null;
}

/** It is posted as if for the first time: somebody has looked, and it is not there. */
export async function postAgain(handle: Statements, id: string, at: Instant): Promise<void> {
  await handle.run(
    `UPDATE outbox SET state = 'waiting', uncertain = 0, attempts = 0, due_at = ? WHERE id = ? AND state = 'unconfirmed'`,
    at,
    id,
  );
}
