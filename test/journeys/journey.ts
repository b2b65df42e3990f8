import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { exportAll } from '../../db/export.ts';
import type {
  CapturePraise,
  Command,
  ForwardedMail,
  GiveKudos,
  Identity,
  Instant,
  Place,
  Settlement,
} from '../../src/commands.ts';
import { createDeliveries } from '../../src/deliveries.ts';
import { createLog } from '../../src/log.ts';
import type { Delivery } from '../../src/ports.ts';
import type { Question } from '../../src/questions.ts';
import { createSchedule } from '../../src/schedule.ts';
import type { Story, View } from '../../src/views.ts';
import { createClockDouble } from '../fakes/clock.ts';
import { CONNECTION, channel, foundCompany, kudos, person } from '../fakes/company.ts';
import { openCore } from '../fakes/open-core.ts';
import { createRecordingAdapter } from '../fakes/recording-adapter.ts';

// Herald as it runs, but for the platform's far end and the clock: the real core, ledger, schedule and deliveries on a
// real file. p0 manages and is an admin; p1 to p5 face customers.

/** A Wednesday in week 47 of 2026; the company's digest is due on Mondays at 9:00 in Berlin. */
export const WEDNESDAY: Instant = '2026-11-18T09:00:00.000Z';
export const MONDAY_9: Instant = '2026-11-23T08:00:00.000Z';
export const MONDAY_AFTER: Instant = '2026-11-30T08:00:00.000Z';

type Journey = Awaited<ReturnType<typeof beginJourney>>;

export async function beginJourney(options: { readonly meet?: (delivery: Delivery) => Promise<void> } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'herald-journey-'));
  const file = join(folder, 'herald.db');
  const clock = createClockDouble(WEDNESDAY);
  const log = createLog('silent');
  const adapter = createRecordingAdapter(options);
  const { core, ledger, close } = await openCore(file);
  await foundCompany(core, { at: WEDNESDAY, people: 6 });
  const open = () =>
    createDeliveries({
      ledger,
      clock,
      log,
      adapterOf: async (connection) => (connection === CONNECTION ? adapter : null),
      publicUrl: 'https://herald.example.com',
    });
  let deliveries = open();
  const schedule = createSchedule({ ledger, core, clock, log, reaches: () => true });
  await deliveries.start();
  onTestFinished(async () => {
    await deliveries.stop();
    await close();
    rmSync(folder, { recursive: true });
  });

  let keys = 0;
  const nextKey = () => {
    keys += 1;
    return `key ${keys}`;
  };

  /** Asks for something as this person, at the clock's moment and with a key of its own. */
  function as(by: Identity | number) {
    const identity = typeof by === 'number' ? person(by) : by;
    type Asking = Exclude<Command, { type: 'plan-digest' | 'open-connection' | 'meet-people' }>;
    type Bare<C> = C extends Asking ? Omit<C, 'key' | 'by' | 'at'> & { readonly key?: string } : never;
    return (command: Bare<Command>): Promise<View> =>
      core.handle({ key: nextKey(), by: identity, at: clock.now(), ...command } as Command);
  }

  /** Resolves once everything that can be delivered now has been. */
  async function settled(): Promise<void> {
    deliveries.drain();
    for (let tries = 0; tries < 1000; tries += 1) {
      const due = await ledger.outbox.waiting();
      if (due === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    throw new Error('Something still waits to be delivered.');
  }

  /** What people see there: each message as it was last delivered, in the order in which they were posted. */
  async function seenAt(where: Place | number): Promise<readonly View[]> {
    await settled();
    const to = typeof where === 'number' ? { connection: CONNECTION, user: `p${where}` } : addressOf(where);
    const standing = new Map<string, View>();
    for (const { id, to: address, view } of adapter.delivered) {
      if (JSON.stringify(address) === JSON.stringify(to)) standing.set(id, view);
    }
    return [...standing.values()];
  }

  return {
    file,
    core,
    ledger,
    clock,
    adapter,
    /** Lets Herald look for what is due. */
    deliver: () => deliveries.drain(),
    /** Does something while nothing is delivered. */
    async undelivered(work: () => Promise<unknown>): Promise<void> {
      await deliveries.stop();
      await work();
      deliveries = open();
      await deliveries.start();
    },
    as,
    settled,
    seenAt,
    ask: (question: Question) => core.ask(question),
    /** Passes to this moment and lets the schedule look. */
    async passTo(moment: Instant): Promise<void> {
      clock.set(moment);
      await schedule.tick();
    },
    /** Tells a story as p1 about p2, with what differs. */
    async give(words: string, differs: Partial<GiveKudos> = {}): Promise<Story> {
      await nextMillisecond();
      const view = await core.handle(kudos(nextKey(), words, clock.now(), differs));
      if (view.type !== 'kudos-given') throw new Error(`Not given: ${JSON.stringify(view)}`);
      return view.story;
    },
    async bring(mail: Partial<ForwardedMail>, by = 1, key = nextKey()): Promise<View> {
      const command: CapturePraise = {
        type: 'capture-praise',
        key,
        by: person(by),
        at: clock.now(),
        mail: { ...sampleMail, ...mail },
      };
      return core.handle(command);
    },
    async settle(praise: string, settlement: Settlement, by = 1): Promise<View> {
      return core.handle({
        type: 'settle-praise',
        key: nextKey(),
        by: person(by),
        at: clock.now(),
        praise,
        settlement,
      });
    },
    async exported(type: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
      const records = await Array.fromAsync(exportAll(file));
      return records.filter((record) => record.type === type);
    },
  };
}

const sampleMail: ForwardedMail = {
  words: 'Person 2 called me back on a Sunday, only to hear whether the roses had arrived.',
  note: 'Look at this!',
  customer: { name: 'Grete Holm', email: 'grete@example.com' },
  subject: 'Thank you',
  wroteAt: '2026-11-16T09:00:00.000Z',
  messageIds: ['<one@example.com>'],
  unsure: [],
};

function addressOf(place: Place) {
  if (place.kind === 'person') throw new Error('Name a person by their number.');
  return { connection: place.connection, channel: place.channel };
}

/** The digests that stand in the channel, each as the ids of its stories in full and in a line. */
export async function digestsSeen(journey: Journey) {
  const views = await journey.seenAt(channel);
  return views.flatMap((view) =>
    view.type === 'digest'
      ? [
          {
            week: view.digest.week,
            inFull: view.digest.inFull.map(({ id }) => id),
            inALine: view.digest.inALine.map(({ id }) => id),
          },
        ]
      : [],
  );
}

/** The journey's clock stands still, and stories of one moment stand in the order of their ids, which follow real time by the millisecond. */
async function nextMillisecond(): Promise<void> {
  const now = Date.now();
  while (Date.now() === now) await nextTurn();
}
