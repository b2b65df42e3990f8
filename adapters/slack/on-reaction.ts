import { askerOf } from './asker.ts';
import { type Desk, identity } from './desk.ts';
import type { Happened } from './happened.ts';
import { momentOf, readReaction } from './read-event.ts';
import { submit } from './submit.ts';

/** A message was marked with a reaction. The one that Herald was told to look for nominates it. */
export async function onReactionAdded(desk: Desk, { event, key }: Happened): Promise<void> {
  const marked = readReaction(event);
  if (marked === null || marked.item.type !== 'message' || !(await nominates(desk, marked.reaction))) return;
  // What Herald tells is told already.
  if (marked.item_user === desk.workspace.botUser) return;
  const { user, item } = marked;
  const at = momentOf(marked.event_ts, desk.clock.now());
  const draft = { type: 'marked', user, channel: item.channel, ts: item.ts, at } as const;
  await submit(desk, { key, draft, asker: askerOf(user) });
}

/** Taking the mark away takes the nomination away, while it waits, and though Slack tells of the mark only later. */
export async function onReactionRemoved(desk: Desk, { event, key }: Happened): Promise<void> {
  const marked = readReaction(event);
  if (marked === null || marked.item.type !== 'message' || !(await nominates(desk, marked.reaction))) return;
  const { user, item } = marked;
  const message = { channel: item.channel, message: item.ts };
  const until = momentOf(marked.event_ts, desk.clock.now());
  const command = { type: 'withdraw-nomination', by: identity(desk, user), message, until } as const;
  await submit(desk, { key, draft: { type: 'ready', command }, asker: askerOf(user) });
}

/** Skin tones do not change what a reaction means. */
async function nominates(desk: Desk, reaction: string): Promise<boolean> {
  return (await desk.settings.nominationEmoji()) === reaction.replace(/::skin-tone-\d$/, '');
}
