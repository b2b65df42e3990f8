import { randomUUID } from 'node:crypto';
import type { Submitted } from './asked.ts';
import type { Seen } from './card.ts';
import { type Desk, identity } from './desk.ts';
import { introduce, knownAmong } from './people.ts';
import { chosenIn } from './submitted.ts';
import { FIELDS } from './verbs.ts';

/** The teams that Herald is in, and which of them have a pulse of their own. */
export async function groupsOf(desk: Desk): Promise<NonNullable<Seen['groups']>> {
  const chosen = await chosenOf(desk);
  const there = desk.references.teams().map(({ id, name }) => ({ group: id, name: name || id }));
  const offered = new Map([...chosen, ...there].map((one) => [one.group, one]));
  return { offered: [...offered.values()], chosen: chosen.map(({ group }) => group) };
}

async function chosenOf({ core, connection }: Desk) {
  const view = await core.ask({ type: 'teams', connection });
  return view.type === 'teams' ? view.teams : [];
}

/** Chooses what the settings' form has, if it asked, and finds out who is in it. */
export async function chooseTeams(desk: Desk, user: string, data: Submitted['data']): Promise<void> {
  if (data[FIELDS.groups] === undefined) return;
  const { offered } = await groupsOf(desk);
  const wanted = chosenIn(data, FIELDS.groups);
  const teams = offered.filter(({ group }) => wanted.includes(group));
  const key = `teams:teams:${randomUUID()}`;
  await desk.core.handle({ type: 'choose-teams', key, at: desk.clock.now(), by: identity(desk, user), teams });
  await keepTeams(desk);
}

/** Tells the core who is in each chosen team by now; nobody in one that Herald is not in any more. */
export async function keepTeams(desk: Desk): Promise<void> {
  const { core, clock, connection, references } = desk;
  for (const { group, name } of await chosenOf(desk)) {
    const team = references.teams().find(({ id }) => id === group);
    const users = team === undefined ? [] : await membersOf(desk, group);
    const key = `teams:team:${randomUUID()}`;
    const now = { group, name: team?.name || name, users };
    await core.handle({ type: 'keep-team', key, at: clock.now(), connection, ...now });
  }
}

async function membersOf(desk: Desk, conversation: string): Promise<readonly string[]> {
  const serviceUrl = desk.references.serviceUrl();
  if (serviceUrl === null) throw new Error('Teams has not said yet where it is reached.');
  const members = await desk.roster.membersOf({ serviceUrl, conversation });
  const users = members.map(({ user }) => user);
  const known = await knownAmong(desk, users);
  await introduce(
    desk,
    members.filter(({ user }) => !known.has(user)).map(({ facts }) => facts),
  );
  return users;
}
