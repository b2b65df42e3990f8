import { setTimeout as sleep } from 'node:timers/promises';
import type { WebClient } from '@slack/web-api';
import { explained, troubleOf } from './trouble.ts';
import { within } from './within.ts';

/** How long a command waits for the first list. */
const PATIENCE_MS = 700;
/** After a refusal Slack is left alone for so long. */
const AGAIN_MS = 30_000;

/** The channels that Herald is in: asked for once, then kept by what Slack tells. In another, a story waits for the digest. */
export function createChannels(api: WebClient) {
  const members = new Set<string>();
  let loading: Promise<void> | null = null;
  let listed = false;

  /** Asks Slack for the list; rejects when it does not get it, and asks again after a while. */
  function load(): Promise<void> {
    loading ??= read().catch((error) => {
      setTimeout(() => {
        loading = null;
      }, AGAIN_MS).unref();
      throw error;
    });
    return loading;
  }

  async function read(): Promise<void> {
    let cursor = '';
    do {
      const page = await api.users.conversations({
        types: 'public_channel,private_channel',
        exclude_archived: true,
        limit: 999,
        ...(cursor === '' ? {} : { cursor }),
      });
      for (const { id } of page.channels ?? []) if (id) members.add(id);
      cursor = page.response_metadata?.next_cursor ?? '';
    } while (cursor !== '');
    listed = true;
  }

  return {
    load,
    async has(channel: string): Promise<boolean> {
      if (listed || members.has(channel)) return members.has(channel);
      await Promise.race([load(), sleep(PATIENCE_MS, null, { ref: false })]).catch(() => null);
      return members.has(channel);
    },
    joined: (channel: string) => void members.add(channel),
    left: (channel: string) => void members.delete(channel),
    moved(from: string, to: string) {
      if (members.delete(from)) members.add(to);
    },
  };
}

export type Channels = ReturnType<typeof createChannels>;

/** The channel that DIGEST_CHANNEL names. Throws, in words that say what to do, when Slack does not list its channels. */
export async function configuredChannel(api: WebClient, given: string | null): Promise<string | null> {
  try {
    return await channelId(api, given);
  } catch (error) {
    const trouble = troubleOf(error);
    const why = trouble.kind === 'refused' ? explained(trouble) : 'Slack could not be reached';
    const instead = 'Give its ID instead, which stands at the end of “View channel details” in Slack.';
    throw new Error(`Slack does not say which channel DIGEST_CHANNEL is: ${why}. ${instead}`, { cause: error });
  }
}

/**
 * A channel by its id, or by its name as people write it, which Slack keeps in small letters; null when there is none of
 * that name to be seen.
 */
export async function channelId(api: WebClient, given: string | null): Promise<string | null> {
  if (given === null || /^[CG][A-Z0-9]+$/.test(given)) return given;
  const name = given.replace(/^#/, '').toLowerCase();
  let cursor = '';
  do {
    const page = await api.conversations.list({
      types: 'public_channel,private_channel',
      exclude_archived: true,
      limit: 999,
      ...(cursor === '' ? {} : { cursor }),
    });
    const found = page.channels?.find((channel) => channel.name === name || channel.name_normalized === name);
    if (found?.id) return found.id;
    cursor = page.response_metadata?.next_cursor ?? '';
  } while (cursor !== '');
  return null;
}

/** What people call a channel; null when Slack does not say soon. */
export async function channelName(api: WebClient, channel: string | null): Promise<string | null> {
  if (channel === null) return null;
  const told = await within(PATIENCE_MS, api.conversations.info({ channel })).catch(() => null);
  return told?.channel?.name ? `#${told.channel.name}` : null;
}
