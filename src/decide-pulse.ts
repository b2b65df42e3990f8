import { randomUUIDv7 } from 'node:crypto';
import type { Reading } from './ports.ts';
import type { ChooseTeams, Cohort, KeepTeam, PulseCommand, TakePulse } from './pulse.ts';
import { answer, refuse } from './recognition/answer.ts';
import type { Decision } from './recognition/decision.ts';
import { isReached, type Organization, type Person } from './recognition/organization.ts';
import { planPulse } from './recognition/pulse/plan-pulse.ts';
import { firstDayOf, spanOf, startOf, WEEKS_SHOWN, weeksBefore } from './recognition/pulse/span.ts';
import { type Count, takePulse } from './recognition/pulse/take-pulse.ts';
import { chooseTeams, keepTeam } from './recognition/pulse/teams.ts';
import { nextWeek, previousWeek, weekOf } from './recognition/week.ts';

/** Loads what a rule of the pulse needs, and runs it. */
export async function decidePulse(read: Reading, organization: string, command: PulseCommand): Promise<Decision> {
  switch (command.type) {
    case 'choose-teams':
      return decideChooseTeams(read, command);
    case 'keep-team':
      return decideKeepTeam(read, organization, command);
    case 'take-pulse':
      return decideTakePulse(read, command);
    default:
      return command satisfies never;
  }
}

async function decideChooseTeams(read: Reading, command: ChooseTeams): Promise<Decision> {
  const person = await read.person(command.by);
  if (person === null) return refuse({ reason: 'person-unknown', name: command.by.user });
  return chooseTeams({ command, person, teams: await read.pulse.teams(person.organization), newId: randomUUIDv7 });
}

async function decideKeepTeam(read: Reading, organization: string, command: KeepTeam): Promise<Decision> {
  const { connection, group, users } = command;
  const teams = await read.pulse.teams(organization);
  const people: Person[] = [];
  for (const user of new Set(users)) {
    const person = await read.person({ connection, user });
    if (person) people.push(person);
  }
  const team = teams.find((one) => one.connection === connection && one.group === group) ?? null;
  return keepTeam({ command, organization, team, people });
}

async function decideTakePulse(read: Reading, command: TakePulse): Promise<Decision> {
  const { week, at } = command;
  const organization = await read.organization(command.organization);
  if (organization === null) return refuse({ reason: 'person-unknown', name: '' });
  const { id, schedule } = organization;
  const { timeZone } = schedule;
  const last = await read.pulse.lastTaken(id);
  const now = weekOf(at, timeZone);
  if (week >= now || (last !== null && week <= last)) return answer({ type: 'pulse-taken', week, taken: false });
  const everyone = await read.pulse.countable(id);
  const teams = await read.pulse.teams(id);
  const cohorts = await read.pulse.cohorts(id, spanOf(week));
  const plan = planPulse({ week, now: at, timeZone, everyone, teams, cohorts });
  const counts: Count[] = [];
  if (plan.organization) counts.push(await count(read, organization, command, null, plan.endsMonth));
  for (const cohort of plan.cohorts) {
    counts.push(await count(read, organization, command, cohort, plan.monthly.includes(cohort)));
  }
  return takePulse({
    command,
    plan,
    people: everyone.length,
    counts,
    before: await read.pulse.taken(id, null, weeksBefore(week, WEEKS_SHOWN)),
    isLast: previousWeek(now) === week,
    tell: await managersReached(read, organization),
  });
}

async function count(
  read: Reading,
  { id, schedule: { timeZone } }: Organization,
  { week }: TakePulse,
  cohort: Cohort | null,
  month: boolean,
): Promise<Count> {
  const until = startOf(nextWeek(week), timeZone);
  const of = { organization: id, cohort, until };
  return {
    cohort,
    week: await read.pulse.countWeek({
      ...of,
      from: startOf(week, timeZone),
      days: { from: firstDayOf(week), until: firstDayOf(nextWeek(week)) },
    }),
    month: month ? await read.pulse.countMonth({ ...of, from: startOf(spanOf(week), timeZone) }) : null,
  };
}

/** Those who manage, or else the admins, as far as a chat reaches them. */
async function managersReached(read: Reading, organization: Organization): Promise<readonly string[]> {
  const reached: Person[] = [];
  for (const person of await read.peopleOf(organization.id)) {
    if (!(person.manager || person.admin) || !person.active || person.kind !== 'human') continue;
    if (isReached(organization, await read.reachableAs(person.id))) reached.push(person);
  }
  const managers = reached.filter(({ manager }) => manager);
  return (managers.length > 0 ? managers : reached).map(({ id }) => id);
}
