import type { Reading } from './ports.ts';
import type { PulseQuestion, PulseTeam } from './pulse.ts';
import type { Organization, Person } from './recognition/organization.ts';
import { FEWEST } from './recognition/pulse/cells.ts';
import { spanOf } from './recognition/pulse/span.ts';
import { showTeams } from './recognition/pulse/teams.ts';
import { weekOf } from './recognition/week.ts';
import { pulseOf } from './shown-pulse.ts';
import type { View } from './views.ts';
import { pulseCsv } from './wording/pulse-csv.ts';

type Asked = Extract<PulseQuestion, { type: 'pulse' | 'pulse-csv' }>;

/** The pulse for somebody of the organization: everybody may see what of it may be seen at all. */
export async function answerPulse(read: Reading, person: Person, question: Asked): Promise<View> {
  const organization = await read.organization(person.organization);
  if (organization === null) return { type: 'refusal', reason: 'person-unknown', name: person.name };
  if (question.type === 'pulse-csv') {
    if (!person.admin) return { type: 'refusal', reason: 'admins-only' };
    return { type: 'pulse-csv', csv: await allFigures(read, organization) };
  }
  const teams = await teamsShown(read, organization, question.at);
  const team = teams.find(({ id }) => id === question.team) ?? null;
  if (question.team !== null && team === null) return { type: 'refusal', reason: 'team-unknown' };
  if (team?.withheld) return { type: 'pulse-withheld', team, teams };
  const pulse = await pulseOf(read, organization, team, question.at);
  if (pulse !== null) return { type: 'pulse', pulse, teams, mayExport: person.admin };
  if (team !== null) return { type: 'pulse-withheld', team: { ...team, withheld: 'from-next-week' }, teams };
  const enough = (await read.pulse.countable(organization.id)).length >= FEWEST;
  if (!enough) return { type: 'pulse-withheld', team: null, teams };
  return { type: 'pulse-not-yet', first: weekOf(question.at, organization.schedule.timeZone) };
}

async function teamsShown(read: Reading, { id, schedule }: Organization, now: string): Promise<readonly PulseTeam[]> {
  const teams = await read.pulse.teams(id);
  if (teams.length === 0) return [];
  const cohorts = await read.pulse.cohorts(id, spanOf(weekOf(now, schedule.timeZone)));
  return showTeams(teams, cohorts, await read.pulse.countable(id));
}

/** All weeks that were ever counted, of the organization and of each team that may be shown by now. */
export async function allFigures(read: Reading, organization: Organization): Promise<string> {
  const teams = await read.pulse.teams(organization.id);
  const shown = teams.filter(({ members }) => members.length >= FEWEST);
  const parts = [{ name: organization.name, weeks: await read.pulse.taken(organization.id, null, '') }];
  for (const { id, name } of shown) parts.push({ name, weeks: await read.pulse.taken(organization.id, id, '') });
  return pulseCsv(parts);
}
