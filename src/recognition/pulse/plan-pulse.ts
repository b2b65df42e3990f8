import type { Instant, Week } from '../../commands.ts';
import type { ChosenTeam, Cohort } from '../../pulse.ts';
import { nextWeek, weekOf } from '../week.ts';
import { FEWEST, grownSmall, joining } from './cells.ts';
import { endsSpan, spanOf } from './span.ts';

type Known = {
  readonly week: Week;
  readonly now: Instant;
  readonly timeZone: string;
  readonly everyone: readonly string[];
  readonly teams: readonly ChosenTeam[];
  /** Of the four weeks that this one belongs to. */
  readonly cohorts: readonly Cohort[];
};

/** Whose figures a week may have, decided without looking at a single one. */
export type PulsePlan = {
  readonly organization: boolean;
  readonly cohorts: readonly Cohort[];
  /** Of whom the four weeks that end with this one are told together; empty when none end. */
  readonly monthly: readonly Cohort[];
  readonly endsMonth: boolean;
  readonly withheld: readonly Cohort[];
  /** Counted from the coming week on. */
  readonly drawn: readonly Omit<Cohort, 'withheld'>[];
};

/**
 * Who is counted as a team stays the same for four weeks, so that nobody's coming or going can be seen in its figures.
 * Once too few of them are left, anywhere, the team is not shown for the rest of these weeks.
 */
export function planPulse(known: Known): PulsePlan {
  const { week, everyone, cohorts } = known;
  const enough = everyone.length >= FEWEST;
  const small = enough ? grownSmall(cohorts, everyone) : cohorts;
  const here = new Map(known.teams.map((team) => [team.id, team]));
  const isShrunk = ({ team }: Cohort) => (here.get(team)?.members.length ?? 0) < FEWEST;
  const withheld = cohorts.filter((one) => !one.withheld && (small.includes(one) || isShrunk(one)));
  const shown = cohorts.filter((one) => !one.withheld && !withheld.includes(one) && one.since <= week);
  const endsMonth = endsSpan(week);
  return {
    organization: enough,
    cohorts: shown,
    monthly: endsMonth ? shown.filter(({ since, span }) => since === span) : [],
    endsMonth,
    withheld,
    drawn: drawnNext(known),
  };
}

/** A week made up for later than the next one began draws nobody: they would be counted by who is there too late. */
function drawnNext({ week, now, timeZone, everyone, teams, cohorts }: Known): PulsePlan['drawn'] {
  const coming = nextWeek(week);
  if (coming !== weekOf(now, timeZone)) return [];
  const span = spanOf(coming);
  const counted = span === spanOf(week) ? cohorts : [];
  return joining(teams, counted, everyone).map((one) => ({ ...one, span, since: coming }));
}
