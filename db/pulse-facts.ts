import type { PulseFact } from '../src/recognition/pulse/facts.ts';
import type { Statements } from './database.ts';

type Of<Type extends PulseFact['type']> = Extract<PulseFact, { type: Type }>;

/** Makes a fact of the pulse true. */
export async function writePulseFact(handle: Statements, fact: PulseFact): Promise<void> {
  switch (fact.type) {
    case 'week-counted':
      return writeWeek(handle, fact);
    case 'cohort-drawn':
      return writeCohort(handle, fact);
    case 'cohort-withheld':
      await handle.run(
        'UPDATE cohorts SET withheld = 1 WHERE team = ? AND span = ?',
        fact.cohort.team,
        fact.cohort.span,
      );
      return;
    case 'cohorts-let-go':
      return letCohortsGo(handle, fact);
    case 'team-chosen':
      return writeTeam(handle, fact);
    case 'team-dropped':
      await handle.run('DELETE FROM team_members WHERE team = ?', fact.team);
      await handle.run('DELETE FROM teams WHERE id = ?', fact.team);
      return;
    case 'team-kept':
      return writeMembers(handle, fact);
    default:
      return fact satisfies never;
  }
}

/** What was shown of a week stays as it is. */
async function writeWeek(handle: Statements, { organization, team, week, figures, month, told }: Of<'week-counted'>) {
  await handle.run(
    `INSERT INTO pulse_weeks (organization, team, week, figures, month, told) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (organization, team, week) DO NOTHING`,
    organization,
    team ?? '',
    week,
    figures && JSON.stringify(figures),
    month && JSON.stringify(month),
    Number(told),
  );
}

async function writeCohort(handle: Statements, { organization, cohort }: Of<'cohort-drawn'>): Promise<void> {
  const { team, span, since, people } = cohort;
  await handle.run(
    'INSERT INTO cohorts (organization, team, span, since) VALUES (?, ?, ?, ?)',
    organization,
    team,
    span,
    since,
  );
  for (const person of people) {
    await handle.run(
      'INSERT INTO cohort_people (organization, team, span, person) VALUES (?, ?, ?, ?)',
      organization,
      team,
      span,
      person,
    );
  }
}

async function letCohortsGo(handle: Statements, { organization, before }: Of<'cohorts-let-go'>): Promise<void> {
  await handle.run(
    `DELETE FROM cohort_people WHERE (team, span) IN (SELECT team, span FROM cohorts WHERE organization = ? AND span < ?)`,
    organization,
    before,
  );
  await handle.run('DELETE FROM cohorts WHERE organization = ? AND span < ?', organization, before);
}

async function writeTeam(handle: Statements, { organization, team, at }: Of<'team-chosen'>): Promise<void> {
  await handle.run(
    'INSERT INTO teams (id, organization, connection, platform_group, name, chosen_at) VALUES (?, ?, ?, ?, ?, ?)',
    team.id,
    organization,
    team.connection,
    team.group,
    team.name,
    at,
  );
}

async function writeMembers(handle: Statements, { organization, team, name, people }: Of<'team-kept'>): Promise<void> {
  await handle.run('UPDATE teams SET name = ? WHERE id = ?', name, team);
  await handle.run('DELETE FROM team_members WHERE team = ?', team);
  for (const person of people) {
    await handle.run(
      'INSERT INTO team_members (organization, team, person) VALUES (?, ?, ?)',
      organization,
      team,
      person,
    );
  }
}
