import { setTimeout as pause } from 'node:timers/promises';
import type Sqlite from 'better-sqlite3';
import { type Gone, withoutPeople } from '../src/recognition/without-person.ts';
import { type Statements, text } from './database.ts';
import { praiseById, rewritePraise } from './praise.ts';
import { keyOf, type RowKey } from './row-keys.ts';
import { connect, statements } from './sqlite.ts';
import { isSqliteError } from './sqlite-errors.ts';
import { detailStory, rewordStory, story } from './stories.ts';
import { sweepWords, type Transaction } from './sweep-words.ts';
import { endSweep, type OpenSweep, openSweeps, type SweepOfPerson } from './sweeps.ts';
import { IN_CHANNELS, rowsWith, SWEPT, type Swept, sweepRow } from './swept-rows.ts';

/** Rows changed in one transaction: people who tell something meanwhile wait no longer than for one another. */
const AT_ONCE = 50;
/** Each pass finds what the one before left, since Herald goes on working meanwhile; after that only a fault is left. */
const PASSES = 10;
const AGAIN_MS = 20;
/** How long it tries to get at a database that others hold; the next start goes on with what is left. */
const PATIENCE_MS = 60_000;

/**
 * Sweeps up what is left of everybody who is erased, wherever it is written, the names of those who hide theirs from what
 * stands in channels, and words that were taken back; then empties the log of it. It may stop at any point and begin anew. Call it from a thread or a
 * process of its own.
 */
export async function finishSweeps(file: string): Promise<void> {
  const connection = connect(file, { readonly: false });
  const handle = statements(connection);
  try {
    for (const sweep of await openSweeps(handle)) await finish(connection, handle, sweep);
    await emptyLog(connection);
  } finally {
    connection.close();
  }
}

async function finish(connection: Sqlite.Database, handle: Statements, sweep: OpenSweep): Promise<void> {
  const transaction = (work: () => Promise<unknown>) => alone(connection, work);
  if (sweep.kind === 'take-back') await sweepWords(handle, sweep, transaction);
  else await sweepPerson(handle, sweep, transaction);
  await transaction(() => endSweep(handle, sweep, new Date().toISOString()));
}

async function sweepPerson(handle: Statements, sweep: SweepOfPerson, transaction: Transaction): Promise<void> {
  const { organization, gone } = sweep;
  if (sweep.kind === 'erase') {
    await eachOf(await storiesOf(handle, gone), transaction, (id) => sweepStory(handle, organization, id, gone));
    await eachOf(await praiseOf(handle, gone), transaction, (id) => sweepPraise(handle, organization, id, gone));
  }
  const tables = sweep.kind === 'erase' ? SWEPT : IN_CHANNELS;
  let left = true;
  for (let pass = 0; left; pass += 1) {
    if (pass === PASSES) throw new Error('Somebody who was swept up is written down again and again.');
    left = false;
    for (const swept of tables) left = (await sweepTable(handle, swept, sweep, transaction)) || left;
  }
}

/** Whether it found anything. */
async function sweepTable(
  handle: Statements,
  swept: Swept,
  sweep: SweepOfPerson,
  transaction: Transaction,
): Promise<boolean> {
  const key = await keyOf(handle, swept.table);
  let found = false;
  let after: RowKey | null = null;
  for (;;) {
    const rows = await rowsWith(handle, swept, sweep, { key, after, limit: AT_ONCE });
    if (rows.length === 0) return found;
    await transaction(async () => {
      const now = new Date().toISOString();
      for (const row of rows) found = (await sweepRow(handle, swept, row, sweep.gone, now)) || found;
    });
    after = rows.at(-1) ?? null;
  }
}

/** Told by them or about them: there a first name alone means them too. */
async function storiesOf(handle: Statements, { person }: Gone): Promise<readonly string[]> {
  const rows = await handle.all(
    `SELECT id FROM wins WHERE teller = ? UNION SELECT win FROM win_heroes WHERE person = ?
     UNION SELECT id FROM recoveries WHERE teller = ? UNION SELECT recovery FROM recovery_heroes WHERE person = ?`,
    person,
    person,
    person,
    person,
  );
  return rows.map((row) => text(row, 'id'));
}

async function sweepStory(handle: Statements, organization: string, id: string, gone: Gone): Promise<void> {
  const told = await story(handle, organization, id);
  if (told === null) return;
  const left = withoutPeople(told, [gone]);
  if (left.words !== told.words) await rewordStory(handle, left);
  if (left.customer !== told.customer || left.touchpoint !== told.touchpoint)
    await detailStory(handle, organization, left);
  if (left.lane === 'recovery')
    await handle.run('UPDATE recoveries SET what_broke = ? WHERE id = ?', left.whatBroke, id);
}

async function praiseOf(handle: Statements, { person }: Gone): Promise<readonly string[]> {
  const rows = await handle.all(
    'SELECT id FROM praise WHERE forwarder = ? OR settled_by = ? OR instr(guessed_heroes, ?) > 0',
    person,
    person,
    person,
  );
  return rows.map((row) => text(row, 'id'));
}

async function sweepPraise(handle: Statements, organization: string, id: string, gone: Gone): Promise<void> {
  const praise = await praiseById(handle, organization, id);
  if (praise !== null) await rewritePraise(handle, withoutPeople(praise, [gone]));
}

async function eachOf(ids: readonly string[], transaction: Transaction, sweep: (id: string) => Promise<void>) {
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    await transaction(async () => {
      for (const id of ids.slice(from, from + AT_ONCE)) await sweep(id);
    });
  }
}

async function alone(connection: Sqlite.Database, work: () => Promise<unknown>): Promise<void> {
  await patiently(() => connection.exec('BEGIN IMMEDIATE'));
  try {
    await work();
    connection.exec('COMMIT');
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK');
    throw error;
  }
}

/** What was deleted stays readable in the log until that is empty, as it can be once nobody is reading it. */
async function emptyLog(connection: Sqlite.Database): Promise<void> {
  const empty = connection.prepare('PRAGMA wal_checkpoint(TRUNCATE)').raw();
  await patiently(() => {
    const [busy] = empty.get() as [number];
    if (busy === 1) throw new Busy();
  });
}

class Busy extends Error {}

async function patiently(work: () => void): Promise<void> {
  for (const until = performance.now() + PATIENCE_MS; ; await pause(AGAIN_MS)) {
    try {
      work();
      return;
    } catch (error) {
      const busy = error instanceof Busy || (isSqliteError(error) && error.code.startsWith('SQLITE_BUSY'));
      if (!busy || performance.now() > until) throw error;
    }
  }
}
