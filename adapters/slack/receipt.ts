import { hash } from 'node:crypto';
import type { Receipt } from '../../src/ports.ts';
import type { Shown } from './seen.ts';

/** One message in Slack, and a print of what it shows: what has not changed need not be edited. */
export type Part = { readonly ts: string; readonly showing: string };

/** What stands of a delivery: in which channel, and its parts; the first has the others in its thread. */
export type Standing = { readonly channel: string; readonly parts: readonly Part[] };

export function receiptOf({ channel, parts }: Standing): Receipt {
  return { channel, ts: parts.map((part) => part.ts), showing: parts.map((part) => part.showing) };
}

export function readReceipt(receipt: Receipt | null): Standing | null {
  if (receipt === null) return null;
  const { channel, ts, showing } = receipt;
  if (typeof channel !== 'string' || !Array.isArray(ts) || ts.length === 0) return null;
  const prints = Array.isArray(showing) ? showing : [];
  return { channel, parts: ts.map((one: string, index) => ({ ts: one, showing: prints[index] ?? '' })) };
}

export function printOf(shown: Shown): string {
  return hash('sha256', JSON.stringify(shown), 'base64url').slice(0, 22);
}
