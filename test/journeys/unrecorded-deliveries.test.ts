import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { connect } from '../../db/sqlite.ts';
import { createDeliveries } from '../../src/deliveries.ts';
import { createLog } from '../../src/log.ts';
import { createClockDouble } from '../fakes/clock.ts';
import { foundCompany, kudos } from '../fakes/company.ts';
import { type OpenCore, openCore } from '../fakes/open-core.ts';
import { createRecordingAdapter, type RecordingAdapter } from '../fakes/recording-adapter.ts';

const at = '2026-11-18T10:00:00.000Z';
let folder: string;
let file: string;
let open: OpenCore;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'herald-deliveries-'));
  file = join(folder, 'herald.db');
  open = await openCore(file);
  await foundCompany(open.core, { at, people: 4 });
});
afterEach(async () => {
  await open.close();
  rmSync(folder, { recursive: true, force: true });
});

function deliveriesTo(adapter: RecordingAdapter) {
  const clock = createClockDouble(at);
  return createDeliveries({
    ledger: open.ledger,
    clock,
    log: createLog('silent'),
    adapterOf: async () => adapter,
    publicUrl: null,
  });
}

it('tells once what it could not record at once, because another process held the database', async () => {
  const other = connect(file, { readonly: false });
  const adapter = createRecordingAdapter({
    async meet() {
      if (!other.inTransaction && adapter.delivered.length === 0) other.exec('BEGIN IMMEDIATE');
    },
  });
  const deliveries = deliveriesTo(adapter);
  await open.core.handle(kudos('k1', 'Carried every box.', at, { where: null }));
  await deliveries.start();
  await vi.waitFor(() => expect(adapter.delivered).toHaveLength(1), 15_000);
  // Longer than the ledger is patient.
  await new Promise((resolve) => setTimeout(resolve, 2300));
  other.exec('ROLLBACK');
  other.close();
  await vi.waitFor(async () => expect(await open.ledger.outbox.waiting()).toBe(0), { timeout: 5000 });
  await open.core.handle(kudos('k2', 'And the piano.', at, { where: null }));
  await vi.waitFor(() => expect(adapter.delivered.map(({ view }) => view.type)).toHaveLength(2), { timeout: 5000 });
  await deliveries.stop();
  expect(new Set(adapter.delivered.map(({ id }) => id)).size).toBe(2);
});

it('stops although the database is out of reach, and warns the next start that it may have been told', async () => {
  const other = connect(file, { readonly: false });
  const first = createRecordingAdapter({ meet: async () => void other.exec('BEGIN IMMEDIATE') });
  const deliveries = deliveriesTo(first);
  await open.core.handle(kudos('k1', 'Carried every box.', at, { where: null }));
  await deliveries.start();
  await vi.waitFor(() => expect(first.delivered).toHaveLength(1), 15_000);
  await deliveries.stop();
  other.exec('ROLLBACK');
  other.close();

  const second = createRecordingAdapter();
  const next = deliveriesTo(second);
  await next.start();
  await vi.waitFor(() => expect(second.delivered).toHaveLength(1), 15_000);
  await next.stop();
  expect(second.delivered[0]).toMatchObject({ id: first.delivered[0]?.id, uncertain: true });
});

it('finds after a crash what stood by then of a message in several posts', async () => {
  const first = createRecordingAdapter({
    async meet(delivery, standsSoFar) {
      await standsSoFar({ id: ['1', '2'] });
      first.delivered.push(delivery);
      // The process ends here.
      return new Promise(() => undefined);
    },
  });
  await open.core.handle(kudos('k1', 'Carried every box.', at, { where: null }));
  await deliveriesTo(first).start();
  await vi.waitFor(() => expect(first.delivered).toHaveLength(1), 15_000);

  const second = createRecordingAdapter();
  const next = deliveriesTo(second);
  await next.start();
  await vi.waitFor(() => expect(second.delivered).toHaveLength(1), 15_000);
  await next.stop();
  expect(second.delivered[0]).toMatchObject({ standing: { id: ['1', '2'] }, uncertain: true });
});
