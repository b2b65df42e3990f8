import { tracesOf, wordOf } from '../src/recognition/without-name.ts';
import { type Gone, withoutPeople } from '../src/recognition/without-person.ts';
import { type Row, type Statements, text, textOrNull, type Value } from './database.ts';
import { PERSONAL_COLUMNS, type Treatment } from './personal-columns.ts';
import { FORGOTTEN, forgetReply } from './received.ts';
import { isRow, type RowKey } from './row-keys.ts';

// How rows that hold something of an erased person are found, and what becomes of each.

type Columns = readonly (readonly [column: string, treatment: Treatment])[];

export type Swept = {
  readonly table: string;
  readonly columns: Columns;
  /** Which of its rows alone. */
  readonly where: string;
};

/** The columns of each table that may hold something of a person. */
export const SWEPT: readonly Swept[] = Object.entries(PERSONAL_COLUMNS)
  .map(([table, columns]) => ({
    table,
    columns: sweptOf(columns),
    where: '1 = 1',
  }))
  // Who they were stays until all that refers to them is gone.
  .filter(({ table, columns }) => table !== 'people' && columns.length > 0);

/** What stands where everybody reads. */
export const IN_CHANNELS: readonly Swept[] = [
  { table: 'outbox', columns: [['view', 'json']], where: `place LIKE '["channel"%'` },
];

function sweptOf(columns: Readonly<Record<string, Treatment>>): Columns {
  return Object.entries(columns).filter(([, treatment]) => treatment !== 'impersonal' && treatment !== 'with-row');
}

/** The rows after this one that may hold something of them, in their order. */
export async function rowsWith(
  handle: Statements,
  { table, columns, where }: Swept,
  { organization, gone }: { readonly organization: string; readonly gone: Gone },
  { key, after, limit }: { readonly key: readonly string[]; readonly after: RowKey | null; readonly limit: number },
): Promise<readonly RowKey[]> {
  const sought = columns.flatMap(([column, treatment]) =>
    traces(treatment, gone).map((trace) => [column, trace] as const),
  );
  const holds = sought.map(([column]) => `instr("${column}", ?) > 0`).join(' OR ');
  const names = key.join(', ');
  const later = after === null ? '1 = 1' : `(${names}) > (${after.map(() => '?').join(', ')})`;
  const rows = await handle.all(
    `SELECT ${key.map((column) => `${column} AS "${column}"`).join(', ')} FROM "${table}" WHERE ${later} AND ${ownerOf(table)} = ? AND ${where} AND (${holds}) ORDER BY ${names} LIMIT ?`,
    ...(after ?? []).map(([, value]) => value),
    organization,
    ...sought.map(([, trace]) => trace),
    limit,
  );
  return rows.map((row) => key.map((column) => [column, row[column] ?? null] as const));
}

function ownerOf(table: string): string {
  return table === 'organizations' ? 'id' : 'organization';
}

function traces(treatment: Treatment, gone: Gone): readonly string[] {
  switch (treatment) {
    case 'nobody':
    case 'row':
      return [gone.person];
    case 'account':
      return [gone.person, ...gone.accounts];
    case 'asker':
      return gone.accounts;
    case 'words':
      return tracesOf(gone);
    case 'reply':
    case 'json': {
      const quoted = [...tracesOf(gone), ...gone.accounts].map((trace) => JSON.stringify(trace));
      // A name within a longer text stands between no quotation marks.
      return [
        ...new Set([gone.person, ...quoted, ...quoted.slice(0, tracesOf(gone).length).map((one) => one.slice(1, -1))]),
      ];
    }
    case 'impersonal':
    case 'with-row':
      return [];
    default:
      return treatment satisfies never;
  }
}

/** Takes them out of one row, or the row away. Whether there was anything to do. */
export async function sweepRow(
  handle: Statements,
  { table, columns }: Swept,
  key: RowKey,
  gone: Gone,
  now: string,
): Promise<boolean> {
  const values = key.map(([, value]) => value);
  const row = await handle.one(`SELECT * FROM "${table}" WHERE ${isRow(key)}`, ...values);
  if (!row) return false;
  if (columns.some(([column, treatment]) => goesWith(treatment, textOrNull(row, column), gone))) {
    return (await handle.run(`DELETE FROM "${table}" WHERE ${isRow(key)}`, ...values)) > 0;
  }
  if (columns.some(([column, treatment]) => treatment === 'asker' && isAccount(row[column] ?? null, gone))) {
    await forgetReply(handle, text(row, 'organization'), text(row, 'key'));
    return true;
  }
  const changed = columns
    .map(([column, treatment]) => [column, without(treatment, row[column] ?? null, gone)] as const)
    .filter(([column, value]) => value !== (row[column] ?? null));
  if (changed.length === 0) return false;
  await change(handle, table, row, key, changed, now);
  return true;
}

function goesWith(treatment: Treatment, value: string | null, gone: Gone): boolean {
  if (value === null) return false;
  if (treatment === 'row') return value.includes(gone.person);
  if (treatment !== 'account') return false;
  return value.includes(gone.person) || gone.accounts.some((account) => wordOf(account, 'iu').test(value));
}

function isAccount(value: Value, { accounts }: Gone): boolean {
  return typeof value === 'string' && accounts.includes(value);
}

function holds(value: string, gone: Gone): boolean {
  return value.includes(gone.person) || withoutPeople(value, [gone]) !== value || names(value, gone);
}

/** As a value of its own, such as whoever asked. */
function names(value: string, { accounts }: Gone): boolean {
  return accounts.some((account) => value.includes(JSON.stringify(account)));
}

function without(treatment: Treatment, value: Value, gone: Gone): Value {
  if (typeof value !== 'string') return value;
  if (treatment === 'nobody') return value === gone.person ? gone.instead.person : value;
  if (treatment === 'reply') return holds(value, gone) ? FORGOTTEN : value;
  if (treatment === 'words') return withoutPeople(value, [gone]);
  return treatment === 'json' ? JSON.stringify(withoutPeople(JSON.parse(value), [gone])) : value;
}

async function change(
  handle: Statements,
  table: string,
  row: Row,
  key: RowKey,
  changed: readonly (readonly [string, Value])[],
  now: string,
): Promise<void> {
  const set = changed.map(([column]) => `"${column}" = ?`).join(', ');
  const values = changed.map(([, value]) => value);
  const at = key.map(([, value]) => value);
  const shown = table === 'outbox' && changed.some(([column]) => column === 'view');
  if (shown) {
    // What stands is edited; what waits for something else goes on waiting, in its new words.
    const again = row.state === 'done' ? `, state = 'waiting', due_at = ?, attempts = 0` : '';
    const due = again === '' ? [] : [now];
    await handle.run(
      `UPDATE outbox SET ${set}, revision = revision + 1${again} WHERE ${isRow(key)}`,
      ...values,
      ...due,
      ...at,
    );
    return;
  }
  const updated = await handle.run(`UPDATE OR IGNORE "${table}" SET ${set} WHERE ${isRow(key)}`, ...values, ...at);
  // Nobody stands there already.
  if (updated === 0) await handle.run(`DELETE FROM "${table}" WHERE ${isRow(key)}`, ...at);
}
