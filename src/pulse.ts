// The pulse: what is asked, shown and read of an organization's figures. None of them is ever one person's.

import type { Asked, Identity, Said } from './asked.ts';
import type { Instant, Week } from './moment.ts';

/** Choose the teams of this connection that have a pulse of their own, in place of those chosen before. Admins only. */
export type ChooseTeams = Asked & {
  readonly type: 'choose-teams';
  readonly teams: readonly { readonly group: string; readonly name: string }[];
};

/** Who is in a chosen team by now, as its platform has it: those whom Herald does not know are left out. */
export type KeepTeam = Said & {
  readonly type: 'keep-team';
  readonly connection: string;
  /** The platform's own id of the user group or the team. */
  readonly group: string;
  readonly name: string;
  readonly users: readonly string[];
};

/** Count a week that is over, once and for all. */
export type TakePulse = Said & { readonly type: 'take-pulse'; readonly organization: string; readonly week: Week };

export type PulseCommand = ChooseTeams | KeepTeam | TakePulse;

export type PulseQuestion =
  /** The organization's, or one team's. */
  | { readonly type: 'pulse'; readonly by: Identity; readonly at: Instant; readonly team: string | null }
  /** All figures there are as comma-separated values. For admins. */
  | { readonly type: 'pulse-csv'; readonly by: Identity; readonly at: Instant }
  /** The chosen teams of a connection, for whoever keeps them fresh. */
  | { readonly type: 'teams'; readonly connection: string };

/** A week's figures. Only stories that everyone may see are counted, and only those whose lane is settled. */
export type WeekFigures = {
  readonly week: Week;
  readonly wins: number;
  readonly recoveries: number;
  /** Of both lanes, those told in a customer's own words. */
  readonly customersWords: number;
  readonly obstaclesOpened: number;
  readonly obstaclesCleared: number;
  /** When the week was counted. */
  readonly ideasAlive: number;
};

/** A number of people, in steps of five and never all of them; 0 means fewer than five. */
export type FivesOfPeople = number;

/** What is only told of four weeks together. */
export type MonthFigures = {
  readonly from: Week;
  readonly to: Week;
  readonly people: number;
  readonly seen: FivesOfPeople;
  readonly tellers: FivesOfPeople;
  /** The company's touchpoints, and how many of them stories were told from. */
  readonly touchpoints: number;
  readonly covered: number;
  /** From a customer's words to their hero hearing them; null when there were fewer than five. */
  readonly medianDays: number | null;
};

/** Why a team has no figures: fewer than five people; too few would be left beside others; counted from next week on. */
export type WhyWithheld = 'too-few' | 'too-close' | 'from-next-week';

/** `withheld` null: it has figures. */
export type PulseTeam = { readonly id: string; readonly name: string; readonly withheld: WhyWithheld | null };

export type Pulse = {
  /** Null: the organization. */
  readonly team: Pick<PulseTeam, 'id' | 'name'> | null;
  /** The last twelve that are over, oldest first; null where a week has no figures. */
  readonly weeks: readonly { readonly week: Week; readonly figures: WeekFigures | null }[];
  /** The last four weeks that were counted together. */
  readonly month: MonthFigures | null;
};

export type PulseView =
  | {
      readonly type: 'pulse';
      readonly pulse: Pulse;
      /** The chosen teams, whose pulse can be asked for. */
      readonly teams: readonly PulseTeam[];
      readonly mayExport: boolean;
    }
  /** There are no figures to show, and why. `team` null: the organization has too few people. */
  | { readonly type: 'pulse-withheld'; readonly team: PulseTeam | null; readonly teams: readonly PulseTeam[] }
  /** Nothing is counted before the first week is over. */
  | { readonly type: 'pulse-not-yet'; readonly first: Week }
  | { readonly type: 'pulse-csv'; readonly csv: string }
  /** To those who manage, once until it has turned: recoveries outnumbered wins in each of these weeks. */
  | { readonly type: 'recoveries-outnumber'; readonly weeks: readonly WeekFigures[] }
  | { readonly type: 'pulse-taken'; readonly week: Week; readonly taken: boolean }
  | { readonly type: 'teams-chosen'; readonly teams: readonly PulseTeam[] }
  | { readonly type: 'team-kept'; readonly name: string; readonly people: number }
  | { readonly type: 'teams'; readonly teams: readonly { readonly group: string; readonly name: string }[] };

export type Look = 'light' | 'dark';

/** Draws pulses, off the main thread. Rejects when one could not be drawn: the figures say the same. */
export interface Pictures {
  /** An SVG that needs nothing else. */
  svg(pulse: Pulse, look: Look): Promise<string>;
  /** A PNG of so many pixels' width, on a light ground. */
  png(pulse: Pulse, width: number): Promise<Uint8Array>;
}

/** A team that an admin chose. */
export type ChosenTeam = {
  readonly id: string;
  readonly name: string;
  readonly connection: string;
  readonly group: string;
  /** Those of its members who count: people who are still here. */
  readonly members: readonly string[];
};

/** Those who are counted as a team for four weeks, whoever joins or leaves it meanwhile. */
export type Cohort = {
  readonly team: string;
  /** The first of the four weeks. */
  readonly span: Week;
  /** Counted from this week of theirs on. */
  readonly since: Week;
  /** Not shown any more for the rest of the four weeks. */
  readonly withheld: boolean;
  readonly people: readonly string[];
};

export type TakenWeek = {
  readonly week: Week;
  readonly figures: WeekFigures | null;
  readonly month: MonthFigures | null;
  /** Whether those who manage were told of the weeks up to this one. */
  readonly told: boolean;
};

/** What was counted, before it is decided what of it may be shown. */
export type MonthCounts = {
  readonly seen: number;
  readonly tellers: number;
  readonly touchpoints: number;
  readonly covered: number;
  /** Of each story in a customer's words, the days until it was told. */
  readonly days: readonly number[];
};

/** What can be read of the pulse. */
export interface PulseReading {
  /** The last week that was counted; null when none was. */
  lastTaken(organization: string): Promise<Week | null>;
  foundedAt(organization: string): Promise<Instant>;
  /** From this week on, oldest first. */
  taken(organization: string, team: string | null, from: Week): Promise<readonly TakenWeek[]>;
  /** In the order in which they were chosen. */
  teams(organization: string): Promise<readonly ChosenTeam[]>;
  /** In the order in which they were drawn. */
  cohorts(organization: string, span: Week): Promise<readonly Cohort[]>;
  /** Everybody who counts: people of this organization who are still here. */
  countable(organization: string): Promise<readonly string[]>;
  /** What was told from one moment until before another: by all, or about and by a cohort. */
  countWeek(of: Counted & { readonly days: Days }): Promise<Omit<WeekFigures, 'week'>>;
  countMonth(of: Counted): Promise<MonthCounts>;
}

/** From one day until before another: what came without a name has a day alone. */
export type Days = { readonly from: string; readonly until: string };

export type Counted = {
  readonly organization: string;
  readonly cohort: Pick<Cohort, 'team' | 'span'> | null;
  readonly from: Instant;
  readonly until: Instant;
};

const VIEWS: Readonly<Record<PulseView['type'], true>> = {
  pulse: true,
  'pulse-withheld': true,
  'pulse-not-yet': true,
  'pulse-csv': true,
  'recoveries-outnumber': true,
  'pulse-taken': true,
  'teams-chosen': true,
  'team-kept': true,
  teams: true,
};

export function isOfThePulse<Other extends { readonly type: string }>(view: Other | PulseView): view is PulseView {
  return Object.hasOwn(VIEWS, view.type);
}
