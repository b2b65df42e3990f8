import type { Core } from '../../src/ports.ts';
import type { PersonShown } from '../../src/views.ts';

/** How long what was read is good for. */
const FRESH_MS = 30_000;

/** Everybody whom Herald knows in this tenant, read now and then: lists and mentions need their ids. */
export function createCompany(options: {
  readonly core: Core;
  readonly connection: string;
  readonly now: () => number;
}) {
  const { core, connection, now } = options;
  let read: { readonly people: Promise<readonly PersonShown[]>; readonly at: number } | null = null;

  async function ask(): Promise<readonly PersonShown[]> {
    const view = await core.ask({ type: 'people', connection });
    return view.type === 'people' ? view.people : [];
  }

  return {
    people(): Promise<readonly PersonShown[]> {
      if (read === null || now() - read.at > FRESH_MS) read = { people: ask(), at: now() };
      return read.people;
    },
    /** Somebody became known. */
    changed() {
      read = null;
    },
  };
}

export type Company = ReturnType<typeof createCompany>;
