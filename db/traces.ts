import type { Instant } from '../src/commands.ts';
import type { Statements } from './database.ts';

/** Leaves a trace of who changed a story, how and when; without its words. */
export async function writeTrace(
  handle: Statements,
  story: string,
  what: string,
  stamp: { readonly organization: string; readonly by: string; readonly at: Instant },
): Promise<void> {
  await handle.run(
    'INSERT INTO traces (organization, story, what, by, at) VALUES (?, ?, ?, ?, ?)',
    stamp.organization,
    story,
    what,
    stamp.by,
    stamp.at,
  );
}
