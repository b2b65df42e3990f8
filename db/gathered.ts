import type { Database } from './database.ts';

/** Nobody waits for these; what comes within so long shares one sync of the disk. */
const GATHERED_MS = 10;

/**
 * Transactions for what nobody waits for, such as what became of a delivery: all that a few milliseconds bring is handed to
 * the writer at once, and so costs one commit. What people wait for goes by, and waits less for the disk.
 */
export function gathered({ transaction }: Pick<Database, 'transaction'>): Database['transaction'] {
  let gathering: Promise<void> | null = null;

  async function gather(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, GATHERED_MS));
    gathering = null;
  }

  return async (work) => {
    gathering ??= gather();
    await gathering;
    return transaction(work);
  };
}
