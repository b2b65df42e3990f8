import { createHash } from 'node:crypto';
import type { Receipt } from '../../src/ports.ts';
import type { Shown } from './card.ts';

/** What stands of a delivery: in which conversation, which message, and a print of what it shows. */
export type Standing = { readonly conversation: string; readonly id: string; readonly showing: string };

export function receiptOf(standing: Standing): Receipt {
  return { ...standing };
}

export function readReceipt(receipt: Receipt | null): Standing | null {
  if (receipt === null) return null;
  const { conversation, id, showing } = receipt;
  if (typeof conversation !== 'string' || typeof id !== 'string') return null;
  return { conversation, id, showing: typeof showing === 'string' ? showing : '' };
}

export function printOf(shown: Shown): string {
  return createHash('sha256').update(JSON.stringify(shown)).digest('base64url').slice(0, 22);
}
