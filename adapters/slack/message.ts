import type { Desk } from './desk.ts';

export type Said = { readonly user: string | null; readonly text: string };

/**
 * One message of a channel or a thread, as it stands now; null when it is not there any more. Rejects when Slack does
 * not tell, also for want of a scope.
 */
export async function readMessage({ api }: Desk, channel: string, ts: string): Promise<Said | null> {
  const one = { channel, latest: ts, oldest: ts, inclusive: true, limit: 1 } as const;
  const { messages } = await api.conversations.history(one);
  const found = messages?.find((message) => message.ts === ts) ?? (await inThread(api, one, ts));
  return found ? { user: found.user ?? null, text: found.text ?? '' } : null;
}

/** Answers in a thread are not in their channel's history; any message of a thread leads to it. */
async function inThread(api: Desk['api'], one: { readonly channel: string }, ts: string) {
  const { messages } = await api.conversations.replies({ ...one, ts, inclusive: true, limit: 100 });
  return messages?.find((message) => message.ts === ts);
}
