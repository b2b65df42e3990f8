import type { DigestSchedule, Instant, Week } from '../commands.ts';
import { momentIn, nextWeek, weekOf } from './week.ts';

type DigestPlan = {
  readonly schedule: DigestSchedule;
  /** Since when the schedule is in force; its earlier moments are not made up for. */
  readonly scheduledSince: Instant;
  readonly now: Instant;
  /** The weeks that have a digest already; those before the current one need not be named. */
  readonly digestWeeks: readonly Week[];
};

/**
 * The week whose digest is to be posted now: the current one, from its scheduled moment to its end. A week that has
 * passed altogether is not made up for, so that coming back after a long time posts one digest and no more.
 */
export function dueWeek(plan: DigestPlan): Week | null {
  const { week, due } = nextDue(plan);
  return due <= plan.now ? week : null;
}

/** The digest that comes next, and when; the moment lies in the past when this week's is overdue. */
export function nextDue(plan: DigestPlan): { readonly week: Week; readonly due: Instant } {
  const { schedule, scheduledSince, now, digestWeeks } = plan;
  let week = weekOf(now, schedule.timeZone);
  let due = momentIn(week, schedule);
  while (due < scheduledSince || digestWeeks.includes(week)) {
    week = nextWeek(week);
    due = momentIn(week, schedule);
  }
  return { week, due };
}
