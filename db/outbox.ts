import { randomUUIDv7 } from 'node:crypto';
import type { Instant, Place } from '../src/commands.ts';
import type { Outbox, WaitingDelivery } from '../src/ports.ts';
import type { Announcement } from '../src/recognition/decision.ts';
import { isLastWord } from '../src/recognition/last-word.ts';
import { isWithdrawal } from '../src/recognition/withdrawal.ts';
import type { Post, View } from '../src/views.ts';
import { tooFarAhead } from './clock-set-back.ts';
import { flag, number, type Row, type Statements, text, textOrNull } from './database.ts';
import type { Gathered } from './gathered.ts';
import { placeColumn, toPlace } from './places.ts';

/** Stores what somebody shall hear: one row for each standing message, which a later word about the same thing edits. */
export async function writeAnnouncement(
  handle: Statements,
  announcement: Announcement,
  stamp: { readonly organization: string; readonly at: Instant },
): Promise<void> {
  const { to, about, view } = announcement;
  if (to === 'wherever-it-stands') return editStanding(handle, announcement, stamp.at);
  await handle.run(
    `INSERT INTO outbox (id, organization, place, about, view, passing, revision, shown, state, attempts, due_at, at)
     VALUES (?, ?, ?, ?, ?, ?, 1, 0, 'waiting', 0, ?, ?)
     ON CONFLICT (about, place) DO UPDATE SET view = excluded.view, passing = excluded.passing,
       revision = outbox.revision + 1, due_at = excluded.due_at, attempts = 0,
       state = CASE WHEN outbox.state IN ('claimed', 'unconfirmed') THEN outbox.state ELSE 'waiting' END`,
    // In the order of time, so that the index grows at its end.
    randomUUIDv7(),
    stamp.organization,
    placeColumn(to),
    aboutColumn(about),
    JSON.stringify(view),
    Number(isLastWord(announcement)),
    stamp.at,
    stamp.at,
  );
}

/** What nobody has seen yet and shall not see any more is not sent at all. */
async function editStanding(
  handle: Statements,
  announcement: Pick<Announcement, 'about' | 'view'>,
  at: Instant,
): Promise<void> {
  const column = aboutColumn(announcement.about);
  if (isWithdrawal(announcement.view)) {
    await handle.run(
      `DELETE FROM outbox WHERE about = ? AND shown = 0 AND receipt IS NULL AND state = 'waiting' AND uncertain = 0`,
      column,
    );
  }
  await handle.run(
    `UPDATE outbox SET view = ?, passing = ?, revision = revision + 1, due_at = ?, attempts = 0,
       state = CASE WHEN state IN ('claimed', 'unconfirmed') THEN state ELSE 'waiting' END
     WHERE about = ? AND state <> 'given-up'`,
    JSON.stringify(announcement.view),
    Number(isLastWord(announcement)),
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

/** The first message that waits at each place; see the migration that keeps them. */
const HEADS = 'SELECT o.* FROM outbox_heads h JOIN outbox o ON o.seq = h.seq';

/** Nobody waits for any of it, so that it all goes by `later`. */
export function createOutbox({ reads, later }: Pick<Gathered, 'reads' | 'later'>): Outbox {
  return {
    /** In each place the oldest message goes first; so one place's trouble holds up that place alone. */
    async claim(now, limit) {
      return later(async (handle) => {
        const due = await handle.all(`${HEADS} WHERE h.due_at <= ? ORDER BY h.due_at, h.seq LIMIT ?`, now, limit);
        const room = limit - due.length;
        const late = `${HEADS} WHERE h.due_at > ? ORDER BY h.due_at, h.seq LIMIT ?`;
        const rows = room > 0 ? [...due, ...(await handle.all(late, tooFarAhead(now), room))] : due;
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
      await later((handle) =>
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
    async standsSoFar({ id }, receipt) {
      await later((handle) => handle.run('UPDATE outbox SET receipt = ? WHERE id = ?', JSON.stringify(receipt), id));
    },
    async postponed({ id }, until, trouble, mayBeThere) {
      await later((handle) =>
        handle.run(
          `UPDATE outbox SET state = 'waiting', due_at = ?, trouble = ?,
             uncertain = CASE ? WHEN 1 THEN 1 ELSE uncertain END
           WHERE id = ?`,
          until,
          trouble,
          Number(mayBeThere),
          id,
        ),
      );
    },
    /** Only while a connection is lost: it may have been opened again since the delivery was tried. */
    async parked({ id, organization }, mayBeThere) {
      await later((handle) =>
        handle.run(
          `UPDATE outbox SET attempts = 0, uncertain = CASE ? WHEN 1 THEN 1 ELSE uncertain END, state = CASE
             WHEN EXISTS (SELECT 1 FROM connections c WHERE c.organization = ? AND c.lost IS NOT NULL) THEN 'parked'
             ELSE 'waiting' END
           WHERE id = ?`,
          Number(mayBeThere),
          organization,
          id,
        ),
      );
    },
    async unconfirmed({ id, organization }, trouble, tell, at) {
      await later(async (handle) => {
        await handle.run(
          `UPDATE outbox SET state = 'unconfirmed', uncertain = 1, trouble = ? WHERE id = ?`,
          trouble,
          id,
        );
        for (const announcement of tell) await writeAnnouncement(handle, announcement, { organization, at });
      });
    },
    async givenUp({ id, organization }, trouble, tell, at) {
      await later(async (handle) => {
        await handle.run(`UPDATE outbox SET state = 'given-up', trouble = ? WHERE id = ?`, trouble, id);
        for (const announcement of tell) await writeAnnouncement(handle, announcement, { organization, at });
      });
    },
    async releaseClaims() {
      return later((handle) =>
        handle.run(
          // The first condition is the one that lets the index of open messages be used; there may be millions of others.
          `UPDATE outbox SET state = 'waiting', uncertain = 1 WHERE state IN ('waiting', 'claimed') AND state = 'claimed'`,
        ),
      );
    },
    async waiting() {
      const row = await reads.one(`SELECT count(*) AS waiting FROM outbox WHERE state IN ('waiting', 'claimed')`);
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

function aboutColumn({ kind, id }: Announcement['about']): string {
  return JSON.stringify([kind, id]);
}
