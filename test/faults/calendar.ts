import type { DigestSchedule, Instant, Week } from '../../src/commands.ts';
import { createDeliveries } from '../../src/deliveries.ts';
import { createLog } from '../../src/log.ts';
import { createSchedule } from '../../src/schedule.ts';
import { type ClockDouble, createClockDouble } from '../fakes/clock.ts';
import { COMPANY, foundCompany, kudos, person } from '../fakes/company.ts';
import { type OpenCore, openCore } from '../fakes/open-core.ts';
import { createRecordingAdapter } from '../fakes/recording-adapter.ts';

/** A company whose weeks go by as fast as its clock is turned: real schedule, core, ledger and deliveries. */
export type Calendar = {
  readonly clock: ClockDouble;
  /** What the channel was told, in order. */
  readonly told: readonly TellingOfWeek[];
  /** Lets the minute strike: what is due is planned and delivered. */
  tick(): Promise<void>;
  /** Tells a story, so that the coming digest has one. */
  tellStory(words: string): Promise<void>;
  /** The weeks that the database has a digest of, in order. */
  plannedWeeks(): Promise<readonly Week[]>;
  /** Stops and starts everything again, as a restart does. */
  restart(): Promise<void>;
  close(): Promise<void>;
};

type TellingOfWeek = { readonly at: Instant; readonly week: Week; readonly words: readonly string[] };

export async function openCalendar(file: string, schedule: DigestSchedule, founded: Instant): Promise<Calendar> {
  const clock = createClockDouble(founded);
  const log = createLog('silent');
  const told: TellingOfWeek[] = [];
  const adapter = createRecordingAdapter({
    async meet({ view }) {
      const at = clock.now();
      if (view.type === 'quiet-week') told.push({ at, week: view.week, words: [] });
      if (view.type !== 'digest') return;
      const { week, inFull, inALine } = view.digest;
      told.push({ at, week, words: [...inFull, ...inALine].map(({ words }) => words) });
    },
  });

  async function open() {
    const opened: OpenCore = await openCore(file);
    const { core, ledger } = opened;
    await foundCompany(core, { at: founded, people: 3, schedule });
    const deliveries = createDeliveries({ ledger, clock, log, adapterOf: async () => adapter, publicUrl: null });
    await deliveries.start();
    const ticking = createSchedule({ ledger, core, clock, log, reaches: () => true });
    return { ...opened, deliveries, ticking };
  }

  let running = await open();
  let stories = 0;

  async function close(): Promise<void> {
    await running.ticking.stop();
    await running.deliveries.stop();
    await running.close();
  }

  return {
    clock,
    told,
    async tick() {
      const before = await running.database.reads.one('SELECT count(*) AS planned FROM digests');
      await running.ticking.tick();
      const after = await running.database.reads.one('SELECT count(*) AS planned FROM digests');
      if (before?.planned !== after?.planned) await delivered(running);
    },
    async tellStory(words) {
      stories += 1;
      const asked = kudos(`${founded}:${stories}:${clock.now()}`, words, clock.now(), { where: null, by: person(1) });
      await running.core.handle(asked);
      await delivered(running);
    },
    async plannedWeeks() {
      const sql = 'SELECT week FROM digests WHERE organization = ? ORDER BY week';
      return (await running.database.reads.all(sql, COMPANY)).map(({ week }) => String(week));
    },
    async restart() {
      await close();
      running = await open();
    },
    close,
  };
}

async function delivered({ ledger, deliveries }: OpenCore & { deliveries: { drain(): void } }): Promise<void> {
  deliveries.drain();
  while ((await ledger.outbox.waiting()) > 0) await new Promise((resolve) => setImmediate(resolve));
}
