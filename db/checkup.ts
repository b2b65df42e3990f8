import { existsSync, statSync } from 'node:fs';
import type Sqlite from 'better-sqlite3';
import type { Organization } from '../src/recognition/organization.ts';
import { damageIn } from './integrity.ts';
import { APPLICATION_ID, knownMigrations, schemaVersion } from './migrations.ts';
import { organizations } from './organizations.ts';
import { connect, statements } from './sqlite.ts';

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

/** Looks a database over without changing it; null when there is none. */
export async function checkUp(file: string): Promise<DatabaseCheckup | null> {
  if (!existsSync(file)) return null;
  const knows = knownMigrations().at(-1)?.number ?? 0;
  const nothing = {
    bytes: statSync(file).size,
    organizations: [],
    counts: [],
    waiting: 0,
    givenUp: 0,
    parked: 0,
    unconfirmed: 0,
  };
  let connection: Sqlite.Database | undefined;
  try {
    connection = connect(file, { readonly: true });
    const has = schemaVersion(connection);
    if (connection.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
      return { ...nothing, schema: { has: 0, knows }, damage: ['it is not a Herald database'] };
    }
    const damage = damageIn(connection);
    // An older database has other tables; the next start brings it up to date.
    if (has < knows) return { ...nothing, schema: { has, knows }, damage };
    return {
      ...nothing,
      schema: { has, knows },
      damage,
      organizations: await organizations(statements(connection)),
      counts: COUNTED.map((table) => ({ table, rows: count(connection, `SELECT count(*) FROM ${table}`) })),
      waiting: count(connection, `SELECT count(*) FROM outbox WHERE state IN ('waiting', 'claimed')`),
      givenUp: count(connection, `SELECT count(*) FROM outbox WHERE state = 'given-up'`),
      parked: count(connection, `SELECT count(*) FROM outbox WHERE state = 'parked'`),
      unconfirmed: count(connection, `SELECT count(*) FROM outbox WHERE state = 'unconfirmed'`),
    };
  } catch (error) {
    return { ...nothing, schema: { has: 0, knows }, damage: [error instanceof Error ? error.message : String(error)] };
  } finally {
    connection?.close();
  }
}

function count(connection: Sqlite.Database | undefined, sql: string): number {
  return Number(connection?.prepare(sql).pluck().get() ?? 0);
}
