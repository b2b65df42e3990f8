// Waiting for what Herald does behind its answers.

import { withDatabase } from './soundness.ts';

/** How long anything may take to come, on a busy machine too. */
const PATIENCE_MS = 20_000;

/** Waits until it is so; false when it is not by then. */
export async function until(isSo: () => boolean, patienceMs = PATIENCE_MS): Promise<boolean> {
  const end = performance.now() + patienceMs;
  while (!isSo()) {
    if (performance.now() > end) return false;
    await pause(20);
  }
  return true;
}

/** Whether all that was asked is decided and all messages have arrived or were given up. */
export function isSettled(file: string): boolean {
  return withDatabase(file, (connection) => {
    const open = connection.prepare(`SELECT count(*) FROM outbox WHERE state IN ('waiting', 'claimed')`).pluck().get();
    const raw = connection.prepare('SELECT count(*) FROM received WHERE payload IS NOT NULL').pluck().get();
    return Number(open) + Number(raw) === 0;
  });
}

/** How many stories hold these words. */
export function storiesWith(file: string, words: string): number {
  return withDatabase(file, (connection) => {
    const sql =
      'SELECT count(*) FROM (SELECT words FROM wins UNION ALL SELECT words FROM recoveries) WHERE instr(words, ?) > 0';
    return Number(connection.prepare(sql).pluck().get(words));
  });
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
