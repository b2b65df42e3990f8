import { createHash } from 'node:crypto';
import type { Receipt } from '../../src/ports.ts';
import type { Shown } from './card.ts';

/** One message in Teams, and a print of what it shows: what has not changed need not be edited. */
export type Post = { readonly id: string; readonly showing: string };

/** What stands of a delivery: in which conversation, and its posts; the first has the others in its thread. */
export type Standing = { readonly conversation: string; readonly posts: readonly Post[] };

export function receiptOf({ conversation, posts }: Standing): Receipt {
  return { conversation, id: posts.map((post) => post.id), showing: posts.map((post) => post.showing) };
}

/** Also what was kept of a single message, not in lists. */
export function readReceipt(receipt: Receipt | null): Standing | null {
  if (receipt === null) return null;
  const { conversation, id = [], showing = [] } = receipt;
  const ids = [id].flat();
  if (typeof conversation !== 'string' || ids.length === 0) return null;
  const prints = [showing].flat();
  return { conversation, posts: ids.map((one, index) => ({ id: one, showing: prints[index] ?? '' })) };
}

export function printOf(shown: Shown): string {
  return createHash('sha256').update(JSON.stringify(shown)).digest('base64url').slice(0, 22);
}
