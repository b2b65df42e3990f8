import { randomUUID } from 'node:crypto';
import { createConnector } from './connector.ts';
import { createFaults } from './faults.ts';
import { createIssuer } from './issuer.ts';
import { ISSUER, startService } from './service.ts';
import { type Conversation, createWorld, type Message, type User } from './world.ts';

const TENANT = '11111111-1111-4111-8111-111111111111';
const REGISTRATION = { appId: '22222222-2222-4222-8222-222222222222', password: 'a-secret', tenant: TENANT };
const BOT = `28:${REGISTRATION.appId}`;

/** What a person types: words, and people picked from the list that comes up with an @. */
export type Typed = readonly (string | User)[];

export type Answered = { readonly status: number; readonly body: unknown };

type Sending = { readonly authorization?: string; readonly activity?: Readonly<Record<string, unknown>> };

/** A strict double of Teams: its connector, its login and its issuer, and the people who type to Herald. */
export async function startTeams() {
  const world = createWorld(TENANT);
  const issuer = createIssuer();
  const faults = createFaults();
  const connector = createConnector(world, { bot: BOT });
  const service = await startService({ connector, faults, keys: issuer.keys, registration: REGISTRATION });
  let herald = '';
  let region = '';

  function claims(more: Readonly<Record<string, unknown>> = {}) {
    const now = Math.floor(Date.now() / 1000);
    return {
      iss: ISSUER,
      aud: REGISTRATION.appId,
      serviceurl: service.serviceUrl(region),
      nbf: now - 60,
      exp: now + 3600,
      ...more,
    };
  }

  async function send(activity: Readonly<Record<string, unknown>>, authorization?: string): Promise<Answered> {
    const answer = await fetch(herald, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(authorization === '' ? {} : { Authorization: authorization ?? `Bearer ${issuer.sign(claims())}` }),
      },
      body: JSON.stringify(activity),
    });
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? null : JSON.parse(text) };
  }

  /** What every activity carries. */
  function from(user: User, where: string, more: Readonly<Record<string, unknown>> = {}) {
    const conversation = world.find(where);
    if (!conversation) throw new Error(`There is no ${where}.`);
    const team = conversation.team === null ? {} : { team: conversation.team, channel: { id: conversation.id } };
    return {
      id: world.nextId(),
      timestamp: new Date().toISOString(),
      channelId: 'msteams',
      serviceUrl: service.serviceUrl(region),
      from: { id: user.id, name: user.name, aadObjectId: user.aad },
      recipient: { id: BOT, name: 'Herald' },
      conversation: {
        id: where,
        conversationType: conversation.kind,
        tenantId: TENANT,
        isGroup: conversation.kind !== 'personal',
      },
      channelData: { tenant: { id: TENANT }, ...team, ...((more.channelData as object | undefined) ?? {}) },
      ...without(more, 'channelData'),
    };
  }

  const said = (typed: Typed) => {
    const text = typed
      .map((part) => (typeof part === 'string' ? escaped(part) : `<at>${escaped(part.name)}</at>`))
      .join('');
    const entities = typed.flatMap((part) =>
      typeof part === 'string'
        ? []
        : [{ type: 'mention', text: `<at>${escaped(part.name)}</at>`, mentioned: { id: part.id, name: part.name } }],
    );
    return { type: 'message', textFormat: 'plain', text, entities };
  };

  return {
    world,
    faults,
    service,
    registration: REGISTRATION,
    /** Where Herald takes messages. */
    sendsTo(address: string): void {
      herald = address;
    },
    /** The service has another address from now on. */
    movesTo(other: string): void {
      region = other;
    },
    claims,
    sign: issuer.sign,
    send,
    from,
    /** Herald's own name, as it is picked from the list. */
    herald: { id: BOT, name: 'Herald' } as User,
    addUser: world.addUser,
    addTeam(name: string, members: readonly User[], channels: readonly string[] = []): Conversation {
      const id = `19:${name.toLowerCase()}@thread.tacv2`;
      const team = { id, name };
      const all = members.map((user) => user.id);
      for (const channel of channels) {
        world.addConversation({ id: `19:${channel}@thread.tacv2`, kind: 'channel', team, members: all, herald: true });
      }
      return world.addConversation({ id, kind: 'channel', team, members: all, herald: true });
    },
    addGroupChat(name: string, members: readonly User[]): Conversation {
      const all = members.map((user) => user.id);
      return world.addConversation({
        id: `19:${name}@thread.v2`,
        kind: 'groupChat',
        team: null,
        members: all,
        herald: true,
      });
    },
    addChat(user: User, herald = true): Conversation {
      return world.addConversation({
        id: `a:1${user.name.replace(/\W/g, '')}`,
        kind: 'personal',
        team: null,
        members: [user.id],
        herald,
      });
    },
    /** Somebody types in a conversation; resolves to what Herald answered the request with. */
    async types(user: User, where: string, typed: Typed, more: Sending['activity'] = {}) {
      const activity = { ...from(user, where), ...said(typed), ...more };
      return { ...(await send(activity)), activity };
    },
    /** They change what they had typed. */
    edits: (
      user: User,
      activity: { readonly id: string; readonly conversation: { readonly id: string } },
      typed: Typed,
    ) =>
      send({
        ...from(user, activity.conversation.id, { channelData: { eventType: 'editMessage' } }),
        ...said(typed),
        type: 'messageUpdate',
        id: activity.id,
      }),
    deletes: (user: User, activity: { readonly id: string; readonly conversation: { readonly id: string } }) =>
      send({
        ...from(user, activity.conversation.id, { channelData: { eventType: 'softDeleteMessage' } }),
        type: 'messageDelete',
        id: activity.id,
      }),
    /** They press a button, or send a form, in one of Herald's messages. */
    presses(
      user: User,
      message: Message,
      action: { readonly verb: string; readonly data?: unknown },
      inputs: Readonly<Record<string, string>> = {},
    ) {
      const value = {
        action: {
          type: 'Action.Execute',
          verb: action.verb,
          data: { ...((action.data as object | undefined) ?? {}), ...inputs },
        },
        trigger: 'manual',
      };
      return send({
        ...from(user, message.conversation),
        type: 'invoke',
        name: 'adaptiveCard/action',
        id: `f:${randomUUID()}`,
        replyToId: message.id,
        value,
      });
    },
    invokes(user: User, where: string, name: string, value: unknown, replyToId?: string) {
      const about = replyToId === undefined ? {} : { replyToId };
      return send({ ...from(user, where), type: 'invoke', name, id: `f:${randomUUID()}`, ...about, value });
    },
    stop: service.stop,
  };
}

export type Teams = Awaited<ReturnType<typeof startTeams>>;

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

function without(given: Readonly<Record<string, unknown>>, name: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(given).filter(([key]) => key !== name));
}
