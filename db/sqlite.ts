import Sqlite from 'better-sqlite3';
import type { Database, Row, Statements, Value } from './database.ts';
import type { Sweeping } from './sweeping.ts';
import type { Writing } from './writing.ts';

/**
 * The two connections that one process uses: the writer's, and one that only reads. The schema must be there. What writes is
 * loaded with the first command.
 */
export function openSqlite(file: string, connection: Sqlite.Database): Database {
  const reading = connect(file, { readonly: true });
  const reads = statements(reading);
  let begun: Promise<Writing> | undefined;
  const writing = () => {
    begun ??= import('./writing.ts').then(({ createWriting }) =>
      createWriting(file, connection, statements(connection)),
    );
    return begun;
  };
  let beside: Promise<Sweeping> | undefined;
  const sweeping = () => {
    beside ??= import('./sweeping.ts').then(({ createSweeping }) => createSweeping(file, reads));
    return beside;
  };
  return {
    reads,
    transaction: async (work) => (await writing()).transaction(work),
    overwriteDeleted: () => void writing().then(({ overwriteDeleted }) => overwriteDeleted()),
    sweepUp: async () => (await sweeping()).sweep(),
    heldAbout: async (person) => (await import('./held-beside.ts')).heldBeside(file, person),
    async *exported(organization) {
      yield* (await import('./export-beside.ts')).exportBeside(file, organization);
    },
    async close() {
      await (await beside)?.close();
      await (await begun)?.close();
      reading.close();
      connection.close();
    },
  };
}

/** A connection with the settings that Herald's promises rest on. */
export function connect(file: string, { readonly }: { readonly readonly: boolean }): Sqlite.Database {
  const connection = new Sqlite(file, { readonly, fileMustExist: readonly, timeout: 0 });
  if (!readonly) {
    connection.pragma('journal_mode = WAL');
    // In WAL mode better-sqlite3 defaults to NORMAL, which a power cut can roll back.
    connection.pragma('synchronous = FULL');
    connection.pragma('foreign_keys = ON');
    // What is deleted is overwritten with zeros, not only marked as free.
    connection.pragma('secure_delete = ON');
  }
  return connection;
}

/** Statements are prepared on first use and kept: a lane's tables need only exist where that lane is used. */
export function statements(connection: Sqlite.Database): Statements {
  const prepared = new Map<string, Sqlite.Statement>();
  const prepare = (sql: string): Sqlite.Statement => {
    const known = prepared.get(sql);
    if (known) return known;
    const statement = connection.prepare(unpeeked(sql));
    prepared.set(sql, statement);
    return statement;
  };
  return {
    async one(sql: string, ...values: readonly Value[]) {
      return prepare(sql).get(...values) as Row | undefined;
    },
    async all(sql: string, ...values: readonly Value[]) {
      return prepare(sql).all(...values) as Row[];
    },
    async run(sql: string, ...values: readonly Value[]) {
      return prepare(sql).run(...values).changes;
    },
  };
}

/**
 * SQLite as better-sqlite3 builds it (STAT4) looks at the values bound to a join or a range while it plans, and so prepares
 * such a statement anew for each run: four times the work of the run itself. What stands behind a plus sign it takes as it
 * comes, and uses the same index. https://www.sqlite.org/c3ref/prepare.html
 */
function unpeeked(sql: string): string {
  return sql.replaceAll('?', '+?');
}
