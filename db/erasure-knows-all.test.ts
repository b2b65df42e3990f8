import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from './migrations.ts';
import { PERSONAL_COLUMNS } from './personal-columns.ts';
import { connect } from './sqlite.ts';

// Whoever adds a table or a column says in personal-columns.ts what becomes of it when somebody is erased.

let folder: string;
let connection: Sqlite.Database;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'herald-columns-'));
  connection = connect(join(folder, 'herald.db'), { readonly: false });
  migrate(connection);
});
afterAll(() => {
  connection.close();
  rmSync(folder, { recursive: true, force: true });
});

const tables = (): readonly string[] =>
  connection
    .prepare(
      `SELECT l.name FROM pragma_table_list l WHERE l.schema = 'main' AND l.type = 'table' AND l.name NOT LIKE 'sqlite_%'`,
    )
    .pluck()
    .all() as string[];

function textColumns(table: string): readonly string[] {
  const columns = connection.pragma(`table_info("${table}")`) as { readonly name: string; readonly type: string }[];
  return columns.filter(({ type }) => type !== 'INTEGER' && type !== 'REAL').map(({ name }) => name);
}

function unknownTo(known: typeof PERSONAL_COLUMNS): readonly string[] {
  return tables().flatMap((table) =>
    textColumns(table).flatMap((column) => (known[table]?.[column] === undefined ? [`${table}.${column}`] : [])),
  );
}

describe('erasure', () => {
  it('knows what becomes of every column that can hold text', () => {
    expect(unknownTo(PERSONAL_COLUMNS)).toEqual([]);
  });

  it('is told of a column that nobody thought about', () => {
    const { words: _, ...rest } = PERSONAL_COLUMNS.wins ?? {};
    expect(unknownTo({ ...PERSONAL_COLUMNS, wins: rest })).toEqual(['wins.words']);
  });

  it('deals with every column that refers to a person', () => {
    for (const table of tables()) {
      const links = connection.pragma(`foreign_key_list("${table}")`) as {
        readonly table: string;
        readonly from: string;
      }[];
      for (const { from } of links.filter((link) => link.table === 'people')) {
        const treatment = PERSONAL_COLUMNS[table]?.[from];
        if (`${table}.${from}` !== 'organizations.nobody')
          expect(['nobody', 'row'], `${table}.${from} is ${treatment}`).toContain(treatment);
      }
    }
  });

  it('speaks of no table or column that is not there', () => {
    for (const [table, columns] of Object.entries(PERSONAL_COLUMNS))
      expect(Object.keys(columns).toSorted(), table).toEqual([...textColumns(table)].toSorted());
  });

  it('finds an organization in every table, since one’s people are erased from it alone', () => {
    for (const table of tables().filter((name) => name !== 'organizations'))
      expect(textColumns(table), table).toContain('organization');
  });
});
