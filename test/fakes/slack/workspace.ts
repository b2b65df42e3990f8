// One Slack workspace: who and what is in it.

import { newId } from './ids.ts';

export type User = {
  readonly id: string;
  /** The workspace they belong to; another one than ours for Slack Connect guests. */
  readonly team: string;
  /** The old-style handle that stands behind `@`. */
  name: string;
  realName: string;
  displayName: string;
  email: string | null;
  timeZone: string;
  readonly isBot: boolean;
  deleted: boolean;
  admin: boolean;
  owner: boolean;
  /** `restricted` is a guest of several channels, `ultra` of one, `stranger` belongs to a connected company. */
  guest: 'no' | 'restricted' | 'ultra' | 'stranger';
};

export type Channel = {
  readonly id: string;
  name: string;
  readonly kind: 'public' | 'private' | 'im' | 'mpim';
  readonly members: Set<string>;
  archived: boolean;
  /** Shared with another company through Slack Connect. */
  readonly connected: boolean;
};

export type Usergroup = {
  readonly id: string;
  handle: string;
  name: string;
  readonly users: Set<string>;
  disabled: boolean;
};

export type Workspace = ReturnType<typeof createWorkspace>;

export const ourTeam = { id: 'T0000TEAM', domain: 'example', name: 'Example' } as const;
export const bot = { user: 'U0000BOT', id: 'B0000BOT', app: 'A0000APP' } as const;

export function createWorkspace(botName: string) {
  const users = new Map<string, User>();
  const channels = new Map<string, Channel>();
  const usergroups = new Map<string, Usergroup>();
  const direct = new Map<string, Channel>();

  function addUser(given: Partial<User> = {}): User {
    const id = given.id ?? newId('U');
    const name = given.name ?? id.toLowerCase();
    const realName = given.realName ?? name;
    const email = given.email === undefined ? `${name}@example.com` : given.email;
    const plain = { displayName: realName, timeZone: 'Europe/Amsterdam', isBot: false, deleted: false };
    const roles = { admin: false, owner: false, guest: 'no' as const };
    const user: User = { team: ourTeam.id, ...plain, ...roles, ...given, id, name, realName, email };
    users.set(id, user);
    return user;
  }

  function addChannel(given: Partial<Omit<Channel, 'members'>> & { members?: Iterable<string> } = {}): Channel {
    const id = given.id ?? newId('C');
    const channel: Channel = {
      id,
      name: given.name ?? id.toLowerCase(),
      kind: given.kind ?? 'public',
      members: new Set(given.members ?? []),
      archived: given.archived ?? false,
      connected: given.connected ?? false,
    };
    channels.set(id, channel);
    return channel;
  }

  function addUsergroup(given: Partial<Omit<Usergroup, 'users'>> & { users?: Iterable<string> } = {}): Usergroup {
    const id = given.id ?? newId('S');
    const handle = given.handle ?? id.toLowerCase();
    const group = { id, handle, name: given.name ?? handle, users: new Set(given.users), disabled: !!given.disabled };
    usergroups.set(id, group);
    return group;
  }

  /** The direct conversation between the app's bot and somebody; it comes into being when first asked for. */
  function directChannel(user: string): Channel {
    const known = direct.get(user);
    if (known !== undefined) return known;
    const made = addChannel({ id: newId('D'), name: 'directmessage', kind: 'im', members: [user, bot.user] });
    direct.set(user, made);
    return made;
  }

  addUser({ id: bot.user, name: botName.toLowerCase(), realName: botName, email: null, isBot: true });
  addUser({ id: 'USLACKBOT', name: 'slackbot', realName: 'Slackbot', email: null });

  return { users, channels, usergroups, addUser, addChannel, addUsergroup, directChannel };
}
