import type { WebClient } from '@slack/web-api';
import { type Member, readMember } from './member.ts';

/** How long the list of everybody is good for. */
const FRESH_MS = 10 * 60_000;

/** Everybody in the workspace, asked for when a typed name has to be found, and kept for a while. */
export function createDirectory(api: WebClient, team: string, now: () => number) {
  let list: Promise<readonly Member[]> | null = null;
  let readAt = 0;

  /** As of at most so long ago. Rejects when Slack does not tell. */
  function everybody(within = FRESH_MS): Promise<readonly Member[]> {
    if (list === null || now() - readAt > within) {
      readAt = now();
      list = read().catch((error) => {
        list = null;
        throw error;
      });
    }
    return list;
  }

  async function read(): Promise<readonly Member[]> {
    const members: Member[] = [];
    let cursor = '';
    do {
      const page = await api.users.list({ limit: 500, ...(cursor === '' ? {} : { cursor }) });
      for (const one of page.members ?? []) {
        const member = readMember(one, team);
        if (member) members.push(member);
      }
      cursor = page.response_metadata?.next_cursor ?? '';
    } while (cursor !== '');
    return members;
  }

  return {
    everybody,
    /** Those who run the workspace; the others are not kept. */
    async admins(): Promise<readonly Member[]> {
      return (await read()).filter(({ facts }) => facts.admin && facts.active && facts.kind === 'human');
    },
    /** One user, asked anew. Rejects when Slack does not tell; null for nobody. */
    async member(user: string): Promise<Member | null> {
      const { user: told } = await api.users.info({ user });
      return readMember(told, team);
    },
    /** Whoever has this address, asked anew. Rejects when nobody has, and when Slack does not tell. */
    async withEmail(email: string): Promise<Member | null> {
      const { user: told } = await api.users.lookupByEmail({ email });
      return readMember(told, team);
    },
    /** The members of a user group. */
    async group(group: string): Promise<readonly string[]> {
      return (await api.usergroups.users.list({ usergroup: group })).users ?? [];
    },
  };
}

export type Directory = ReturnType<typeof createDirectory>;
