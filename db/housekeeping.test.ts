import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { COMPANY, CONNECTION, foundCompany, kudos, person } from '../test/fakes/company.ts';
import { type OpenCore, openCore } from '../test/fakes/open-core.ts';
import { connect } from './sqlite.ts';

const longAgo = '2026-09-01T10:00:00.000Z';
const lately = '2026-11-18T10:00:00.000Z';
const before = '2026-10-18T10:00:00.000Z';
let folder: string;
let file: string;
let house: OpenCore;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'herald-housekeeping-'));
  file = join(folder, 'herald.db');
  house = await openCore(file);
  await foundCompany(house.core, { at: lately, people: 3 });
});
afterEach(async () => {
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});

async function deliverAll(): Promise<void> {
  for (;;) {
    const [delivery] = await house.ledger.outbox.claim(lately, 1);
    if (delivery === undefined) return;
    await house.ledger.outbox.delivered(delivery, { ts: delivery.id });
  }
}

function counted(sql: string): number {
  const connection = connect(file, { readonly: true });
  try {
    return Number(connection.prepare(sql).pluck().get());
  } finally {
    connection.close();
  }
}

const forgetAll = () => house.ledger.forget(before, 100);

it('keeps the first reply of a key for as long as somebody may send it again', async () => {
  const first = await house.core.handle(kudos('recent', 'Carried every box.', lately));
  await house.core.handle(kudos('old', 'Carried the piano.', longAgo));
  expect(await forgetAll()).toBe(1);
  expect(await house.core.handle(kudos('recent', 'Carried every box.', lately))).toEqual(first);
});

it('keeps what still waits for its platform or for its answer', async () => {
  const raw = { key: 'r', connection: CONNECTION, at: longAgo, teller: null, words: 'for @ben', payload: {} };
  await house.core.receive(raw);
  expect(await forgetAll()).toBe(0);
  const [waiting] = await house.ledger.received.due(lately, 9);
  if (!waiting) throw new Error('It does not wait any more.');
  await house.ledger.received.answered(waiting);
  expect(await forgetAll()).toBe(1);
});

it('keeps where a story stands, so that an old one can still be changed there', async () => {
  const reply = await house.core.handle(kudos('k', 'Carried every box.', longAgo));
  await deliverAll();
  await forgetAll();
  if (reply.type !== 'kudos-given') throw new Error('It was not told.');
  await house.core.handle({
    type: 'retract-story',
    key: 'undo',
    by: person(1),
    at: lately,
    which: { story: reply.story.id },
  });
  const edits = await house.ledger.outbox.claim(lately, 9);
  expect(edits.map(({ view, standing }) => [view.type, standing !== null])).toEqual([
    ['story-withdrawn', true],
    ['story-withdrawn', true],
  ]);
});

it('forgets last words once they are shown, not before', async () => {
  await house.core.handle({ type: 'welcome', key: 'w', by: person(1), at: longAgo });
  const kept = () => counted(`SELECT count(*) FROM outbox WHERE about LIKE '["welcome"%'`);
  await forgetAll();
  expect(kept()).toBe(1);
  await deliverAll();
  await forgetAll();
  expect(kept()).toBe(0);
  expect(await house.core.handle({ type: 'welcome', key: 'again', by: person(1), at: lately })).toEqual({
    type: 'welcomed-before',
  });
});

it('forgets a little at a time, and finds it by an index', async () => {
  for (let number = 0; number < 5; number += 1) await house.core.handle(kudos(`${number}`, `Box ${number}.`, longAgo));
  expect(await house.ledger.forget(before, 2)).toBe(2);
  expect(counted(`SELECT count(*) FROM received WHERE organization = '${COMPANY}' AND at < '${before}'`)).toBe(3);
  const connection = connect(file, { readonly: true });
  const plan = connection
    .prepare(
      'EXPLAIN QUERY PLAN SELECT organization, key FROM received WHERE payload IS NULL AND at < ? ORDER BY at LIMIT ?',
    )
    .all(before, 2) as { readonly detail: string }[];
  connection.close();
  expect(plan.map(({ detail }) => detail)).toEqual([expect.stringContaining('USING INDEX received_answered (at<?)')]);
});

it('keeps who changed a story, and what was not to be delivered, no longer than that', async () => {
  const given = await house.core.handle(kudos('k', 'Carried every box.', longAgo));
  if (given.type !== 'kudos-given') throw new Error(given.type);
  const command = { type: 'move-story', key: 'm', by: person(1), at: longAgo, story: given.story.id } as const;
  await house.core.handle({ ...command, to: { lane: 'recovery', whatBroke: 'The lift' } });
  const [waiting] = await house.ledger.outbox.claim(lately, 1);
  if (!waiting) throw new Error('Nothing waits.');
  await house.ledger.outbox.givenUp(waiting, 'gone', [], lately);
  await forgetAll();
  expect(counted('SELECT count(*) FROM traces')).toBe(0);
  expect(counted(`SELECT count(*) FROM outbox WHERE state = 'given-up'`)).toBe(0);
  expect(counted('SELECT count(*) FROM outbox')).toBeGreaterThan(0);
});
