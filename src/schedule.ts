import type { ScheduledTask } from 'node-cron';
import type { DutiesParts } from './duties.ts';
import { faultFields, type Log } from './log.ts';

/** What is due can wait until whoever stands at the door has been let in. */
const FIRST_LOOK_AFTER_MS = 100;
/** node-cron and its first look at a calendar take some 25 ms: they come after people's first page. */
const CRON_AFTER_MS = 1000;

/** Has Herald see to its duties soon after the start, and each minute. node-cron only ticks. */
export function createSchedule(parts: DutiesParts) {
  const { log } = parts;
  let task: ScheduledTask | null = null;
  let starting: readonly NodeJS.Timeout[] = [];
  let stopped = false;
  let duties: Promise<() => Promise<void>> | undefined;
  let looking: Promise<void> = Promise.resolve();

  async function look(): Promise<void> {
    duties ??= import('./duties.ts').then(({ createDuties }) => createDuties(parts));
    const seeToDuties = await duties;
    await seeToDuties();
  }

  /** Looks now, after any look under way; resolves when done. */
  function tick(): Promise<void> {
    looking = looking.then(look).catch((error) => log.warn('schedule-could-not-look', faultFields(error)));
    return looking;
  }

  function start(): void {
    const begin = () => beginTicking().catch((error) => log.error('schedule-does-not-tick', faultFields(error)));
    starting = [setTimeout(tick, FIRST_LOOK_AFTER_MS), setTimeout(begin, CRON_AFTER_MS)];
  }

  async function beginTicking(): Promise<void> {
    const { default: cron } = await import('node-cron');
    if (stopped) return;
    task = cron.schedule('* * * * *', tick, { noOverlap: true, logger: intoLog(log) });
    // A minute that passed while the machine was busy is looked at late, not left out.
    task.on('execution:missed', tick);
  }

  async function stop(): Promise<void> {
    stopped = true;
    for (const timer of starting) clearTimeout(timer);
    await task?.destroy();
    await looking;
  }

  return { start, tick, stop };
}

/** node-cron would print lines of its own; of all it says only that a look failed or still goes on is news. */
function intoLog(log: Log) {
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: () => log.warn('schedule-late'),
    error: (fault: unknown) => log.error('schedule-failed', faultFields(fault)),
  };
}
