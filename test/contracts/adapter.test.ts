import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createMailReader } from '../../adapters/email/read.ts';
import { createWebAdapter } from '../../adapters/web/index.ts';
import { exportAll } from '../../db/export.ts';
import { drawingOnFirstPulse } from '../../src/pictures/on-first-pulse.ts';
import type { Adapter, Address, Delivery } from '../../src/ports.ts';
import type { View } from '../../src/views.ts';
import { createClockDouble } from '../fakes/clock.ts';
import { mondayMorning } from '../fakes/company.ts';
import { openCore } from '../fakes/open-core.ts';
import { everyView } from './every-view.ts';

// What the core relies on in every adapter. A new adapter adds a line here and passes.

type Made = { readonly adapter: Adapter; readonly channel: Address; readonly person: Address };

const adapters: { readonly [name: string]: () => Made } = {
  web: () => ({
    adapter: createWebAdapter({
      app: express(),
      clock: createClockDouble('2026-11-18T09:00:00.000Z'),
      mail: createMailReader(),
      pictures: drawingOnFirstPulse(),
      schedule: mondayMorning,
      linksTo: async () => new Map(),
    }),
    channel: { connection: 'web', channel: 'good-news' },
    person: { connection: 'web', user: 'ana' },
  }),
};

/** What the core announces: to a channel, to a person, or to either. */
const announced = (
  [
    'story-told',
    'you-were-named',
    'customer-thanks-you',
    'story-withdrawn',
    'praise-waiting',
    'praise-settled',
    'digest',
    'quiet-week',
    'delivery-given-up',
  ] as const
).flatMap((type): readonly View[] => everyView[type]);

async function openHouse() {
  const folder = mkdtempSync(join(tmpdir(), 'herald-adapter-'));
  const file = join(folder, 'herald.db');
  const { core, close } = await openCore(file);
  onTestFinished(async () => {
    await close();
    rmSync(folder, { recursive: true });
  });
  return { file, core };
}

describe.each(Object.entries(adapters))('%s', (name, make) => {
  const delivery = (to: Address, view: View, differs: Partial<Delivery> = {}): Delivery => ({
    id: 'delivery 1',
    to,
    view,
    standing: null,
    uncertain: false,
    wholeStories: new Map(),
    ...differs,
  });

  const standsSoFar = async () => undefined;

  test('serves the platform of its name', () => expect(make().adapter.platform).toBe(name));

  test('shows whatever is announced, and edits it by a receipt that has waited in the database', async () => {
    const { adapter, channel, person } = make();
    await adapter.start((await openHouse()).core);
    for (const [index, view] of announced.entries()) {
      for (const to of [channel, person]) {
        const id = `delivery ${index}`;
        const receipt = await adapter.deliver(delivery(to, view, { id }), standsSoFar);
        const kept = JSON.parse(JSON.stringify(receipt));
        expect(kept).toEqual(receipt);
        const edited = await adapter.deliver(delivery(to, view, { id, standing: kept }), standsSoFar);
        expect(JSON.parse(JSON.stringify(edited))).toEqual(edited);
      }
    }
    await adapter.stop();
  });

  test('shows what may be there already', async () => {
    const { adapter, channel } = make();
    await adapter.start((await openHouse()).core);
    const [view] = everyView['story-told'];
    if (view === undefined) throw new Error('There is no story to show.');
    const first = await adapter.deliver(delivery(channel, view), standsSoFar);
    expect(await adapter.deliver(delivery(channel, view, { uncertain: true }), standsSoFar)).toEqual(first);
    await adapter.stop();
  });

  test('leaves the database as it is when it starts anew', async () => {
    const { file, core } = await openHouse();
    const kept = async () => JSON.stringify(await Array.fromAsync(exportAll(file)));
    const first = make().adapter;
    await first.start(core);
    await first.stop();
    const before = await kept();
    const second = make().adapter;
    await second.start(core);
    expect(await kept()).toBe(before);
    await second.stop();
  });

  test('stops, though it never started, and stops but once', async () => {
    const { adapter } = make();
    await adapter.stop();
    await adapter.start((await openHouse()).core);
    await Promise.all([adapter.stop(), adapter.stop()]);
    await adapter.stop();
  });
});
