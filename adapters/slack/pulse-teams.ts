import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { FIELDS } from './actions.ts';
import { type Desk, identity } from './desk.ts';
import { SELECT_OPTIONS } from './limits.ts';
import { meet } from './meet.ts';
import { optionsChosen, type Values } from './read.ts';
import { troubleOf } from './trouble.ts';

/** A user group, by Slack's id. */
type Group = { readonly group: string; readonly name: string };

/** The user groups that can be chosen, and those that are. */
export type Groups = { readonly offered: readonly Group[]; readonly chosen: readonly string[] };

/** A form has to be there three seconds after the command: until then Slack is asked. */
const ASKING_MS = 1200;

const listed = z.array(z.looseObject({ id: z.string(), name: z.string() }));

/** Those that are chosen already alone, where Slack does not tell in time. */
export async function groupsOf(desk: Desk): Promise<Groups> {
  const chosen = await chosenOf(desk);
  const asked = groupsThere(desk).catch((): readonly Group[] => []);
  const there = await Promise.race([asked, sleep(ASKING_MS, [], { ref: false })]);
  const offered = new Map([...chosen, ...there].map((one) => [one.group, one]));
  return { offered: [...offered.values()].slice(0, SELECT_OPTIONS), chosen: chosen.map(({ group }) => group) };
}

async function groupsThere({ api }: Desk): Promise<readonly Group[]> {
  const { usergroups } = await api.usergroups.list({});
  return listed.parse(usergroups ?? []).map(({ id, name }) => ({ group: id, name }));
}

async function chosenOf({ core, workspace }: Desk): Promise<readonly Group[]> {
  const view = await core.ask({ type: 'teams', connection: workspace.connection });
  return view.type === 'teams' ? view.teams : [];
}

/** Chooses what the settings' form has, if it asked, and finds out who is in it. */
export async function chooseTeams(desk: Desk, user: string, values: Values): Promise<void> {
  if (values[FIELDS.teams] === undefined) return;
  const { offered } = await groupsOf(desk);
  const wanted = optionsChosen(values, FIELDS.teams);
  const teams = offered.filter(({ group }) => wanted.includes(group));
  const key = `slack:teams:${randomUUID()}`;
  await desk.core.handle({ type: 'choose-teams', key, at: desk.clock.now(), by: identity(desk, user), teams });
  await keepTeams(desk);
}

/** Tells the core who is in each chosen user group by now; nobody in one that is gone. */
export async function keepTeams(desk: Desk): Promise<void> {
  const { core, clock, workspace } = desk;
  const chosen = await chosenOf(desk);
  if (chosen.length === 0) return;
  const names = new Map((await groupsThere(desk)).map(({ group, name }) => [group, name]));
  for (const { group, name } of chosen) {
    const users = names.has(group) ? await membersOf(desk, group) : [];
    await meet(desk, users);
    const key = `slack:team:${randomUUID()}`;
    const now = { group, name: names.get(group) ?? name, users };
    await core.handle({ type: 'keep-team', key, at: clock.now(), connection: workspace.connection, ...now });
  }
}

async function membersOf({ directory }: Desk, group: string): Promise<readonly string[]> {
  try {
    return await directory.group(group);
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble.kind === 'refused' && trouble.error === 'no_such_subteam') return [];
    throw error;
  }
}
