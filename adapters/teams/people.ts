import { randomUUID } from 'node:crypto';
import type { PersonShown } from '../../src/views.ts';
import type { Desk } from './desk.ts';
import type { Facts } from './member.ts';
import type { Talk } from './service.ts';

export type Known = ReadonlyMap<string, PersonShown>;

/** The directory's ids are GUIDs, which people pickers give; Teams' own are none. */
export function isTeamsId(user: string): boolean {
  return !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(user);
}

/** Teams' own id where it is known already; the directory's otherwise. */
export function inTeams({ roster }: Pick<Desk, 'roster'>, user: string): string {
  return isTeamsId(user) ? user : (roster.userOf(user) ?? user);
}

/** Those of these users whom Herald knows already: one quick look, nothing asked of Teams. */
export async function knownAmong({ core, connection }: Desk, users: readonly string[]): Promise<Known> {
  const view = await core.ask({ type: 'known', connection, users: [...new Set(users)] });
  return new Map(view.type === 'known' ? view.people.map((person) => [person.user, person]) : []);
}

/**
 * Makes users known who are not, or who had left and may be back. Resolves to each by the id that was given, as far as they exist; rejects when Teams does
 * not tell.
 */
export async function meet(desk: Desk, talk: Talk, users: readonly string[]): Promise<Known> {
  const known = await knownAmong(
    desk,
    users.map((user) => inTeams(desk, user)),
  );
  const strangers = [...new Set(users)].filter((user) => !known.get(inTeams(desk, user))?.active);
  const met: Facts[] = [];
  for (const user of strangers) {
    const member = await desk.roster.find(talk, user);
    if (member !== null) met.push(member.facts);
  }
  await introduce(desk, met);
  const now =
    met.length === 0
      ? known
      : await knownAmong(
          desk,
          users.map((user) => inTeams(desk, user)),
        );
  return new Map(
    users.flatMap((user) => {
      const person = now.get(inTeams(desk, user));
      return person ? [[user, person] as const] : [];
    }),
  );
}

/** Tells the core of people as they are now. */
export async function introduce({ core, clock, connection, company }: Desk, people: readonly Facts[]): Promise<void> {
  if (people.length === 0) return;
  // What was true is told again when it is true again: each telling has a key of its own.
  const key = `teams:meet:${randomUUID()}`;
  await core.handle({ type: 'meet-people', key, at: clock.now(), connection, people });
  company.changed();
}
