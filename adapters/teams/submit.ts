import type { Command } from '../../src/commands.ts';
import type { Json } from '../../src/ports.ts';
import type { View } from '../../src/views.ts';
import type { Ready } from './asked.ts';
import type { Asker } from './asker.ts';
import type { Desk } from './desk.ts';
import { type Draft, peopleIn, withPeople, wordsIn } from './draft.ts';
import { inTeams, isTeamsId, knownAmong } from './people.ts';

export type Submission = { readonly key: string; readonly draft: Draft; readonly asker: Asker };

/**
 * Decides what somebody asks for, when everybody in it is known; otherwise keeps it for the resolver. Resolves once
 * either is durable: to the reply, or to null when the answer will come by itself. Throws LedgerUnavailable.
 */
export async function submit(desk: Desk, { key, draft, asker }: Submission): Promise<View | null> {
  const { core, clock, connection } = desk;
  const at = clock.now();
  const command = await readyAtOnce(desk, draft);
  if (command !== null) return core.handle({ ...command, key, at } as Command);
  // Keeping it would keep who said it: the form is still there, and can be sent again.
  if (isNameless(draft)) return { type: 'refusal', reason: 'platform-silent', words: typedIn(draft) };
  const payload = { draft, asker } as unknown as Json;
  return core.receive({ key, connection, at, teller: tellerOf(draft), words: typedIn(draft), payload });
}

/** The command, if nothing has to be asked of Teams for it. */
async function readyAtOnce(desk: Desk, draft: Draft): Promise<Ready | null> {
  if (draft.type !== 'ready' || draft.typedNames.length > 0) return null;
  const command = withPeople(draft.command, (user) => inTeams(desk, user));
  const people = peopleIn(command);
  if (!people.every(isTeamsId)) return null;
  const known = await knownAmong(desk, people);
  return people.every((user) => known.has(user)) ? command : null;
}

function isNameless(draft: Draft): boolean {
  return draft.type === 'ready' && draft.command.type === 'report-obstacle' && !draft.command.named;
}

/** What the person typed, to be given back should it come to nothing. */
export function typedIn(draft: Draft): string {
  return draft.type === 'ready' ? wordsIn(draft.command) : '';
}

/** Whoever tells a story with it, for whom the next "undo" is meant. */
function tellerOf(draft: Draft): string | null {
  return draft.type === 'ready' && draft.command.type === 'give-kudos' ? draft.command.by.user : null;
}
