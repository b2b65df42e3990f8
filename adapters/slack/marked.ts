import type { Refusal } from '../../src/views.ts';
import { type Desk, identity } from './desk.ts';
import type { Draft, Ready } from './draft.ts';
import { ASKING_MS } from './limits.ts';
import { meet } from './meet.ts';
import { readMessage, type Said } from './message.ts';
import { tokensOf, usersIn, wordsOf } from './tokens.ts';
import { troubleOf } from './trouble.ts';
import { within } from './within.ts';

/** What reading a message in a channel takes. */
const HISTORY = ['channels:history', 'groups:history'];

/** A message that was marked with the reaction, as a nomination: about those it names, else about who wrote it. */
export async function nominationFrom(
  desk: Desk,
  { user, channel, ts, at }: Extract<Draft, { type: 'marked' }>,
): Promise<Ready | Refusal> {
  let message: Said | null;
  try {
    message = await readMessage(desk, channel, ts);
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble.kind !== 'refused' || trouble.error !== 'missing_scope') throw error;
    return { type: 'refusal', reason: 'not-permitted', needs: HISTORY };
  }
  if (message === null) return { type: 'refusal', reason: 'nomination-unknown' };
  const tokens = tokensOf(message.text);
  const named = usersIn(tokens).filter((one) => one !== user && one !== desk.workspace.botUser);
  const heroes = named.length > 0 ? [...new Set(named)] : message.user === null ? [] : [message.user];
  const known = await meet(desk, [user, ...heroes, ...usersIn(tokens)]);
  const words = wordsOf(tokens, (one) => known.get(one)?.name ?? null);
  return {
    type: 'nominate',
    by: identity(desk, user),
    message: { channel, message: ts, permalink: await permalinkOf(desk, channel, ts), words },
    heroes: heroes.map((hero) => identity(desk, hero)),
    markedAt: at,
  };
}

/** Where a message stands; null when Slack does not say. A story is worth telling without it. */
export async function permalinkOf({ api }: Desk, channel: string, ts: string): Promise<string | null> {
  const told = await within(ASKING_MS / 2, api.chat.getPermalink({ channel, message_ts: ts })).catch(() => null);
  return told?.permalink ?? null;
}
