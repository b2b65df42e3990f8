import type { Ledger } from '../src/ports.ts';
import type { Database } from './database.ts';
import { createGathered } from './gathered.ts';
import { createHouseReading } from './house-reading.ts';
import type { Search } from './search.ts';
import { whenAsked } from './when-asked.ts';

/** The ledger over a database of any engine, with that engine's full-text search. What no door needs to open is loaded when it is asked for. */
export function createLedger(database: Database, search: Search): Ledger {
  const { reads } = database;
  const listeners: (() => void)[] = [];
  const keepers: (() => void)[] = [];
  const gathered = createGathered(database);
  let deciding: Promise<typeof import('./deciding.ts')> | undefined;

  function kept(): void {
    for (const listener of keepers) listener();
  }

  /** What stands of them is to be edited then. */
  async function sweepUp(): Promise<void> {
    if (await database.sweepUp()) for (const listener of listeners) listener();
  }

  return {
    read: whenAsked(async () => (await import('./reading.ts')).createReading(reads), {
      ...createHouseReading(reads),
      pulse: whenAsked(async () => (await import('./pulse.ts')).createPulseReading(reads), {}),
    }),
    wall: whenAsked(async () => (await import('./wall.ts')).createWall(database), {}),
    outbox: whenAsked(async () => (await import('./outbox.ts')).createOutbox(gathered), {}),
    received: whenAsked(async () => (await import('./received.ts')).createReceived(gathered, kept), {}),
    onAnnounced: (listener) => void listeners.push(listener),
    onKept: (listener) => void keepers.push(listener),
    async decide(asked, decide) {
      deciding ??= import('./deciding.ts');
      const { decideOnce } = await deciding;
      const { reply, letGo, swept } = await gathered.transaction(async (handle) => {
        const outcome = await decideOnce(handle, asked, decide);
        if (outcome.announced) for (const listener of listeners) listener();
        return outcome;
      });
      if (letGo) database.overwriteDeleted();
      // Should it fail, the schedule begins it anew.
      if (swept) sweepUp().catch(() => undefined);
      return reply;
    },
    search: (organization, words, limit) => search.find(organization, words, limit),
    async forget(before, limit) {
      const { forget } = await import('./housekeeping.ts');
      return forget(database, before, limit);
    },
    heldAbout: database.heldAbout,
    exported: database.exported,
    sweepUp,
    async close() {
      await search.close();
      await database.close();
    },
  };
}
