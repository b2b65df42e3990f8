import type { Instant, Week } from '../../commands.ts';
import type { ChosenTeam, Cohort, MonthFigures, WeekFigures } from '../../pulse.ts';

type Stamp = { readonly organization: string; readonly at: Instant };

/** What becomes true of the pulse. */
export type PulseFact =
  | (Stamp & {
      readonly type: 'week-counted';
      readonly week: Week;
      /** Null: the organization. */
      readonly team: string | null;
      /** Null: they are not shown. */
      readonly figures: WeekFigures | null;
      readonly month: MonthFigures | null;
      readonly told: boolean;
    })
  | (Stamp & { readonly type: 'cohort-drawn'; readonly cohort: Omit<Cohort, 'withheld'> })
  | (Stamp & { readonly type: 'cohort-withheld'; readonly cohort: Pick<Cohort, 'team' | 'span'> })
  /** Who was counted before these weeks is of no use any more. */
  | (Stamp & { readonly type: 'cohorts-let-go'; readonly before: Week })
  | (Stamp & { readonly type: 'team-chosen'; readonly team: Omit<ChosenTeam, 'members'> })
  | (Stamp & { readonly type: 'team-dropped'; readonly team: string })
  | (Stamp & {
      readonly type: 'team-kept';
      readonly team: string;
      readonly name: string;
      readonly people: readonly string[];
    });
