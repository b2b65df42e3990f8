import { faultFields, type Log } from './log.ts';
import type { Clock, Core, Ledger } from './ports.ts';
import { dueWeek } from './recognition/digest-due.ts';
import { keptSince } from './recognition/expire-praise.ts';
import { dayThere, isMorning, unownedBefore } from './recognition/obstacle-patience.ts';
import type { Organization } from './recognition/organization.ts';
import { digestChannels } from './recognition/plan-digest.ts';
import { pulseDue, WEEKS_SHOWN } from './recognition/pulse/span.ts';
import { isReminderDue, unremindedBefore } from './recognition/remind-inboxes.ts';
import { unansweredBefore } from './recognition/unanswered-ideas.ts';
import { weekOf } from './recognition/week.ts';

/** Longer than any platform or mail server sends something again, and than anybody looks for what went wrong. */
const FORGOTTEN_AFTER_MS = 30 * 86_400_000;
/** A minute's share: more than people say in a minute, and quick enough for nobody to wait for it. */
const FORGOTTEN_AT_ONCE = 200;

/** Of what waits, the oldest: what is due first is among them. */
const LOOKED_AT = 100;

export type DutiesParts = {
  readonly ledger: Ledger;
  readonly core: Core;
  readonly clock: Clock;
  readonly log: Log;
  /** Whether a door to one of its chats is open here. The others are told nothing; only what has to be let go is, of all. */
  readonly reaches: (organization: Organization) => boolean;
};

/**
 * What Herald owes by the clock: digests, reminders, letting go of praise, and forgetting a little of what is needed no
 * more. Which week is due follows from the organization's schedule and the digests that there are, so a Monday missed
 * while Herald was down is made up for.
 */
export function createDuties({ ledger, core, clock, log, reaches }: DutiesParts) {
  async function look(): Promise<void> {
    for (const organization of await ledger.read.organizations()) {
      await letGoIfDue(organization).catch((error) => log.error('praise-not-let-go', faultFields(error)));
      if (!reaches(organization)) continue;
      await planIfDue(organization).catch((error) => log.error('digest-not-planned', faultFields(error)));
      await remindIfDue(organization).catch((error) => log.error('inboxes-not-reminded', faultFields(error)));
      await putForwardIfDue(organization).catch((error) => log.error('ideas-not-put-forward', faultFields(error)));
      await takePulseIfDue(organization).catch((error) => log.error('pulse-not-taken', faultFields(error)));
      await raiseIfDue(organization).catch((error) => log.error('obstacles-not-raised', faultFields(error)));
    }
  }

  async function planIfDue(organization: Organization): Promise<void> {
    const { id, schedule, scheduledSince } = organization;
    if (digestChannels(organization).length === 0) return;
    const now = clock.now();
    const digestWeeks = await ledger.read.digestWeeks(id, weekOf(now, schedule.timeZone));
    const week = dueWeek({ schedule, scheduledSince, now, digestWeeks });
    if (week === null) return;
    // A key of its own for each try: should the channel go just now, the week is planned once there is one again.
    const key = `digest:${week}:${now}`;
    const planned = await core.handle({ type: 'plan-digest', key, organization: id, at: now, week });
    if (planned.type === 'digest-planned')
      log.info('digest-planned', { week, posted: planned.posted, stories: planned.stories });
  }

  async function remindIfDue({ id, schedule }: Organization): Promise<void> {
    const at = clock.now();
    const waiting = await ledger.read.unremindedPraise(id, unremindedBefore(at), LOOKED_AT);
    if (!waiting.some((one) => isReminderDue(one, at, schedule.timeZone))) return;
    const reminded = await core.handle({ type: 'remind-inboxes', key: `remind:${at}`, organization: id, at });
    if (reminded.type === 'inboxes-reminded') log.info('inboxes-reminded', { people: reminded.people });
  }

  async function putForwardIfDue({ id }: Organization): Promise<void> {
    const at = clock.now();
    if ((await ledger.read.unansweredIdeas(id, unansweredBefore(at), 1)).length === 0) return;
    // Where no chat reaches anybody who could answer, it is tried again in an hour.
    const key = `ideas:${at.slice(0, 'yyyy-mm-ddThh'.length)}`;
    await core.handle({ type: 'put-ideas-forward', key, organization: id, at });
  }

  /** Once a morning at most: what waits now is one message. */
  async function raiseIfDue({ id, schedule: { timeZone } }: Organization): Promise<void> {
    const at = clock.now();
    if (!isMorning(at, timeZone)) return;
    const today = dayThere(at, timeZone);
    const [fresh] = await ledger.read.freshObstacles(id, today, 1);
    const [long] = await ledger.read.unownedObstacles(id, unownedBefore(at), 1);
    if (fresh === undefined && long === undefined) return;
    // The day is the key: later the same day the first reply comes back.
    await core.handle({ type: 'raise-obstacles', key: `obstacles:${today}`, organization: id, at });
  }

  async function letGoIfDue({ id, praiseDays }: Organization): Promise<void> {
    const at = clock.now();
    if ((await ledger.read.settledBefore(id, keptSince(at, praiseDays), 1)).length === 0) return;
    const letGo = await core.handle({ type: 'expire-praise', key: `expire:${at}`, organization: id, at });
    if (letGo.type === 'praise-let-go') log.info('praise-let-go', { many: letGo.many });
  }

  /** At most as many weeks as are shown, when Herald was away for so long. */
  async function takePulseIfDue({ id, schedule: { timeZone } }: Organization): Promise<void> {
    const foundedAt = await ledger.read.pulse.foundedAt(id);
    for (let taken = 0; taken < WEEKS_SHOWN; taken += 1) {
      const at = clock.now();
      const week = pulseDue({ last: await ledger.read.pulse.lastTaken(id), foundedAt, now: at, timeZone });
      if (week === null) return;
      await core.handle({ type: 'take-pulse', key: `pulse:${week}:${at}`, organization: id, at, week });
      log.info('pulse-taken', { week });
    }
  }

  async function tidyUp(): Promise<void> {
    const before = new Date(Date.parse(clock.now()) - FORGOTTEN_AFTER_MS).toISOString();
    await ledger.forget(before, FORGOTTEN_AT_ONCE);
    await ledger.sweepUp();
  }

  /** Sees to whatever is due now. */
  return async function seeToDuties(): Promise<void> {
    await look();
    await tidyUp();
  };
}
