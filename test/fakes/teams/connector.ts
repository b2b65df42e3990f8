import { Refused, refusal } from './refused.ts';
import type { Sent, World } from './world.ts';

/** Past this Teams says that a message is too big. */
const MESSAGE_BYTES = 100 * 1024;
/** bots/how-to/rate-limit: messages of one bot into one conversation. */
const PACES = [
  { most: 7, withinMs: 1000 },
  { most: 60, withinMs: 30_000 },
];

type Call = { readonly method: string; readonly path: string; readonly query: URLSearchParams; readonly body: unknown };

/** The connector's answers, as strict as Teams: throws Refused for a "no". */
export function createConnector(world: World, options: { readonly bot: string; readonly now?: () => number }) {
  const { bot, now = Date.now } = options;
  const sent = new Map<string, number[]>();

  function answer({ method, path, query, body }: Call): unknown {
    const parts = path.split('/').filter(Boolean).map(decodeURIComponent);
    const [version, what, id = '', kind, item] = parts;
    if (version !== 'v3') throw refusal(404, 'NotFound');
    if (what === 'teams' && method === 'GET' && kind === 'conversations') return channelsOf(id);
    if (what !== 'conversations') throw refusal(404, 'NotFound');
    if (method === 'POST' && parts.length === 2) return begin(body);
    switch (`${method} ${kind}`) {
      case 'POST activities':
        return post(id, body);
      case 'PUT activities':
        return edit(id, item ?? '', body);
      case 'DELETE activities':
        return remove(id, item ?? '');
      case 'GET pagedmembers':
        return page(id, query);
      case 'GET members':
        return member(id, item ?? '');
      default:
        throw refusal(404, 'NotFound');
    }
  }

  function there(id: string) {
    const conversation = world.find(id);
    if (!conversation) throw refusal(404, 'ConversationNotFound');
    if (!conversation.herald) throw refusal(403, 'BotNotInConversationRoster');
    return conversation;
  }

  function begin(body: unknown) {
    const {
      members = [],
      bot: as,
      isGroup,
      activity,
      channelData,
      tenantId,
    } = body as {
      members?: { id: string }[];
      bot?: { id: string };
      isGroup?: boolean;
      activity?: Sent;
      channelData?: { channel?: { id: string } };
      tenantId?: string;
    };
    if (as?.id !== bot) throw refusal(400, 'BadArgument');
    if (channelData?.channel) {
      if (!isGroup || !activity) throw refusal(400, 'BadArgument');
      const channel = there(channelData.channel.id);
      const id = world.nextId();
      const conversation = `${channel.id};messageid=${id}`;
      keep(conversation, id, activity);
      return { id: conversation, activityId: id };
    }
    const [first] = members;
    const user = first && world.userBy(first.id);
    if (!user || members.length !== 1 || tenantId !== world.tenant) throw refusal(400, 'BadSyntax');
    const chat = world.chatOf(user.id);
    if (!chat?.herald) throw refusal(403, 'ForbiddenOperationException');
    return { id: chat.id };
  }

  function post(id: string, body: unknown) {
    const conversation = there(id);
    const activity = body as Sent;
    if (conversation.kind === 'channel' && !id.includes(';messageid=')) throw refusal(400, 'BadSyntax');
    if (activity.type === 'typing') {
      world.typings.push(id);
      return { id: world.nextId() };
    }
    const asksToTake = activity.attachments?.some(({ contentType }) => contentType.endsWith('card.file.consent'));
    if (asksToTake && conversation.kind !== 'personal') throw refusal(400, 'BadArgument');
    const message = world.nextId();
    keep(id, message, activity);
    return { id: message };
  }

  function keep(conversation: string, id: string, activity: Sent): void {
    check(activity);
    pace(conversation);
    world.messages.push({ id, conversation, activity, edits: 0, deleted: false });
  }

  function edit(id: string, item: string, body: unknown) {
    there(id);
    const message = find(id, item);
    check(body as Sent);
    message.activity = body as Sent;
    message.edits += 1;
    return { id: item };
  }

  function remove(id: string, item: string) {
    there(id);
    find(id, item).deleted = true;
    return undefined;
  }

  function find(conversation: string, id: string) {
    const message = world.messages.find((one) => one.id === id && !one.deleted);
    const channel = (given: string) => given.replace(/;messageid=.*$/, '');
    if (!message || channel(message.conversation) !== channel(conversation))
      throw refusal(404, 'ActivityNotFoundInConversation');
    return message;
  }

  function check(activity: Sent): void {
    if (activity.type !== 'message') throw refusal(400, 'BadSyntax');
    if (!activity.text && !activity.attachments?.length) throw refusal(400, 'BadSyntax');
    if (JSON.stringify(activity).length > MESSAGE_BYTES) throw refusal(413, 'MessageSizeTooBig');
  }

  function pace(conversation: string): void {
    const times = sent.get(conversation) ?? [];
    for (const { most, withinMs } of PACES) {
      const recent = times.filter((time) => time > now() - withinMs);
      if (recent.length >= most) throw new Refused(429, 'Throttled', 1);
    }
    sent.set(conversation, [...times, now()]);
  }

  function page(id: string, query: URLSearchParams) {
    const { members } = there(id);
    const size = Math.min(Math.max(Number(query.get('pageSize') ?? 200), 50), 500);
    const from = Number(query.get('continuationToken') ?? 0);
    const next = from + size < members.length ? { continuationToken: String(from + size) } : {};
    return { members: members.slice(from, from + size).map(told), ...next };
  }

  function member(id: string, user: string) {
    const { members } = there(id);
    const found = world.userBy(user);
    if (!found || !members.includes(found.id)) throw refusal(404, 'MemberNotFoundInConversation');
    return told(found.id);
  }

  function told(id: string) {
    const user = world.users.get(id);
    if (!user) throw new Error(`There is no ${id}.`);
    const { name, aad, email, role, tenant } = user;
    return { id, name, aadObjectId: aad, email, userPrincipalName: email, userRole: role, tenantId: tenant };
  }

  function channelsOf(team: string) {
    const channels = [...world.conversations.values()].filter((one) => one.team?.id === team);
    if (channels.length === 0) throw refusal(404, 'NotFound');
    return { conversations: channels.map(({ id }) => ({ id, ...(id === team ? {} : { name: id.slice(3, 12) }) })) };
  }

  return { answer };
}
