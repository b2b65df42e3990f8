import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate } from './migrations.ts';

// An export is all that people told Herald: whoever adds a table says here what becomes of it.

/** Each of them by the type of its records, the table's singular. */
const RECORDS =
  /^(organizations|connections|people|identities|touchpoints|nominations|wins|recoveries|praise|ideas|obstacles|cheers|traces|digests|teams|pulse_weeks)$/;

/** Stands within the records of another table. */
const WITHIN =
  /^((win|recovery)_heroes|digest_(wins|ideas)|idea_(hands|stories)|obstacle_(waiters|stories)|team_members)$/;

/** How Herald works: what waits, what things are found by, whom it counts and whom it sweeps up. */
const NO_FACTS =
  /^(received|outbox|outbox_heads|addresses|held_elsewhere|withdrawals|idea_terms|praise_fingerprints|cohorts|cohort_people|sweeps.*|(win|recovery)_words.*|sqlite_.*)$/;

it('holds each table that people’s words and deeds are in', () => {
  const connection = new Sqlite(':memory:');
  migrate(connection);
  const tables = connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[];
  connection.close();
  const said = (table: string) => [RECORDS, WITHIN, NO_FACTS].some((some) => some.test(table));
  expect(tables.filter((table) => !said(table))).toEqual([]);
});
