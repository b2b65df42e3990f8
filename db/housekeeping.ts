import type { Instant } from '../src/commands.ts';
import type { Database } from './database.ts';

/** Statement by statement, the oldest of what is needed no more. What still waits, for anything, stays. */
const FORGETTING = [
  `DELETE FROM received WHERE (organization, key) IN
     (SELECT organization, key FROM received WHERE payload IS NULL AND at < ? ORDER BY at LIMIT ?)`,
  `DELETE FROM outbox WHERE seq IN
     (SELECT seq FROM outbox WHERE passing = 1 AND state IN ('done', 'given-up') AND at < ? ORDER BY at LIMIT ?)`,
  `DELETE FROM outbox WHERE seq IN (SELECT seq FROM outbox WHERE state = 'given-up' AND at < ? ORDER BY at LIMIT ?)`,
  `DELETE FROM traces WHERE seq IN (SELECT seq FROM traces WHERE at < ? ORDER BY at LIMIT ?)`,
  `DELETE FROM withdrawals WHERE rowid IN (SELECT rowid FROM withdrawals WHERE until < ? ORDER BY until LIMIT ?)`,
];

/**
 * Forgets first replies, last words, who changed a story, and what was not to be delivered, from before a moment; at most
 * `limit` of each. Resolves to how many.
 */
export async function forget(database: Database, before: Instant, limit: number): Promise<number> {
  return database.transaction(async (handle) => {
    let forgotten = 0;
    for (const sql of FORGETTING) forgotten += await handle.run(sql, before, limit);
    return forgotten;
  });
}
