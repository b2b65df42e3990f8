import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDeliveries } from '../../src/deliveries.ts';
import { createLog } from '../../src/log.ts';
import { type Delivery, DeliveryError } from '../../src/ports.ts';
import { type ClockDouble, createClockDouble } from '../fakes/clock.ts';
import { CONNECTION, channel, foundCompany, kudos, mondayMorning, person } from '../fakes/company.ts';
import { type OpenCore, openCore } from '../fakes/open-core.ts';
import { createRecordingAdapter, type RecordingAdapter } from '../fakes/recording-adapter.ts';

const at = '2026-11-18T10:00:00.000Z';
let folder: string;
let open: OpenCore;
let clock: ClockDouble;
let stop: () => Promise<void>;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'herald-stopped-'));
  open = await openCore(join(folder, 'herald.db'));
  clock = createClockDouble(at);
  stop = async () => undefined;
  await foundCompany(open.core, { at, people: 4 });
});
afterEach(async () => {
  await stop();
  await open.close();
  rmSync(folder, { recursive: true, force: true });
});

async function deliverTo(adapter: RecordingAdapter): Promise<() => void> {
  await stop();
  const parts = {
    ledger: open.ledger,
    clock,
    log: createLog('silent'),
    adapterOf: async () => adapter,
    publicUrl: null,
  };
  const deliveries = createDeliveries(parts);
  await deliveries.start();
  stop = deliveries.stop;
  return deliveries.drain;
}

const settled = () => vi.waitFor(async () => expect(await open.ledger.outbox.waiting()).toBe(0), 15_000);
const seenAt = async (place: Parameters<OpenCore['ledger']['read']['feed']>[0]) =>
  (await open.ledger.read.feed(place, 20)).map(({ view }) => view.type);
const admin = async () => {
  const found = await open.ledger.read.person(person(0));
  return { kind: 'person', person: found?.id ?? '' } as const;
};
const inChannel = ({ to }: Delivery) => 'channel' in to;
const lost = { type: 'connection-lost', at, connection: CONNECTION, why: 'uninstalled' } as const;
const opened = {
  type: 'open-connection',
  at,
  organization: { id: 'company-for-tests', name: 'Company for tests', sample: true },
  connection: { id: CONNECTION, platform: 'web', digestChannel: 'good-news' },
  schedule: mondayMorning,
} as const;

describe('a lost connection', () => {
  it('keeps what there is to say until it is open again, and then says it once', async () => {
    await open.core.handle({ ...lost, key: 'lost' });
    const adapter = createRecordingAdapter();
    await deliverTo(adapter);
    await open.core.handle(kudos('k', 'Carried every box.', at));
    await settled();
    expect(adapter.delivered).toEqual([]);

    await open.core.handle({ ...opened, key: 'open again' });
    await vi.waitFor(() => expect(adapter.delivered).toHaveLength(3), { timeout: 3000 });
    await settled();
    expect(await seenAt(channel)).toEqual(['story-told']);
    const again = { platform: 'web', why: 'uninstalled', waited: 2 };
    expect(adapter.delivered.map(({ view }) => view)).toContainEqual(expect.objectContaining({ again }));
  });

  it('lost in the middle of a delivery parks it, whatever the platform said', async () => {
    const adapter = createRecordingAdapter({
      async meet() {
        await open.core.handle({ ...lost, key: 'lost' });
        throw new DeliveryError('account_inactive', { fatal: true });
      },
    });
    await deliverTo(adapter);
    await open.core.handle(kudos('k', 'Carried every box.', at));
    await settled();
    const next = createRecordingAdapter();
    await deliverTo(next);
    await open.core.handle({ ...opened, key: 'open again' });
    await vi.waitFor(
      () =>
        expect(next.delivered.map(({ view }) => view.type).toSorted()).toEqual([
          'connection-open',
          'story-told',
          'you-were-named',
        ]),
      {
        timeout: 3000,
      },
    );
  });

  it('lost while nobody heard whether a message arrived has it looked for once it is open again', async () => {
    const adapter = createRecordingAdapter({
      async meet(delivery) {
        if (!inChannel(delivery)) return;
        await open.core.handle({ ...lost, key: 'lost' });
        throw new DeliveryError('no answer', { mayBeThere: true });
      },
    });
    await deliverTo(adapter);
    await open.core.handle(kudos('k', 'Carried every box.', at));
    await settled();
    const next = createRecordingAdapter();
    await deliverTo(next);
    await open.core.handle({ ...opened, key: 'open again' });
    await vi.waitFor(() => expect(next.delivered.filter(inChannel)).toMatchObject([{ uncertain: true }]), {
      timeout: 3000,
    });
  });

  it('lost and open again, in whichever order Slack says so, is not lost twice', async () => {
    expect(await open.core.handle({ ...lost, key: '1', why: 'token-revoked' })).toMatchObject({ why: 'token-revoked' });
    expect(await open.core.handle({ ...lost, key: '2' })).toMatchObject({ why: 'token-revoked' });
    await open.core.handle({ ...opened, key: '3' });
    expect(await open.ledger.read.isLost(CONNECTION)).toBe(false);
  });

  it('has no digest planned for it', async () => {
    await open.core.handle({ ...lost, key: 'lost' });
    await open.core.handle(kudos('k', 'Carried every box.', at));
    const planned = await open.core.handle({
      type: 'plan-digest',
      key: 'digest',
      organization: 'company-for-tests',
      at,
      week: '2026-W47',
    });
    expect(planned).toEqual({ type: 'refusal', reason: 'no-digest-channel' });
  });
});

describe('a message of which nobody knows whether it was posted', () => {
  let tries: number;
  beforeEach(() => {
    tries = 0;
  });
  const unsure = () =>
    createRecordingAdapter({
      async meet(delivery) {
        if (!inChannel(delivery)) return;
        tries += 1;
        throw new DeliveryError('history is not to be read', { outcomeUnknown: true });
      },
    });

  it('is not tried again; admins are asked, and one has it posted, as if for the first time', async () => {
    const adapter = unsure();
    const drain = await deliverTo(adapter);
    await open.core.handle(kudos('k', 'Carried every box.', at));
    await vi.waitFor(async () => expect(await seenAt(await admin())).toEqual(['delivery-unconfirmed']), 15_000);
    const asked = (await open.ledger.read.feed(await admin(), 1))[0]?.view;
    if (asked?.type !== 'delivery-unconfirmed') throw new Error(asked?.type);
    expect(asked).toMatchObject({ what: 'story-told', where: channel });
    clock.pass(3_600_000);
    drain();
    await settled();
    expect(await seenAt(channel)).toEqual([]);
    expect(tries).toBe(1);

    const { delivery } = asked;
    const again = { type: 'post-again', at, delivery } as const;
    expect(await open.core.handle({ ...again, key: '1', by: person(1) })).toMatchObject({ reason: 'admins-only' });
    const next = createRecordingAdapter();
    await deliverTo(next);
    expect(await open.core.handle({ ...again, key: '2', by: person(0) })).toMatchObject({ type: 'posted-again' });
    expect(await open.core.handle({ ...again, key: '3', by: person(0) })).toMatchObject({ reason: 'delivery-unknown' });
    await settled();
    expect(next.delivered.find(inChannel)).toMatchObject({ id: delivery, uncertain: false, standing: null });
    expect(await seenAt(await admin())).toEqual(['posted-again']);
  });

  it('gathers what changes meanwhile, and is posted as it should read then', async () => {
    await deliverTo(unsure());
    const told = await open.core.handle(kudos('k', 'Carried evry box.', at));
    if (told.type !== 'kudos-given') throw new Error(told.type);
    await vi.waitFor(async () => expect(await seenAt(await admin())).toEqual(['delivery-unconfirmed']), 15_000);
    const words = 'Carried every box.';
    await open.core.handle({ type: 'correct-words', key: 'c', by: person(1), at, story: told.story.id, words });
    await settled();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(tries).toBe(1);
    const next = createRecordingAdapter();
    await deliverTo(next);
    const asked = (await open.ledger.read.feed(await admin(), 1))[0]?.view;
    if (asked?.type !== 'delivery-unconfirmed') throw new Error(asked?.type);
    await open.core.handle({ type: 'post-again', key: 'p', by: person(0), at, delivery: asked.delivery });
    await settled();
    expect(next.delivered.filter(inChannel)).toMatchObject([{ view: { story: { words } } }]);
  });

  it('that timed out is tried again as uncertain, and stays so until it is delivered', async () => {
    const faults = [{ mayBeThere: true }, {}];
    const heard: boolean[] = [];
    const adapter = createRecordingAdapter({
      async meet(delivery) {
        if (!inChannel(delivery)) return;
        heard.push(delivery.uncertain);
        const fault = faults.shift();
        if (fault) throw new DeliveryError('no answer', fault);
      },
    });
    const drain = await deliverTo(adapter);
    await open.core.handle(kudos('k', 'Carried every box.', at));
    for (const count of [1, 2, 3]) {
      await vi.waitFor(() => expect(heard).toHaveLength(count), 15_000);
      await new Promise((resolve) => setTimeout(resolve, 20));
      clock.pass(10_000);
      drain();
    }
    await settled();
    expect(heard).toEqual([false, true, true]);
  });
});

describe('a channel that Herald can no longer speak in', () => {
  const gone = { type: 'place-lost', at, connection: CONNECTION, channel: 'good-news', why: 'archived' } as const;
  const plan = (week: string) =>
    open.core.handle({ type: 'plan-digest', key: `digest:${week}`, organization: 'company-for-tests', at, week });

  it('is given up; admins hear, and no digest is planned until it is back', async () => {
    const adapter = createRecordingAdapter({
      async meet(delivery) {
        if (inChannel(delivery)) throw new DeliveryError('is_archived');
      },
    });
    await deliverTo(adapter);
    await open.core.handle(kudos('k', 'Carried every box.', at));
    await vi.waitFor(async () => expect(await open.ledger.outbox.waiting()).toBe(1), 15_000);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await open.core.handle({ ...gone, key: 'gone' });
    await settled();
    expect(await seenAt(await admin())).toEqual(['place-lost']);
    expect(await plan('2026-W47')).toMatchObject({ reason: 'no-digest-channel' });
    await open.core.handle({ type: 'place-found', key: 'back', at, connection: CONNECTION, channel: 'good-news' });
    expect(await plan('2026-W48')).toMatchObject({ posted: 'stories', stories: 1 });
  });

  it('is spoken in again when an admin names it or another', async () => {
    await open.core.handle(kudos('k', 'Carried every box.', at));
    await open.core.handle({ ...gone, key: 'gone' });
    const by = person(0);
    await open.core.handle({ type: 'change-settings', key: 's1', by, at, changes: { announce: 'digest-only' } });
    expect(await plan('2026-W47')).toMatchObject({ reason: 'no-digest-channel' });
    await open.core.handle({ type: 'change-settings', key: 's2', by, at, changes: { digestChannel: 'wins' } });
    expect(await plan('2026-W48')).toMatchObject({ posted: 'stories' });
  });
});
