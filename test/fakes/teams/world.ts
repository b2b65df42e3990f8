/** Somebody in the made-up tenant, or a guest of it. */
export type User = {
  /** Teams' own id. */
  readonly id: string;
  /** The directory's. */
  readonly aad: string;
  readonly name: string;
  readonly email: string | null;
  readonly role: 'user' | 'guest';
  readonly tenant: string;
};

export type Conversation = {
  readonly id: string;
  readonly kind: 'personal' | 'channel' | 'groupChat';
  readonly team: { readonly id: string; readonly name: string } | null;
  members: string[];
  /** Whether Herald is in it. */
  herald: boolean;
};

export type Message = {
  readonly id: string;
  readonly conversation: string;
  activity: Sent;
  edits: number;
  deleted: boolean;
};

/** What Herald sent, as it came over the wire. */
export type Sent = {
  readonly type: string;
  readonly text?: string;
  readonly summary?: string;
  readonly attachments?: readonly { readonly contentType: string; readonly content?: Record<string, unknown> }[];
};

/** The people, conversations and messages of one tenant. */
export function createWorld(tenant: string) {
  const users = new Map<string, User>();
  const conversations = new Map<string, Conversation>();
  const messages: Message[] = [];
  const typings: string[] = [];
  let last = 1_700_000_000_000;

  return {
    tenant,
    users,
    conversations,
    messages,
    /** The conversations in which Herald was seen typing. */
    typings,
    nextId: (): string => {
      last += 1;
      return String(last);
    },
    addUser(name: string, more: Partial<User> = {}): User {
      const number = String(users.size + 1).padStart(12, '0');
      const user: User = {
        id: `29:1${name.replace(/\W/g, '')}-${number}`,
        aad: `00000000-0000-4000-8000-${number}`,
        name,
        email: `${name.split(' ')[0]?.toLowerCase()}@example.com`,
        role: 'user',
        tenant,
        ...more,
      };
      users.set(user.id, user);
      return user;
    },
    addConversation(given: Conversation): Conversation {
      conversations.set(given.id, given);
      return given;
    },
    /** A thread's id is its channel's, and the message which began it. */
    find: (id: string): Conversation | undefined => conversations.get(id.replace(/;messageid=.*$/, '')),
    chatOf: (user: string): Conversation | undefined =>
      [...conversations.values()].find(({ kind, members }) => kind === 'personal' && members.includes(user)),
    userBy: (id: string): User | undefined => users.get(id) ?? [...users.values()].find(({ aad }) => aad === id),
  };
}

export type World = ReturnType<typeof createWorld>;
