import { flag, type Statements, text, type Value } from './database.ts';

/** A row by its own key, column by column. */
export type RowKey = readonly (readonly [column: string, value: Value])[];

/** What tells a table's rows apart: SQLite's own number, or the key of a table that must not remember their order. */
export async function keyOf(handle: Statements, table: string): Promise<readonly string[]> {
  const row = await handle.one(`SELECT wr FROM pragma_table_list('${table}')`);
  if (!row || !flag(row, 'wr')) return ['rowid'];
  const columns = await handle.all(`SELECT name FROM pragma_table_info('${table}') WHERE pk > 0 ORDER BY pk`);
  return columns.map((column) => text(column, 'name'));
}

export function isRow(key: RowKey): string {
  return key.map(([column]) => `${column} = ?`).join(' AND ');
}
