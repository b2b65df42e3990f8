import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { furnish } from '../../adapters/web/furnish.ts';
import { CHANNEL, CONNECTION } from '../../adapters/web/sample.ts';
import type { Database } from '../../db/database.ts';
import { createLedger } from '../../db/ledger.ts';
import { openDatabase } from '../../db/open.ts';
import { createSearch } from '../../db/search.ts';
import type { MovableClock } from '../../src/clock.ts';
import type { DigestSchedule, GiveKudos } from '../../src/commands.ts';
import { createCore } from '../../src/core.ts';
import type { Core, Ledger } from '../../src/ports.ts';
import { storyWords } from './words.ts';

// The company that every contestant works for: the sandbox's, with more colleagues.

const COLLEAGUES = 1000;

export const schedule: DigestSchedule = { minute: 0, hour: 9, weekday: 1, timeZone: 'Europe/Berlin' };

/** The week whose digest is planned, and a moment on its Monday before the digest is due by itself. */
export const WEEK = '2026-W47';
export const NOW = '2026-11-16T07:00:00.000Z';

export const clock: MovableClock = { now: () => NOW, aheadBy: async () => undefined, onMoved: () => undefined };

export type Company = { readonly core: Core; readonly ledger: Ledger };

/** Core and ledger over a database, as Herald opens them, with everybody known. */
export async function openCompany(
  file: string,
  watched: (database: Database) => Database = (database) => database,
): Promise<Company> {
  const ledger = createLedger(watched(await openDatabase(file)), createSearch(file));
  const core = createCore(ledger, { clockMoved: () => undefined });
  await furnish(core, clock, schedule);
  const people = Array.from({ length: COLLEAGUES }, (_, number) => ({
    user: userName(number),
    name: `Colleague ${number}`,
    email: `${userName(number)}@example.com`,
    kind: 'human' as const,
    manager: false,
    admin: false,
    active: true,
    guest: false,
  }));
  await core.handle({ type: 'meet-people', key: 'bench:meet', at: NOW, connection: CONNECTION, people });
  return { core, ledger };
}

function userName(number: number): string {
  return `colleague-${number % COLLEAGUES}`;
}

/** Somebody's kudos to two colleagues, typed in the channel: two private messages, one in the channel, one reply. */
export function kudos(number: number): GiveKudos {
  const user = (offset: number) => ({ connection: CONNECTION, user: userName(number + offset) });
  return {
    type: 'give-kudos',
    key: `bench:kudos:${number}`,
    by: user(0),
    at: NOW,
    heroes: [user(1), user(7)],
    words: storyWords(number),
    whatBroke: null,
    customer: null,
    touchpoint: null,
    audience: 'everyone',
    permalink: null,
    where: { kind: 'channel', connection: CONNECTION, channel: CHANNEL },
  };
}

/** A folder on a real disk where the system's temporary one is; gone when `work` is done. */
export async function inFreshFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'herald-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
