import { randomUUID } from 'node:crypto';
import type { PersonShown } from '../../src/views.ts';
import type { Desk } from './desk.ts';
import type { Facts, Member } from './member.ts';
import { troubleOf } from './trouble.ts';

/** From so many people on the whole directory is asked for, instead of each of them. */
const MANY = 12;

export type Known = ReadonlyMap<string, PersonShown>;

/** Those of these users whom Herald knows already: one quick look, nothing asked of Slack. */
export async function knownAmong(desk: Desk, users: readonly string[]): Promise<Known> {
  const { core, workspace } = desk;
  const view = await core.ask({ type: 'known', connection: workspace.connection, users: [...new Set(users)] });
  return new Map(view.type === 'known' ? view.people.map((person) => [person.user, person]) : []);
}

/** Makes unknown users known. Resolves to all that exist; rejects when Slack does not tell. */
export async function meet(desk: Desk, users: readonly string[]): Promise<Known> {
  const known = await knownAmong(desk, users);
  const strangers = [...new Set(users)].filter((user) => !known.has(user));
  if (strangers.length === 0) return known;
  await introduce(
    desk,
    strangers.length > MANY ? await fromDirectory(desk, strangers) : await oneByOne(desk, strangers),
  );
  return knownAmong(desk, users);
}

/** Tells the core of people as they are now. */
export async function introduce({ core, clock, workspace }: Desk, people: readonly Facts[]): Promise<void> {
  if (people.length === 0) return;
  // What was true is told again when it is true again: each telling has a key of its own.
  const key = `slack:meet:${randomUUID()}`;
  await core.handle({ type: 'meet-people', key, at: clock.now(), connection: workspace.connection, people });
}

async function oneByOne({ directory }: Desk, users: readonly string[]): Promise<readonly Facts[]> {
  const members = await Promise.all(
    users.map((user) =>
      directory.member(user).catch((error) => {
        const trouble = troubleOf(error);
        if (trouble.kind === 'refused' && /^user_not_(found|visible)$/.test(trouble.error)) return null;
        throw error;
      }),
    ),
  );
  return members.flatMap((member) => (member ? [member.facts] : []));
}

async function fromDirectory(desk: Desk, users: readonly string[]): Promise<readonly Facts[]> {
  let listed = among(await desk.directory.everybody(), users);
  // Many new colleagues at once: the list is from before they came.
  if (users.length - listed.length > MANY) listed = among(await desk.directory.everybody(0), users);
  const missing = users.filter((user) => !listed.some((member) => member.user === user));
  // People of connected companies are in no list.
  return [...listed.map((member) => member.facts), ...(await oneByOne(desk, missing.slice(0, MANY)))];
}

function among(members: readonly Member[], users: readonly string[]): readonly Member[] {
  const wanted = new Set(users);
  return members.filter((member) => wanted.has(member.user));
}
