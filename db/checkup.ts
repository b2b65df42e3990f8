import { existsSync, statSync } from 'node:fs';
import type Sqlite from 'better-sqlite3';
import type { Organization } from '../src/recognition/organization.ts';
import { damageIn } from './integrity.ts';
import { knownMigrations, schemaVersion } from './migrations.ts';
import { openToRead, unusable } from './open.ts';
import { organizations } from './organizations.ts';
import { statements } from './sqlite.ts';

/** Tables whose size tells an operator something. */
const COUNTED = ['people', 'wins', 'recoveries', 'praise', 'digests'];

export type DatabaseCheckup = {
  readonly bytes: number;
  readonly schema: { readonly has: number; readonly knows: number };
  /** What SQLite finds wrong on any page; empty when sound. */
  readonly damage: readonly string[];
  readonly organizations: readonly Organization[];
  readonly counts: readonly { readonly table: string; readonly rows: number }[];
  readonly waiting: number;
  readonly givenUp: number;
  /** Messages that wait for a lost connection. */
  readonly parked: number;
  /** Messages of which an admin has to say whether to post them. */
  readonly unconfirmed: number;
};

/** A file that Herald will not work on, with why and what to do. */
export type UnusableDatabase = { readonly bytes: number; readonly unusable: string };

/** Looks a database over without changing it; null when there is none. */
export async function checkUp(file: string): Promise<DatabaseCheckup | UnusableDatabase | null> {
  if (!existsSync(file)) return null;
  const bytes = statSync(file).size;
  let connection: Sqlite.Database | undefined;
  try {
    connection = openToRead(file);
    return { bytes, ...(await lookedOver(connection)) };
  } catch (error) {
    return { bytes, unusable: unusable(file, error).message };
  } finally {
    connection?.close();
  }
}

async function lookedOver(connection: Sqlite.Database): Promise<Omit<DatabaseCheckup, 'bytes'>> {
  const schema = { has: schemaVersion(connection), knows: knownMigrations().at(-1)?.number ?? 0 };
  const damage = damageIn(connection);
  const nothing = { organizations: [], counts: [], waiting: 0, givenUp: 0, parked: 0, unconfirmed: 0 };
  // An older database has other tables; the next start brings it up to date. In a damaged one any of them may be lost.
  if (schema.has < schema.knows || damage.length > 0) return { schema, damage, ...nothing };
  return {
    schema,
    damage,
    organizations: await organizations(statements(connection)),
    counts: COUNTED.map((table) => ({ table, rows: count(connection, `SELECT count(*) FROM ${table}`) })),
    waiting: count(connection, `SELECT count(*) FROM outbox WHERE state IN ('waiting', 'claimed')`),
    givenUp: count(connection, `SELECT count(*) FROM outbox WHERE state = 'given-up'`),
    parked: count(connection, `SELECT count(*) FROM outbox WHERE state = 'parked'`),
    unconfirmed: count(connection, `SELECT count(*) FROM outbox WHERE state = 'unconfirmed'`),
  };
}

function count(connection: Sqlite.Database, sql: string): number {
  return Number(connection.prepare(sql).pluck().get() ?? 0);
}
