import type { Database } from '../../db/database.ts';
import { createLedger } from '../../db/ledger.ts';
import { openDatabase } from '../../db/open.ts';
import { createSearch } from '../../db/search.ts';
import { createCore } from '../../src/core.ts';
import type { Core, Ledger } from '../../src/ports.ts';
import { readyDatabase } from './ready-database.ts';

/** The real core over the real ledger on a real file, with no door open. */
export type OpenCore = {
  readonly core: Core;
  readonly ledger: Ledger;
  readonly database: Database;
  close(): Promise<void>;
};

export async function openCore(file: string): Promise<OpenCore> {
  await readyDatabase(file);
  const database = await openDatabase(file);
  const ledger = createLedger(database, createSearch(file));
  const core = createCore(ledger, { clockMoved: () => undefined });
  return { core, ledger, database, close: () => ledger.close() };
}
