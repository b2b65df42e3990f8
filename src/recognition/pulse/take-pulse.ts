import type { Week } from '../../commands.ts';
import type { Cohort, MonthCounts, MonthFigures, TakenWeek, TakePulse, WeekFigures } from '../../pulse.ts';
import type { Decision, Fact } from '../decision.ts';
import { previousWeek } from '../week.ts';
import { FEWEST } from './cells.ts';
import type { PulsePlan } from './plan-pulse.ts';
import { spanOf } from './span.ts';

/** So many weeks in a row, and those who manage are told. */
const IMBALANCE_WEEKS = 3;

/** What was counted of the organization, or of a cohort. */
export type Count = {
  readonly cohort: Cohort | null;
  readonly week: Omit<WeekFigures, 'week'>;
  readonly month: MonthCounts | null;
};

type Known = {
  readonly command: TakePulse;
  readonly plan: PulsePlan;
  readonly people: number;
  readonly counts: readonly Count[];
  /** The organization's weeks before this one, oldest first. */
  readonly before: readonly TakenWeek[];
  /** Whether this is the week that was over last. */
  readonly isLast: boolean;
  /** Those who manage. */
  readonly tell: readonly string[];
};

/** Stores a week's figures as they are shown from now on: they never change, whatever is taken back or moved later. */
export function takePulse(known: Known): Decision {
  const { command, plan, counts, before, isLast, tell } = known;
  const { week, organization, at } = command;
  const stamp = { organization, at };
  const own = counts.find(({ cohort }) => cohort === null);
  const figures = own ? { week, ...own.week } : null;
  const run = outnumbered(figures, before);
  const told =
    isLast && run.length >= IMBALANCE_WEEKS && !before.some((one) => one.told && one.week >= (run[0]?.week ?? ''));
  const counted = counts.flatMap((one): Fact[] =>
    one.cohort === null ? [] : [weekCounted(known, one.cohort.team, { week, ...one.week }, monthOf(known, one), false)],
  );
  return {
    reply: { type: 'pulse-taken', week, taken: true },
    facts: [
      weekCounted(known, null, figures, own ? monthOf(known, own) : null, told),
      ...counted,
      ...plan.withheld.map((cohort): Fact => ({ type: 'cohort-withheld', ...stamp, cohort })),
      ...plan.drawn.map((cohort): Fact => ({ type: 'cohort-drawn', ...stamp, cohort })),
      { type: 'cohorts-let-go', ...stamp, before: spanOf(week) },
    ],
    announce: told
      ? tell.map((person) => ({
          to: { kind: 'person', person },
          about: { kind: 'reminder', id: `recoveries-outnumber ${week}` },
          view: { type: 'recoveries-outnumber', weeks: run },
        }))
      : [],
  };
}

function weekCounted(
  { command }: Known,
  team: string | null,
  figures: WeekFigures | null,
  month: MonthFigures | null,
  told: boolean,
): Fact {
  const { organization, at, week } = command;
  return { type: 'week-counted', organization, at, week, team, figures, month, told };
}

/** The weeks in a row, up to this one, in which recoveries outnumbered wins; oldest first. */
function outnumbered(figures: WeekFigures | null, before: readonly TakenWeek[]): readonly WeekFigures[] {
  const byWeek = new Map(before.map((one) => [one.week, one.figures]));
  const run: WeekFigures[] = [];
  for (let one = figures; one && one.recoveries > one.wins; one = byWeek.get(previousWeek(one.week)) ?? null) {
    run.unshift(one);
  }
  return run;
}

function monthOf({ plan, command, people }: Known, { cohort, month }: Count): MonthFigures | null {
  if (month === null || !plan.endsMonth) return null;
  const from: Week = spanOf(command.week);
  const of = cohort === null ? people : cohort.people.length;
  return {
    from,
    to: command.week,
    people: of,
    seen: inFives(month.seen, of),
    tellers: inFives(month.tellers, of),
    touchpoints: month.touchpoints,
    covered: month.covered,
    medianDays: median(month.days),
  };
}

/** In steps of five, and never all of them: nobody is told apart, neither those who are in it nor those who are not. */
function inFives(many: number, of: number): number {
  return Math.floor(Math.min(many, of - 1) / FEWEST) * FEWEST;
}

function median(days: readonly number[]): number | null {
  if (days.length < FEWEST) return null;
  return Math.round(days.toSorted((one, other) => one - other)[Math.floor(days.length / 2)] ?? 0);
}
