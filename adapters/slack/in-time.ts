import { LedgerUnavailable } from '../../src/ports.ts';
import type { View } from '../../src/views.ts';
import { ANSWER_MS } from './limits.ts';

/** What can be said before Slack's patience ends: the answer, or that it is coming. */
export type InTime =
  | { readonly kind: 'answer'; readonly view: View }
  /** It is stored, and the resolver answers. */
  | { readonly kind: 'coming' }
  /** It is not known yet; whoever asked is answered when it is. */
  | { readonly kind: 'late'; readonly view: Promise<View | null> };

/** Waits for the reply as long as Slack does. What could not be stored is an answer too: the person's words, given back. */
export async function inTime(work: () => Promise<View | null>, words: string): Promise<InTime> {
  const decided = work().catch((error): View => {
    if (!(error instanceof LedgerUnavailable)) throw error;
    return { type: 'refusal', reason: 'not-stored-yet', words };
  });
  const { promise: late, resolve } = Promise.withResolvers<'late'>();
  const timer = setTimeout(resolve, ANSWER_MS, 'late').unref();
  const first = await Promise.race([decided, late]);
  // Left to run out, it would keep each answer in memory for as long.
  clearTimeout(timer);
  if (first === 'late') return { kind: 'late', view: decided };
  return first === null ? { kind: 'coming' } : { kind: 'answer', view: first };
}
