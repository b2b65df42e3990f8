import type { Core } from '../../src/ports.ts';
import type { PersonShown } from '../../src/views.ts';

/** How long what was read is good for. */
const FRESH_MS = 30_000;

type Everybody = { readonly people: readonly PersonShown[]; readonly users: ReadonlyMap<string, string> };

/** Everybody whom Herald knows in this tenant, read now and then: lists and mentions need their ids. */
export function createCompany(options: {
  readonly core: Core;
  readonly connection: string;
  readonly now: () => number;
}) {
  const { core, connection, now } = options;
  let read: { readonly everybody: Promise<Everybody>; readonly at: number } | null = null;

  async function ask(): Promise<Everybody> {
    const view = await core.ask({ type: 'people', connection });
    const people = view.type === 'people' ? view.people : [];
    return { people, users: new Map(people.map(({ person, user }) => [person, user])) };
  }

  function everybody(): Promise<Everybody> {
    if (read !== null && now() - read.at <= FRESH_MS) return read.everybody;
    const asked = { everybody: ask(), at: now() };
    read = asked;
    // What could not be read is asked for anew.
    asked.everybody.catch(() => {
      if (read === asked) read = null;
    });
    return asked.everybody;
  }

  return {
    people: async () => (await everybody()).people,
    /** Teams' ids of them all, by who they are in Herald. */
    users: async () => (await everybody()).users,
    /** Somebody became known. */
    changed() {
      read = null;
    },
  };
}

export type Company = ReturnType<typeof createCompany>;
