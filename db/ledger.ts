import type { Ledger, Reading } from '../src/ports.ts';
import type { Database, Statements } from './database.ts';
import { writeFact } from './facts.ts';
import { createGathered } from './gathered.ts';
import { forget } from './housekeeping.ts';
import { createOutbox, writeAnnouncement } from './outbox.ts';
import { createReading } from './reading.ts';
import { createReceived, firstReply, writeReply } from './received.ts';
import type { Search } from './search.ts';
import { createWall } from './wall.ts';

/** The ledger over a database of any engine, with that engine's full-text search. */
export function createLedger(database: Database, search: Search): Ledger {
  const listeners: (() => void)[] = [];
  const keepers: (() => void)[] = [];
  const gathered = createGathered(database);
  const readings = new WeakMap<Statements, Reading>();
  const readingOver = (handle: Statements): Reading => {
    const reading = readings.get(handle) ?? createReading(handle);
    readings.set(handle, reading);
    return reading;
  };

  return {
    read: readingOver(database.reads),
    wall: createWall(database.reads),
    outbox: createOutbox(gathered),
    received: createReceived(gathered, () => {
      for (const listener of keepers) listener();
    }),
    onAnnounced: (listener) => void listeners.push(listener),
    onKept: (listener) => void keepers.push(listener),
    async decide(organization, key, at, decide) {
      let announced = false;
      let deleted = false;
      const reply = await gathered.transaction(async (handle) => {
        const first = key === null ? null : await firstReply(handle, organization, key);
        if (first) return first;
        const decision = await decide(readingOver(handle));
        for (const fact of decision.facts) await writeFact(handle, fact);
        for (const announcement of decision.announce)
          await writeAnnouncement(handle, announcement, { organization, at });
        if (key !== null) await writeReply(handle, organization, key, at, decision.reply);
        announced = decision.announce.length > 0;
        deleted = decision.facts.some(({ type }) => type === 'praise-expired');
        return decision.reply;
      });
      if (deleted) database.overwriteDeleted();
      if (announced) for (const listener of listeners) listener();
      return reply;
    },
    search: (organization, words, limit) => search.find(organization, words, limit),
    forget: (before, limit) => forget(database, before, limit),
    async close() {
      await search.close();
      await database.close();
    },
  };
}
