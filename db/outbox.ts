import { randomUUID } from 'node:crypto';
import type { Instant, Place } from '../src/commands.ts';
import type { Outbox, WaitingDelivery } from '../src/ports.ts';
import type { About, Announcement } from '../src/recognition/decision.ts';
import type { Post, View } from '../src/views.ts';
import { type Database, flag, number, type Row, type Statements, text, textOrNull } from './database.ts';
import { placeColumn, toPlace } from './places.ts';

/** Stores what somebody shall hear: one row for each standing message, which a later word about the same thing edits. */
export async function writeAnnouncement(
  handle: Statements,
  announcement: Announcement,
  stamp: { readonly organization: string; readonly at: Instant },
): Promise<void> {
  const view = JSON.stringify(announcement.view);
  if (announcement.to === 'wherever-it-stands') {
    await editStanding(handle, announcement.about, view, announcement.view.type === 'story-withdrawn', stamp.at);
    return;
  }
  await handle.run(
    `INSERT INTO outbox (id, organization, place, about, view, revision, shown, state, attempts, due_at, at)
     VALUES (?, ?, ?, ?, ?, 1, 0, 'waiting', 0, ?, ?)
     ON CONFLICT (about, place) DO UPDATE SET view = excluded.view, revision = outbox.revision + 1, due_at = excluded.due_at,
       attempts = 0, state = CASE outbox.state WHEN 'claimed' THEN 'claimed' ELSE 'waiting' END`,
    randomUUID(),
    stamp.organization,
    placeColumn(announcement.to),
    aboutColumn(announcement.about),
    view,
    stamp.at,
    stamp.at,
  );
}

/** What nobody has seen yet and shall not see any more is not sent at all. */
async function editStanding(
  handle: Statements,
  about: About,
  view: string,
  withdrawn: boolean,
  at: Instant,
): Promise<void> {
  const column = aboutColumn(about);
  if (withdrawn) {
    await handle.run(
      `DELETE FROM outbox WHERE about = ? AND shown = 0 AND state = 'waiting' AND uncertain = 0`,
      column,
    );
  }
  await handle.run(
    `UPDATE outbox SET view = ?, revision = revision + 1, due_at = ?, attempts = 0,
       state = CASE state WHEN 'claimed' THEN 'claimed' ELSE 'waiting' END
     WHERE about = ? AND state <> 'given-up'`,
    view,
    at,
    column,
  );
}

/** What stands at a place, oldest first. */
export async function feed(handle: Statements, place: Place, limit: number): Promise<readonly Post[]> {
  const rows = await handle.all(
    `WITH latest AS (SELECT * FROM outbox WHERE place = ? AND shown > 0 ORDER BY seq DESC LIMIT ?)
     SELECT id, at, view FROM latest ORDER BY seq`,
    placeColumn(place),
    limit,
  );
  return rows.map((row) => ({ id: text(row, 'id'), at: text(row, 'at'), view: JSON.parse(text(row, 'view')) as View }));
}

/** A time so far ahead was written before the clock went back: such a row is due. */
const LONGEST_WAIT_MS = 3_600_000;

export function createOutbox(database: Database): Outbox {
  return {
    /** In each place the oldest message goes first; so one place's trouble holds up that place alone. */
    async claim(now, limit) {
      const beyond = new Date(Date.parse(now) + LONGEST_WAIT_MS).toISOString();
      return database.transaction(async (handle) => {
        const rows = await handle.all(
          `WITH heads AS (SELECT min(seq) AS seq FROM outbox WHERE state IN ('waiting', 'claimed') GROUP BY place)
           SELECT o.* FROM heads h JOIN outbox o ON o.seq = h.seq
           WHERE o.state = 'waiting' AND (o.due_at <= ? OR o.due_at > ?) ORDER BY o.seq LIMIT ?`,
          now,
          beyond,
          limit,
        );
        for (const row of rows) {
          await handle.run(
            `UPDATE outbox SET state = 'claimed', attempts = attempts + 1 WHERE seq = ?`,
            number(row, 'seq'),
          );
        }
        return rows.map(toWaiting);
      });
    },
    async delivered({ id, revision }, receipt) {
      await database.transaction((handle) =>
        handle.run(
          `UPDATE outbox SET shown = ?, receipt = ?, uncertain = 0, attempts = 0, trouble = NULL,
             state = CASE WHEN revision > ? THEN 'waiting' ELSE 'done' END
           WHERE id = ?`,
          revision,
          JSON.stringify(receipt),
          revision,
          id,
        ),
      );
    },
    async postponed({ id }, until, trouble) {
      await database.transaction((handle) =>
        handle.run(`UPDATE outbox SET state = 'waiting', due_at = ?, trouble = ? WHERE id = ?`, until, trouble, id),
      );
    },
    async givenUp({ id, organization }, trouble, tell, at) {
      await database.transaction(async (handle) => {
        await handle.run(`UPDATE outbox SET state = 'given-up', trouble = ? WHERE id = ?`, trouble, id);
        for (const announcement of tell) await writeAnnouncement(handle, announcement, { organization, at });
      });
    },
    async releaseClaims() {
      return database.transaction((handle) =>
        handle.run(
          // The first condition is the one that lets the index of open messages be used; there may be millions of others.
          `UPDATE outbox SET state = 'waiting', uncertain = 1 WHERE state IN ('waiting', 'claimed') AND state = 'claimed'`,
        ),
      );
    },
    async waiting() {
      const row = await database.reads.one(
        `SELECT count(*) AS waiting FROM outbox WHERE state IN ('waiting', 'claimed')`,
      );
      return row ? number(row, 'waiting') : 0;
    },
  };
}

function toWaiting(row: Row): WaitingDelivery {
  const receipt = textOrNull(row, 'receipt');
  return {
    id: text(row, 'id'),
    organization: text(row, 'organization'),
    place: toPlace(text(row, 'place')),
    view: JSON.parse(text(row, 'view')) as View,
    revision: number(row, 'revision'),
    standing: receipt === null ? null : JSON.parse(receipt),
    uncertain: flag(row, 'uncertain'),
    attempts: number(row, 'attempts') + 1,
  };
}

function aboutColumn({ kind, id }: About): string {
  return JSON.stringify([kind, id]);
}
