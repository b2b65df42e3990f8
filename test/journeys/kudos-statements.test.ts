import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Database, Statements } from '../../db/database.ts';
import { createLedger } from '../../db/ledger.ts';
import { openDatabase } from '../../db/open.ts';
import { createSearch } from '../../db/search.ts';
import { createCore } from '../../src/core.ts';
import { foundCompany, kudos, person } from '../fakes/company.ts';

/** Has every statement that is run counted. */
function counting(database: Database): { readonly database: Database; readonly count: () => number } {
  let count = 0;
  const counted = new WeakMap<Statements, Statements>();
  const over = (handle: Statements): Statements => {
    const known = counted.get(handle);
    if (known) return known;
    const counter = new Proxy(handle, {
      get(statements, name: keyof Statements) {
        count += 1;
        return statements[name];
      },
    });
    counted.set(handle, counter);
    return counter;
  };
  return {
    database: {
      ...database,
      reads: over(database.reads),
      transaction: (work) => database.transaction((handle) => work(over(handle))),
    },
    count: () => count,
  };
}

/** A kudos is what people wait for: it reads what it needs once, its organization's settings with the person who asks. */
it.each([
  [1, 10],
  [3, 16],
])('telling a story about %i takes %i statements', async (heroes, statements) => {
  const folder = mkdtempSync(join(tmpdir(), 'herald-statements-'));
  const file = join(folder, 'herald.db');
  const { database, count } = counting(await openDatabase(file));
  const ledger = createLedger(database, createSearch(file));
  const core = createCore(ledger, { clockMoved: () => undefined });
  const at = '2026-11-18T10:00:00.000Z';
  await foundCompany(core, { at, people: 5 });
  const before = count();
  const named = Array.from({ length: heroes }, (_, index) => person(index + 2));
  const reply = await core.handle(kudos('k', 'Carried every box.', at, { heroes: named }));
  expect(reply.type).toBe('kudos-given');
  expect(count() - before).toBe(statements);
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
});
