import type { ScheduledTask } from 'node-cron';
import { faultFields, type Log } from './log.ts';
import type { Clock, Core, Ledger } from './ports.ts';
import { dueWeek } from './recognition/digest-due.ts';
import type { Organization } from './recognition/organization.ts';
import { digestChannels } from './recognition/plan-digest.ts';
import { weekOf } from './recognition/week.ts';

/** node-cron and its first look at a calendar take some 25 ms: they come after people's first page. */
const CRON_AFTER_MS = 1000;

/** Longer than any platform or mail server sends something again, and than anybody looks for what went wrong. */
const FORGOTTEN_AFTER_MS = 30 * 86_400_000;
/** A minute's share: more than people say in a minute, and quick enough for nobody to wait for it. */
const FORGOTTEN_AT_ONCE = 200;

/**
 * Ticks each minute: asks whether a digest is due, and forgets a little of what is needed no more. node-cron only ticks:
 * which week is due follows from the organization's schedule and the digests that there are, so a Monday missed while
 * Herald was down is made up for.
 */
export function createSchedule(options: {
  readonly ledger: Ledger;
  readonly core: Core;
  readonly clock: Clock;
  readonly log: Log;
}) {
  const { ledger, core, clock, log } = options;
  let task: ScheduledTask | null = null;
  let starting: NodeJS.Timeout | undefined;
  let stopped = false;
  let looking: Promise<void> = Promise.resolve();

  async function look(): Promise<void> {
    for (const organization of await ledger.read.organizations()) {
      await planIfDue(organization).catch((error) => log.error('digest-not-planned', faultFields(error)));
    }
  }

  async function planIfDue(organization: Organization): Promise<void> {
    const { id, schedule, scheduledSince } = organization;
    if (digestChannels(organization).length === 0) return;
    const now = clock.now();
    const digestWeeks = await ledger.read.digestWeeks(id, weekOf(now, schedule.timeZone));
    const week = dueWeek({ schedule, scheduledSince, now, digestWeeks });
    if (week === null) return;
    const planned = await core.handle({ type: 'plan-digest', key: `digest:${week}`, organization: id, at: now, week });
    if (planned.type === 'digest-planned')
      log.info('digest-planned', { week, posted: planned.posted, stories: planned.stories });
  }

  async function tidyUp(): Promise<void> {
    const before = new Date(Date.parse(clock.now()) - FORGOTTEN_AFTER_MS).toISOString();
    await ledger.forget(before, FORGOTTEN_AT_ONCE);
  }

  /** Looks now, after any look under way; resolves when done. */
  function tick(): Promise<void> {
    looking = looking
      .then(look)
      .then(tidyUp)
      .catch((error) => log.warn('schedule-could-not-look', faultFields(error)));
    return looking;
  }

  async function start(): Promise<void> {
    await tick();
    starting = setTimeout(() => {
      beginTicking().catch((error) => log.error('schedule-does-not-tick', faultFields(error)));
    }, CRON_AFTER_MS);
  }

  async function beginTicking(): Promise<void> {
    const { default: cron } = await import('node-cron');
    if (!stopped) task = cron.schedule('* * * * *', tick, { noOverlap: true });
  }

  async function stop(): Promise<void> {
    stopped = true;
    clearTimeout(starting);
    await task?.destroy();
    await looking;
  }

  return { start, tick, stop };
}
