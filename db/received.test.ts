import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { RawCommand } from '../src/ports.ts';
import { CONNECTION, foundCompany, kudos } from '../test/fakes/company.ts';
import { type OpenCore, openCore } from '../test/fakes/open-core.ts';
import { connect } from './sqlite.ts';

const at = '2026-11-18T10:00:00.000Z';
const later = '2026-11-18T10:00:05.000Z';
let folder: string;
let file: string;
let open: OpenCore;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'herald-received-'));
  file = join(folder, 'herald.db');
  open = await openCore(file);
  await foundCompany(open.core, { at, people: 4 });
});
afterEach(async () => {
  await open.close();
  rmSync(folder, { recursive: true, force: true });
});

const raw = (key: string, differs: Partial<RawCommand> = {}): RawCommand => ({
  key,
  connection: CONNECTION,
  at,
  teller: 'u0',
  words: '@team carried every box',
  payload: { groups: ['S1'], deep: [{ yes: true }, null] },
  ...differs,
});

it('keeps a raw command until it is decided and answered, across a restart', async () => {
  expect(await open.core.receive(raw('k'))).toBeNull();
  await open.close();
  open = await openCore(file);
  const [waiting] = await open.ledger.received.due(at, 9);
  expect(waiting).toEqual({ organization: 'company-for-tests', raw: raw('k'), reply: null, attempts: 1 });
  const reply = await open.core.handle(kudos('k', 'Carried every box.', at));
  expect(reply.type).toBe('kudos-given');
  expect(await open.ledger.received.due(at, 9)).toMatchObject([{ reply, attempts: 1 }]);
  if (waiting) await open.ledger.received.answered(waiting);
  expect(await open.ledger.received.due(at, 9)).toEqual([]);
  expect(await open.core.handle(kudos('k', 'Something else.', at))).toEqual(reply);
});

it('counts a repetition once: null while it waits, the first reply once decided', async () => {
  expect(await open.core.receive(raw('k'))).toBeNull();
  expect(await open.core.receive(raw('k', { words: 'another' }))).toBeNull();
  expect(await open.ledger.received.due(at, 9)).toMatchObject([{ raw: { words: '@team carried every box' } }]);
  const reply = await open.core.handle(kudos('k', 'Carried every box.', at));
  expect(await open.core.receive(raw('k'))).toEqual(reply);
  expect(await open.ledger.received.due(at, 9)).toHaveLength(1);
});

it('waits until its time, and no longer when the clock has gone back', async () => {
  await open.core.receive(raw('k1'));
  await open.core.receive(raw('k2'));
  const [first] = await open.ledger.received.due(at, 1);
  if (first) await open.ledger.received.postponed(first, later);
  expect(await open.ledger.received.due(at, 9)).toMatchObject([{ raw: { key: 'k2' } }]);
  expect(await open.ledger.received.due(later, 9)).toMatchObject([{ raw: { key: 'k1' }, attempts: 2 }, {}]);
  expect(await open.ledger.received.due('2026-11-18T08:00:00.000Z', 9)).toHaveLength(2);
});

it('counts its tries, and anew once it is decided', async () => {
  await open.core.receive(raw('k'));
  for (const attempts of [1, 2, 3]) {
    const [waiting] = await open.ledger.received.due(later, 9);
    expect(waiting?.attempts).toBe(attempts);
    if (waiting) await open.ledger.received.postponed(waiting, later);
  }
  await open.core.handle(kudos('k', 'Carried every box.', at));
  expect(await open.ledger.received.due(later, 9)).toMatchObject([{ attempts: 1 }]);
});

it('keeps nothing of what was typed once it is answered', async () => {
  await open.core.receive(raw('k'));
  await open.core.handle(kudos('k', 'x'.repeat(3001), at));
  const [waiting] = await open.ledger.received.due(at, 9);
  if (waiting) await open.ledger.received.answered(waiting);
  const connection = connect(file, { readonly: true });
  expect(connection.prepare(`SELECT words, payload FROM received WHERE key = 'k'`).get()).toEqual({
    words: null,
    payload: null,
  });
  connection.close();
});

it('is not kept for a connection that nobody opened', async () => {
  expect(await open.core.receive(raw('k', { connection: 'unheard-of' }))).toMatchObject({ reason: 'person-unknown' });
  expect(await open.ledger.received.due(at, 9)).toEqual([]);
});
