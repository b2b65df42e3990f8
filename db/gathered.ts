import type { Database } from './database.ts';

/** What comes within so long shares one sync of the disk. */
const GATHERED_MS = 10;
/** After so long without anybody who waits there is nobody to spare. */
const QUIET_MS = 100;

export type Gathered = Pick<Database, 'reads' | 'transaction'> & {
  /** Like `transaction`, and perhaps some milliseconds later. */
  readonly later: Database['transaction'];
};

/**
 * Two ways to the writer. What people wait for goes by `transaction`. What nobody waits for, such as what became of a
 * delivery, goes by `later`: while there are people, it joins the next of those, or all that some milliseconds brought, and
 * so costs no commit, or one, instead of having them wait for the disk behind each.
 */
export function createGathered({ reads, transaction }: Pick<Database, 'reads' | 'transaction'>): Gathered {
  let gathering: { readonly over: Promise<void>; readonly end: () => void } | null = null;

  function gather() {
    const { promise: over, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(end, GATHERED_MS);
    function end(): void {
      clearTimeout(timer);
      gathering = null;
      resolve();
    }
    return { over, end };
  }

  let waitedFor = Number.NEGATIVE_INFINITY;

  return {
    reads,
    transaction(work) {
      waitedFor = performance.now();
      gathering?.end();
      return transaction(work);
    },
    async later(work) {
      if (performance.now() - waitedFor > QUIET_MS) return transaction(work);
      gathering ??= gather();
      await gathering.over;
      return transaction(work);
    },
  };
}
