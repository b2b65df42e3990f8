import type { Database } from './database.ts';

/**
 * What nobody waits for goes just after somebody was answered, or after so long; at once where nobody was for so long, as
 * there is nobody to spare.
 */
const LATEST_MS = 10;
/** Until an answer whose story is stored is on its way. */
const ANSWERED_MS = 1;

export type Gathered = Pick<Database, 'reads' | 'transaction'> & {
  /** Like `transaction`, and perhaps some milliseconds later. */
  readonly later: Database['transaction'];
};

/**
 * Two ways to the writer. What people wait for goes by `transaction`. What nobody waits for, such as what became of a
 * delivery, goes by `later`: while there are people, all of it since the last time costs one commit, between two of theirs,
 * when the next of them is most likely still away. Asked for within a transaction, it is done with that one.
 */
export function createGathered(database: Pick<Database, 'reads' | 'transaction' | 'isWriting'>): Gathered {
  const { reads, transaction } = database;
  let gathering: { readonly over: Promise<void>; readonly end: () => void } | null = null;
  let waiting = 0;
  let answeredAt = Number.NEGATIVE_INFINITY;

  function gather() {
    const { promise: over, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(end, LATEST_MS);
    const gathered = { over, end };
    function end(): void {
      if (gathering !== gathered) return;
      clearTimeout(timer);
      gathering = null;
      resolve();
    }
    return gathered;
  }

  function answered(): void {
    waiting -= 1;
    answeredAt = performance.now();
    if (gathering !== null) setTimeout(gathering.end, ANSWERED_MS);
  }

  return {
    reads,
    transaction(work) {
      waiting += 1;
      const done = transaction(work);
      done.then(answered, answered);
      return done;
    },
    async later(work) {
      const nobody = waiting === 0 && performance.now() - answeredAt > LATEST_MS;
      if (nobody || database.isWriting()) return transaction(work);
      gathering ??= gather();
      await gathering.over;
      return transaction(work);
    },
  };
}
