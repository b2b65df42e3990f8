import type { Database } from './database.ts';

/** What nobody waits for goes just after somebody was answered, or after so long. */
const LATEST_MS = 10;
/** Until an answer whose story is stored is on its way. */
const ANSWERED_MS = 1;
/** After so long without anybody who waits there is nobody to spare. */
const QUIET_MS = 100;

export type Gathered = Pick<Database, 'reads' | 'transaction'> & {
  /** Like `transaction`, and perhaps some milliseconds later. */
  readonly later: Database['transaction'];
};

/**
 * Two ways to the writer. What people wait for goes by `transaction`. What nobody waits for, such as what became of a
 * delivery, goes by `later`: while there are people, all of it since the last time costs one commit, between two of theirs,
 * when the next of them is most likely still away.
 */
export function createGathered({ reads, transaction }: Pick<Database, 'reads' | 'transaction'>): Gathered {
  let gathering: { readonly over: Promise<void>; readonly end: () => void } | null = null;
  let waitedFor = Number.NEGATIVE_INFINITY;

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
    if (gathering !== null) setTimeout(gathering.end, ANSWERED_MS);
  }

  return {
    reads,
    transaction(work) {
      waitedFor = performance.now();
      const done = transaction(work);
      done.then(answered, answered);
      return done;
    },
    async later(work) {
      if (performance.now() - waitedFor > QUIET_MS) return transaction(work);
      gathering ??= gather();
      await gathering.over;
      return transaction(work);
    },
  };
}
