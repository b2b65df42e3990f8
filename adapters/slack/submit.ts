import type { Command } from '../../src/commands.ts';
import type { Json } from '../../src/ports.ts';
import type { View } from '../../src/views.ts';
import type { Asker } from './asker.ts';
import type { Desk } from './desk.ts';
import { type Draft, type Ready, tellerOf } from './draft.ts';
import { TOLD_A_MINUTE } from './flood.ts';
import { type Known, knownAmong } from './meet.ts';
import { NEEDS_NAMES } from './mentions.ts';
import { usersIn } from './tokens.ts';
import { kudosFrom, readTyped } from './typed-kudos.ts';

export type Submission = { readonly key: string; readonly draft: Draft; readonly asker: Asker };

/**
 * Decides what somebody asks for, when everything in it is known; otherwise keeps it for the resolver. Resolves once
 * either is durable: to the reply, or to null when the answer will come by itself. Throws LedgerUnavailable.
 */
export async function submit(desk: Desk, { key, draft, asker }: Submission): Promise<View | null> {
  const { core, clock, workspace, flood } = desk;
  const at = clock.now();
  const teller = tellerOf(draft);
  if (teller !== null && !flood.takes(teller, key)) {
    return { type: 'refusal', reason: 'too-many-stories', limit: TOLD_A_MINUTE, words: asker.seed.words ?? '' };
  }
  const command = await readyAtOnce(desk, draft);
  const reply = command && (await core.handleAmongKnown({ ...command, key, at } as Command));
  if (reply !== null) return reply;
  // Keeping it would keep who said it: while the form is open, it can be sent again.
  if (isNameless(draft)) return { type: 'refusal', reason: 'platform-silent', words: draft.command.words };
  const kept = await keepable(desk, draft, asker);
  const payload = kept as unknown as Json;
  const words = kept.asker.seed.words ?? '';
  return core.receive({ key, connection: workspace.connection, at, teller, words, payload });
}

type Nameless = { readonly type: 'ready'; readonly command: Extract<Ready, { type: 'report-obstacle' }> };

function isNameless(draft: Draft): draft is Nameless {
  return draft.type === 'ready' && draft.command.type === 'report-obstacle' && !draft.command.named;
}

/** A customer's phone and card numbers do not even wait here. */
async function keepable(
  { core }: Desk,
  draft: Draft,
  asker: Asker,
): Promise<{ readonly draft: Draft; readonly asker: Asker }> {
  if (draft.type !== 'ready' || draft.command.type !== 'capture-praise') return { draft, asker };
  const mail = await core.withoutNumbers(draft.command.mail);
  return {
    draft: { ...draft, command: { ...draft.command, mail } },
    asker: { ...asker, seed: { ...asker.seed, words: mail.words } },
  };
}

/** The command, if nothing has to be asked of Slack for it, unless it be who somebody in it is. */
async function readyAtOnce(desk: Desk, draft: Draft): Promise<Ready | null> {
  switch (draft.type) {
    case 'ready':
      return draft.command;
    case 'typed-kudos': {
      // Where the message stands only Slack can say: what was said is stored before it is asked.
      if (draft.ts !== null) return null;
      const read = readTyped(draft, desk.workspace.botUser, null);
      if (read === NEEDS_NAMES || 'refusal' in read) return null;
      const heroes = read.heroes.flatMap((hero) => (hero.kind === 'user' ? [hero.user] : []));
      if (heroes.length < read.heroes.length) return null;
      const within = usersIn(read.words);
      const known: Known = within.length === 0 ? new Map() : await knownAmong(desk, within);
      if (!within.every((user) => known.has(user))) return null;
      return kudosFrom(desk, draft, { words: read.words, heroes, known, permalink: null });
    }
    case 'marked':
    case 'mail-file':
      return null;
    default:
      return draft satisfies never;
  }
}
