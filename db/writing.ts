import type Sqlite from 'better-sqlite3';
import { createCheckpoints } from './checkpoints.ts';
import type { Database, Statements } from './database.ts';
import { createWriter } from './writer.ts';

/** All that changes the database: the writer, and what carries SQLite's log into the database behind it. */
export type Writing = Pick<Database, 'transaction' | 'overwriteDeleted' | 'close'>;

export function createWriting(file: string, connection: Sqlite.Database, handle: Statements): Writing {
  const checkpoints = createCheckpoints(file, connection);
  const writer = createWriter(connection, handle, checkpoints.committed);
  return {
    transaction: writer.transaction,
    overwriteDeleted: checkpoints.empty,
    async close() {
      await writer.settled();
      await checkpoints.close();
    },
  };
}
