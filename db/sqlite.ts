import Sqlite from 'better-sqlite3';
import type { Database, Row, Statements, Value } from './database.ts';
import type { Sweeping } from './sweeping.ts';
import type { Writing } from './writing.ts';

/**
 * The database of one process: one connection writes, and what is read sees only what is durable. The schema must be there.
 * What writes is loaded with the first command.
 */
export function openSqlite(file: string, connection: Sqlite.Database): Database {
  const written = statements(connection);
  const reads = createReads(file, connection, written);
  let begun: Promise<Writing> | undefined;
  let writing: Writing | undefined;
  const begin = async () => {
    const { createWriting } = await import('./writing.ts');
    writing = createWriting(file, connection, written);
    return writing;
  };
  const beginning = () => {
    begun ??= begin();
    return begun;
  };
  let beside: Promise<Sweeping> | undefined;
  const sweeping = () => {
    beside ??= import('./sweeping.ts').then(({ createSweeping }) => createSweeping(file, reads.statements));
    return beside;
  };
  return {
    reads: reads.statements,
    transaction: async (work) => (writing ?? (await beginning())).transaction(work),
    isWriting: () => connection.inTransaction,
    overwriteDeleted: () => void beginning().then(({ overwriteDeleted }) => overwriteDeleted()),
    sweepUp: async () => (await sweeping()).sweep(),
    heldAbout: async (person) => (await import('./held-beside.ts')).heldBeside(file, person),
    async *exported(organization) {
      yield* (await import('./export-beside.ts')).exportBeside(file, organization);
    },
    async close() {
      await (await beside)?.close();
      await (await begun)?.close();
      reads.close();
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

/**
 * Between two transactions the writer's connection sees what is durable and nothing else, and has most of it at hand: any other
 * forgets its pages with each commit. Within one another connection reads, which is opened when it is needed.
 */
function createReads(file: string, connection: Sqlite.Database, own: Statements) {
  let beside: { readonly connection: Sqlite.Database; readonly statements: Statements } | undefined;

  function open() {
    const reading = connect(file, { readonly: true });
    return { connection: reading, statements: statements(reading) };
  }

  function durable(): Statements {
    if (!connection.inTransaction) return own;
    beside ??= open();
    return beside.statements;
  }

  return {
    statements: {
      one: (sql, ...values) => durable().one(sql, ...values),
      all: (sql, ...values) => durable().all(sql, ...values),
      run: (sql) => Promise.reject(new Error(`Only the writer changes the database: ${sql}`)),
    } satisfies Statements,
    close: () => beside?.connection.close(),
  };
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
