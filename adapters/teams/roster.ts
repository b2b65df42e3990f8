import { type Facts, type Member, readMember } from './member.ts';
import type { References } from './references.ts';
import type { Talk, TeamsService } from './service.ts';
import { TeamsRefused } from './trouble.ts';

/** How long a list of everybody is good for. */
const FRESH_MS = 10 * 60_000;
/** As many pages as are read of one conversation. */
const PAGES = 100;
/** As many of the directory's ids as are kept in mind with Teams' own. */
const IDS_KEPT = 20_000;

type Parts = {
  readonly teams: TeamsService;
  readonly references: References;
  readonly tenant: string | null;
  readonly admins: readonly string[];
  readonly now: () => number;
};

type List = { readonly read: Promise<readonly Member[]>; readonly at: number };

/** The people of a conversation, and of the teams that Herald is in. Calls reject when Teams does not tell. */
export function createRoster({ teams, references, tenant, admins, now }: Parts) {
  const lists = new Map<string, List>();
  const userOf = new Map<string, string>();

  function note(member: Member): Member {
    if (member.directory === null) return member;
    userOf.set(member.directory.toLowerCase(), member.user);
    const oldest = userOf.keys().next().value;
    if (userOf.size > IDS_KEPT && oldest !== undefined) userOf.delete(oldest);
    return member;
  }

  async function read(talk: Talk): Promise<readonly Member[]> {
    const members: Member[] = [];
    let next: string | null = null;
    for (let page = 0; page < PAGES; page += 1) {
      const { members: given, next: more } = await teams.roster(talk, next);
      for (const one of given) {
        const member = readMember(one, { tenant, admins });
        if (member !== null) members.push(note(member));
      }
      if (more === null || more === next) break;
      next = more;
    }
    return members;
  }

  function everybodyIn(talk: Talk): Promise<readonly Member[]> {
    const known = lists.get(talk.conversation);
    if (known && now() - known.at < FRESH_MS) return known.read;
    const list = { read: read(talk), at: now() };
    lists.set(talk.conversation, list);
    list.read.catch(() => lists.delete(talk.conversation));
    return list.read;
  }

  async function memberOf(talk: Talk, user: string): Promise<Member | null> {
    try {
      const member = readMember(await teams.member(talk, user), { tenant, admins });
      return member === null ? null : note(member);
    } catch (error) {
      if (error instanceof TeamsRefused && [400, 403, 404].includes(error.status)) return null;
      throw error;
    }
  }

  /** Where somebody may be known: there, in the teams, and at last in a chat of their own. */
  async function find(talk: Talk, user: string): Promise<Member | null> {
    const { serviceUrl } = talk;
    const places = new Set([talk.conversation, ...references.teams().map(({ id }) => id)]);
    for (const conversation of places) {
      const member = await memberOf({ serviceUrl, conversation }, user);
      if (member !== null) return member;
    }
    const chat = await chatWith(serviceUrl, user);
    return chat === null ? null : memberOf({ serviceUrl, conversation: chat }, user);
  }

  async function chatWith(serviceUrl: string, user: string): Promise<string | null> {
    try {
      return await teams.chatWith(serviceUrl, user);
    } catch (error) {
      if (error instanceof TeamsRefused && [400, 403, 404].includes(error.status)) return null;
      throw error;
    }
  }

  return {
    find,
    /** Everybody of a conversation and of the teams, each once. */
    async everybody(talk: Talk): Promise<readonly Member[]> {
      const { serviceUrl, conversation } = talk;
      const places = new Set([conversation, ...references.teams().map(({ id }) => id)]);
      const members = new Map<string, Member>();
      for (const one of places) {
        for (const member of await everybodyIn({ serviceUrl, conversation: one })) members.set(member.user, member);
      }
      return [...members.values()];
    },
    /** Everybody of one conversation. */
    membersOf: everybodyIn,
    /** Somebody came or went. */
    forget: (conversation: string): void => void lists.delete(conversation),
    /** Teams' own id for the directory's, where it is known. */
    userOf: (directory: string): string | null => userOf.get(directory.toLowerCase()) ?? null,
    note: (directory: string, user: string): void => void note({ directory, user, facts: {} as Facts }),
  };
}

export type Roster = ReturnType<typeof createRoster>;
