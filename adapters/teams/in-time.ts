import { setTimeout as sleep } from 'node:timers/promises';
import { LedgerUnavailable } from '../../src/ports.ts';
import type { View } from '../../src/views.ts';
import { ANSWER_MS } from './limits.ts';

/** What can be said before people's patience ends: the answer, or that it is coming. */
export type InTime =
  | { readonly kind: 'answer'; readonly view: View }
  /** It is stored, and the resolver answers. */
  | { readonly kind: 'coming' }
  /** It is not known yet; whoever asked is answered when it is. */
  | { readonly kind: 'late'; readonly view: Promise<View | null> };

/** Waits for the reply a while. What could not be stored is an answer too: the person's words, given back. */
export async function inTime(work: () => Promise<View | null>, words: string): Promise<InTime> {
  const decided = orNotStored(work, words);
  const late = sleep(ANSWER_MS, 'late' as const, { ref: false });
  const first = await Promise.race([decided, late]);
  if (first === 'late') return { kind: 'late', view: decided };
  return first === null ? { kind: 'coming' } : { kind: 'answer', view: first };
}

export async function orNotStored(work: () => Promise<View | null>, words: string): Promise<View | null> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof LedgerUnavailable)) throw error;
    return { type: 'refusal', reason: 'not-stored-yet', words };
  }
}
