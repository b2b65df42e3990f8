import type { MonthFigures, Pulse, PulseTeam, PulseView, WeekFigures, WhyWithheld } from '../pulse.ts';
import { weekName } from './moments.ts';
import { count } from './names.ts';
import type { Pen } from './pen.ts';

type Of<Type extends PulseView['type']> = Extract<PulseView, { type: Type }>;

/** The one sentence that a view of the pulse says first. */
export function pulseHeadline(view: PulseView, pen: Pen): string {
  switch (view.type) {
    case 'pulse':
      return pulseSentence(view.pulse, pen);
    case 'pulse-withheld':
      return withheldSentence(view, pen);
    case 'pulse-not-yet':
      return `The pulse begins when ${weekName(view.first)} is over: it only counts whole weeks.`;
    case 'pulse-csv':
      return 'All figures there are, to copy into a sheet';
    case 'recoveries-outnumber':
      return outnumberedSentence(view.weeks);
    case 'pulse-taken':
      return view.taken
        ? `${capital(weekName(view.week))} is counted.`
        : `${capital(weekName(view.week))} is not to be counted now.`;
    case 'teams-chosen':
      return `${count(view.teams.length, 'team has', 'teams have')} a pulse of ${view.teams.length === 1 ? 'its' : 'their'} own.`;
    case 'team-kept':
      return `${pen.text(view.name)} has ${count(view.people, 'person', 'people')}.`;
    case 'teams':
      return `${count(view.teams.length, 'team is', 'teams are')} chosen.`;
    default:
      return view satisfies never;
  }
}

export function pulseSentence({ team, weeks }: Pulse, pen: Pen): string {
  const counted = weeks.flatMap(({ figures }) => figures ?? []);
  const whose = team === null ? 'The pulse' : `The pulse of ${pen.text(team.name)}`;
  const long = counted.length === 1 ? 'last week' : `the last ${counted.length} weeks`;
  return `${whose}, ${long}: ${besides(sumOf(counted))}`;
}

/** "12 wins beside 3 recoveries". */
function besides({ wins, recoveries }: Pick<WeekFigures, 'wins' | 'recoveries'>): string {
  return `${count(wins, 'win', 'wins')} beside ${count(recoveries, 'recovery', 'recoveries')}`;
}

function sumOf(weeks: readonly WeekFigures[]) {
  const sum = (of: (one: WeekFigures) => number) => weeks.reduce((before, one) => before + of(one), 0);
  return {
    wins: sum(({ wins }) => wins),
    recoveries: sum(({ recoveries }) => recoveries),
    customersWords: sum(({ customersWords }) => customersWords),
    opened: sum(({ obstaclesOpened }) => obstaclesOpened),
    cleared: sum(({ obstaclesCleared }) => obstaclesCleared),
  };
}

function withheldSentence({ team }: Of<'pulse-withheld'>, pen: Pen): string {
  if (team === null)
    return 'There is a pulse once at least five people are here: figures are told of many together, never of a few.';
  return withheldTeam(pen.text(team.name), team.withheld ?? 'from-next-week');
}

function withheldTeam(name: string, why: WhyWithheld): string {
  switch (why) {
    case 'too-few':
      return `${name} has fewer than five people now, so it has no figures of its own; its stories count for everyone together.`;
    case 'too-close':
      return `${name} has no figures of its own for now: beside what is shown of others, they would tell of fewer than five people.`;
    case 'from-next-week':
      return `${name} is counted from next Monday on; its first figures come a week later.`;
    default:
      return why satisfies never;
  }
}

function outnumberedSentence(weeks: readonly WeekFigures[]): string {
  const long = `${weeks.length} weeks`;
  return `For ${long} in a row, recoveries outnumbered wins (${besides(sumOf(weeks))}). What do you make of it?`;
}

/** What is known besides the weeks: a name and what there is to say, each a line. */
export function pulseLines(pulse: Pulse): readonly { readonly lead: string; readonly text: string }[] {
  const counted = pulse.weeks.flatMap(({ figures }) => figures ?? []);
  const sum = sumOf(counted);
  const stories = sum.wins + sum.recoveries;
  const share = stories === 0 ? '' : ` (${Math.round((100 * sum.customersWords) / stories)}\u00a0%)`;
  return [
    {
      lead: 'In customers’ own words:',
      text: `${sum.customersWords.toLocaleString('en')} of ${count(stories, 'story', 'stories')}${share}`,
    },
    {
      lead: 'Obstacles:',
      text: `${sum.opened.toLocaleString('en')} opened, ${sum.cleared.toLocaleString('en')} cleared`,
    },
    { lead: 'Ideas alive:', text: (counted.at(-1)?.ideasAlive ?? 0).toLocaleString('en') },
    ...(pulse.month === null ? [] : monthLines(pulse.month)),
  ];
}

function monthLines(month: MonthFigures) {
  const { seen, tellers, people, touchpoints, covered, medianDays } = month;
  const lines = [
    { lead: 'Seen:', text: `${fives(seen)} of ${people.toLocaleString('en')} people` },
    { lead: 'Told stories:', text: `${fives(tellers)} of ${people.toLocaleString('en')} people` },
    ...(touchpoints === 0 ? [] : [{ lead: 'Touchpoints with stories:', text: `${covered} of ${touchpoints}` }]),
  ];
  if (medianDays === null) return lines;
  const heard = medianDays === 0 ? 'the same day' : `${count(medianDays, 'day', 'days')} (median)`;
  return [...lines, { lead: 'From a customer’s words to their hero hearing them:', text: heard }];
}

function fives(many: number): string {
  return many === 0 ? 'fewer than five' : `at least ${many.toLocaleString('en')}`;
}

/** Of which weeks the people and places are counted; null while there are none. */
export function monthNote({ month }: Pulse): string {
  if (month === null)
    return 'How many people were seen is counted over four weeks together; the first four are not over yet.';
  return `People, touchpoints and days: ${weekName(month.from)} to ${weekName(month.to)}. ${privacyNote}`;
}

const privacyNote = 'People are counted in fives, and never fewer than five of them: no figure is one person’s.';

/** A young pulse has nothing to say of the weeks before its first. */
function sinceCounted(weeks: Pulse['weeks']): Pulse['weeks'] {
  return weeks.slice(
    Math.max(
      0,
      weeks.findIndex(({ figures }) => figures !== null),
    ),
  );
}

/** The picture in words. */
export function pulsePicture({ weeks }: Pulse): string {
  const each = sinceCounted(weeks).map(({ week, figures }) =>
    figures === null ? `${weekName(week)} not counted` : `${weekName(week)} ${besides(figures)}`,
  );
  return `Wins beside recoveries: ${each.join(', ')}.`;
}

/** In the picture itself. */
export const pictureWords = {
  wins: 'Wins',
  recoveries: 'Recoveries',
  week: (week: string) => `W${Number(week.slice(6))}`,
};

/** Where the picture comes by itself. */
export const pictureInChat = 'The picture comes to you in Herald’s own chat.';

/** Where a picture cannot be shown. */
export const noPicture =
  'The picture is missing here: Herald may not upload files. An admin can add the scope files:write.';

export const pulseButtons = {
  showPulse: 'The pulse',
  organization: 'Everyone together',
  csv: 'Figures as CSV',
  inWords: 'The picture in words',
} as const;

/** All that a view of the pulse says after its headline, as plain text. */
export function plainPulse(view: PulseView): string {
  switch (view.type) {
    case 'pulse':
      return [
        ...sinceCounted(view.pulse.weeks).map(
          ({ week, figures }) => `${weekName(week)}: ${figures ? besides(figures) : 'not counted'}`,
        ),
        '',
        ...pulseLines(view.pulse).map(({ lead, text }) => `${lead} ${text}`),
        monthNote(view.pulse),
        ...teamsLine(view.teams),
      ].join('\n');
    case 'pulse-csv':
      return view.csv;
    case 'recoveries-outnumber':
      return view.weeks.map((figures) => `${weekName(figures.week)}: ${besides(figures)}`).join('\n');
    case 'pulse-withheld':
    case 'pulse-not-yet':
    case 'pulse-taken':
    case 'teams-chosen':
    case 'team-kept':
    case 'teams':
      return '';
    default:
      return view satisfies never;
  }
}

function teamsLine(teams: readonly PulseTeam[]): readonly string[] {
  const shown = teams.filter(({ withheld }) => withheld === null);
  return shown.length === 0 ? [] : [`Teams with a pulse of their own: ${shown.map(({ name }) => name).join(', ')}`];
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
