import type { ChangeSettings, DigestSchedule, KeepPraiseFor } from '../commands.ts';
import { answer, refuse } from './answer.ts';
import type { Decision, Fact } from './decision.ts';
import type { Organization, Person } from './organization.ts';
import { faultIn, type PersonThere, settingsOf, showSettings, tidySettings } from './settings.ts';

type Known = {
  readonly command: ChangeSettings;
  readonly person: Person;
  readonly organization: Organization;
  /** Everybody that the asker's connection knows. */
  readonly people: readonly PersonThere[];
};

/** Changes what an admin says. A changed schedule is in force from now on: its earlier moments are not made up for. */
export function changeSettings({ command, person, organization, people }: Known): Decision {
  if (!person.admin) return refuse({ reason: 'admins-only' });
  const { managers, ...changes } = command.changes;
  const { connection } = command.by;
  const settings = tidySettings({ ...settingsOf(organization, connection), ...changes });
  const fault = faultIn(settings);
  if (fault) return answer(fault);
  const users = new Set(managers?.map(({ user }) => user) ?? managing(people));
  const stranger = [...users].find((user) => !people.some((one) => one.user === user));
  if (stranger !== undefined) return refuse({ reason: 'person-unknown', name: stranger });
  const after = people.map((one) => ({ ...one, manager: users.has(one.user) }));
  const { schedule } = organization;
  const scheduledSince = sameSchedule(schedule, settings.schedule) ? organization.scheduledSince : command.at;
  const channelNamed = changes.digestChannel !== undefined;
  const stamp = { organization: organization.id, at: command.at };
  const named = after.filter((one, index) => one.manager !== people[index]?.manager);
  return {
    reply: { type: 'settings-changed', settings: showSettings(settings, after) },
    facts: [
      { type: 'settings-changed', ...stamp, settings, scheduledSince, connection, channelNamed },
      ...named.map(({ id, manager }): Fact => ({ type: 'manager-named', ...stamp, person: id, manager })),
    ],
    announce: [],
  };
}

/** The one setting that whoever runs Herald may change besides. */
export function keepPraiseFor({ at, days }: KeepPraiseFor, organization: Organization): Decision {
  const connection = organization.connections[0]?.id ?? '';
  const settings = { ...settingsOf(organization, connection), praiseDays: days };
  const fault = faultIn(settings);
  if (fault) return answer(fault);
  const { id, scheduledSince } = organization;
  const changed = { type: 'settings-changed', organization: id, at, settings, scheduledSince } as const;
  return {
    reply: { type: 'settings-changed', settings: showSettings(settings, []) },
    facts: [{ ...changed, connection, channelNamed: false }],
    announce: [],
  };
}

function managing(people: readonly PersonThere[]): readonly string[] {
  return people.filter((one) => one.manager).map((one) => one.user);
}

function sameSchedule(one: DigestSchedule, other: DigestSchedule): boolean {
  return (['minute', 'hour', 'weekday', 'timeZone'] as const).every((part) => one[part] === other[part]);
}
