import type { Week } from '../src/commands.ts';
import type { ChosenTeam, Cohort } from '../src/pulse.ts';
import { flag, type Statements, text } from './database.ts';

/** The chosen teams with those of their members who count, in the order in which they were chosen. */
export async function teamsOf(handle: Statements, organization: string): Promise<readonly ChosenTeam[]> {
  const rows = await handle.all(
    'SELECT id, name, connection, platform_group FROM teams WHERE organization = ? ORDER BY chosen_at, id',
    organization,
  );
  const teams: ChosenTeam[] = [];
  for (const row of rows) {
    const id = text(row, 'id');
    const members = await handle.all(
      `SELECT m.person FROM team_members m JOIN people p ON p.id = m.person
       WHERE m.team = ? AND p.kind = 'human' AND p.active = 1`,
      id,
    );
    teams.push({
      id,
      name: text(row, 'name'),
      connection: text(row, 'connection'),
      group: text(row, 'platform_group'),
      members: members.map((member) => text(member, 'person')),
    });
  }
  return teams;
}

/** Who is counted as which team in these four weeks, in the order in which they were drawn. */
export async function cohortsOf(handle: Statements, organization: string, span: Week): Promise<readonly Cohort[]> {
  const rows = await handle.all(
    'SELECT team, since, withheld FROM cohorts WHERE organization = ? AND span = ? ORDER BY seq',
    organization,
    span,
  );
  const cohorts: Cohort[] = [];
  for (const row of rows) {
    const team = text(row, 'team');
    const people = await handle.all('SELECT person FROM cohort_people WHERE team = ? AND span = ?', team, span);
    cohorts.push({
      team,
      span,
      since: text(row, 'since'),
      withheld: flag(row, 'withheld'),
      people: people.map((one) => text(one, 'person')),
    });
  }
  return cohorts;
}
