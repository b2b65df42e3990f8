import type { Identity } from './commands.ts';
import type { Ledger } from './ports.ts';
import type { Held, Refusal } from './views.ts';

/** All that is held about somebody, or for an admin all that their organization keeps, as JSON Lines in pieces. */
export async function writeOut(
  { read, heldAbout, exported }: Pick<Ledger, 'read' | 'heldAbout' | 'exported'>,
  by: Identity,
  what: 'all' | 'held',
): Promise<Refusal | AsyncIterable<string>> {
  const person = await read.person(by);
  if (person === null) return { type: 'refusal', reason: 'person-unknown', name: by.user };
  if (what === 'held') return linesOf(heldAbout(person.id));
  return person.admin ? exported(person.organization) : { type: 'refusal', reason: 'admins-only' };
}

/** A row of a table as one record, as an export of one person has it. */
export function recordOf({ what, says }: Held): object {
  return { type: what, ...Object.fromEntries(says) };
}

async function* linesOf(held: Promise<readonly Held[]>): AsyncGenerator<string> {
  for (const one of await held) yield `${JSON.stringify(recordOf(one))}\n`;
}
