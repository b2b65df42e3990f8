import type { ChooseTeams, ChosenTeam, Cohort, KeepTeam, PulseTeam } from '../../pulse.ts';
import { answer, refuse } from '../answer.ts';
import type { Decision, Fact } from '../decision.ts';
import type { Person } from '../organization.ts';
import { NAME_LIMIT, tidyName } from '../words.ts';
import { FEWEST, mayJoin } from './cells.ts';

/** More than this many teams nobody looks at, and each is counted each week. */
const MOST_TEAMS = 50;

/** Chooses the teams of one connection in place of those chosen before. */
export function chooseTeams(known: {
  readonly command: ChooseTeams;
  readonly person: Person;
  readonly teams: readonly ChosenTeam[];
  readonly newId: () => string;
}): Decision {
  const { command, person, newId } = known;
  if (!person.admin) return refuse({ reason: 'admins-only' });
  const { connection } = command.by;
  const stamp = { organization: person.organization, at: command.at };
  const before = known.teams.filter((team) => team.connection === connection);
  const wanted = [...new Map(command.teams.map((team) => [team.group, team])).values()];
  if (wanted.length > MOST_TEAMS) return refuse({ reason: 'too-many-teams', limit: MOST_TEAMS, chosen: wanted.length });
  const chosen = wanted.map(({ group, name }) => {
    const earlier = before.find((team) => team.group === group);
    return earlier ?? { id: newId(), name: nameOf(name, group), connection, group, members: [] };
  });
  const dropped = before.filter((team) => !chosen.includes(team));
  const added = chosen.filter((team) => !before.includes(team));
  return {
    reply: { type: 'teams-chosen', teams: chosen.map(({ id, name }) => ({ id, name, withheld: null })) },
    facts: [
      ...dropped.map(({ id }): Fact => ({ type: 'team-dropped', ...stamp, team: id })),
      ...added.map(({ members: _none, ...team }): Fact => ({ type: 'team-chosen', ...stamp, team })),
    ],
    announce: [],
  };
}

/** Keeps who is in a chosen team by now. A team that is not chosen (any more) is nothing to keep. */
export function keepTeam(known: {
  readonly command: KeepTeam;
  readonly organization: string;
  readonly team: ChosenTeam | null;
  /** Those of its users whom Herald knows. */
  readonly people: readonly Person[];
}): Decision {
  const { command, organization, team, people } = known;
  if (team === null) return answer({ type: 'team-kept', name: command.name, people: 0 });
  const name = nameOf(command.name, team.name);
  const members = [...new Set(people.filter((one) => one.kind === 'human').map(({ id }) => id))];
  return {
    reply: { type: 'team-kept', name, people: members.length },
    facts: [{ type: 'team-kept', organization, at: command.at, team: team.id, name, people: members }],
    announce: [],
  };
}

function nameOf(name: string, otherwise: string): string {
  return Array.from(tidyName(name) ?? otherwise)
    .slice(0, NAME_LIMIT)
    .join('');
}

/** Each chosen team, with why it has no figures now if it has none. */
export function showTeams(
  teams: readonly ChosenTeam[],
  cohorts: readonly Cohort[],
  everyone: readonly string[],
): readonly PulseTeam[] {
  return teams.map(({ id, name, members }): PulseTeam => {
    if (members.length < FEWEST) return { id, name, withheld: 'too-few' };
    const own = cohorts.find(({ team }) => team === id);
    if (own) return { id, name, withheld: own.withheld ? 'too-close' : null };
    const fits = mayJoin(cohorts, { people: members }, everyone);
    return { id, name, withheld: fits ? 'from-next-week' : 'too-close' };
  });
}
