import {
  type Activity,
  CloudAdapter,
  type ConversationParameters,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import {
  AuthenticationConstants,
  AuthenticationError,
  ClaimsIdentity,
  type ConnectorClient,
  TeamsConnectorClient,
} from 'botframework-connector';
import { type Cloud, createAuthentication, saysIssuer } from './cloud.ts';
import { CALL_MS, CHECKING_MS, ROSTER_PAGE } from './limits.ts';
import { oneTry } from './one-try.ts';
import type { Heard, InvokeAnswer, Message, TeamsService } from './service.ts';
import type { Registration } from './tokens.ts';
import { TeamsUnheard } from './trouble.ts';
import { within } from './within.ts';

/** Teams through Microsoft's SDK. */
export function createSdk(registration: Registration | null, cloud: Cloud): TeamsService {
  const authentication = createAuthentication(registration, cloud);
  const door = new Door(authentication);
  const claims = new ClaimsIdentity([
    { type: AuthenticationConstants.AudienceClaim, value: registration?.appId ?? '' },
    { type: AuthenticationConstants.AppIdClaim, value: registration?.appId ?? '' },
  ]);
  const connectors = new Map<string, Promise<ConnectorClient>>();
  const bot = { id: `28:${registration?.appId ?? 'herald'}`, name: 'Herald' };

  function connectorTo(serviceUrl: string): Promise<ConnectorClient> {
    const known = connectors.get(serviceUrl);
    if (known) return known;
    const connector = authentication.createConnectorFactory(claims).create(serviceUrl, cloud.scope);
    connectors.set(serviceUrl, connector);
    return connector;
  }

  async function call<T>(
    serviceUrl: string,
    make: (conversations: ConnectorClient['conversations']) => Promise<T>,
  ): Promise<T> {
    const { conversations } = await connectorTo(serviceUrl);
    return within(2 * CALL_MS, make(conversations));
  }

  async function begin(serviceUrl: string, parameters: Partial<ConversationParameters>) {
    const whole = { bot, ...parameters } as ConversationParameters;
    const { id, activityId } = await call(serviceUrl, (to) => to.createConversation(whole));
    return { conversation: id, id: activityId };
  }

  const ofTenant = registration === null ? {} : { tenantId: registration.tenant };
  return {
    async hear(authorization, activity, handle) {
      if (registration !== null && !saysIssuer(authorization, cloud.issuer)) return { status: 401 };
      return hear(door, authorization, activity, handle);
    },
    async post({ serviceUrl, conversation }, message) {
      const { id } = await call(serviceUrl, (to) => to.sendToConversation(conversation, activityOf(message)));
      return { conversation, id };
    },
    postInChannel: ({ serviceUrl, conversation }, message) =>
      begin(serviceUrl, {
        ...ofTenant,
        isGroup: true,
        channelData: { channel: { id: conversation } },
        activity: activityOf(message) as Activity,
      }),
    async edit({ serviceUrl, conversation }, id, message) {
      await call(serviceUrl, (to) => to.updateActivity(conversation, id, { ...activityOf(message), id }));
    },
    async remove({ serviceUrl, conversation }, id) {
      await call(serviceUrl, (to) => to.deleteActivity(conversation, id));
    },
    async typing({ serviceUrl, conversation }) {
      await call(serviceUrl, (to) => to.sendToConversation(conversation, { type: 'typing' }));
    },
    async chatWith(serviceUrl, user) {
      const tenant = registration === null ? {} : { channelData: { tenant: { id: registration.tenant } } };
      const members = [{ id: user, name: '' }];
      return (await begin(serviceUrl, { ...ofTenant, ...tenant, isGroup: false, members })).conversation;
    },
    async roster({ serviceUrl, conversation }, next) {
      const paging = { pageSize: ROSTER_PAGE, ...(next === null ? {} : { continuationToken: next }) };
      const page = await call(serviceUrl, (to) =>
        to.getConversationPagedMembers(conversation, paging as typeof paging & { continuationToken: string }),
      );
      return { members: page.members ?? [], next: page.continuationToken || null };
    },
    channels: async (serviceUrl, team) => {
      const { credentials } = await connectorTo(serviceUrl);
      const connector = new TeamsConnectorClient(credentials, { baseUri: serviceUrl, httpClient: oneTry });
      const list = await within(2 * CALL_MS, connector.teams.fetchChannelList(team));
      return list.conversations ?? [];
    },
    member: ({ serviceUrl, conversation }, user) =>
      call(serviceUrl, (to) => to.getConversationMember(conversation, user)),
  };
}

/** The SDK's own `process` dies of a body whose type is a number, and logs what strangers send. */
class Door extends CloudAdapter {
  take(authorization: string, activity: Activity, logic: (context: TurnContext) => Promise<void>) {
    return this.processActivity(authorization, activity, logic) as Promise<InvokeResponse | undefined>;
  }
}

async function hear(
  door: Door,
  authorization: string,
  activity: Readonly<Record<string, unknown>>,
  handle: () => Promise<InvokeAnswer | null>,
): Promise<Heard> {
  let handling: Promise<InvokeAnswer | null> | null = null;
  const checked = Promise.withResolvers<unknown>();
  const logic = async (context: TurnContext) => {
    checked.resolve(null);
    handling = handle();
    // What goes wrong in here is Herald's, and not the sender's.
    const answer = await handling.catch(() => null);
    if (answer !== null) await context.sendActivity({ type: 'invokeResponse', value: answer });
  };
  try {
    const taken = door.take(authorization, { ...activity } as unknown as Activity, logic);
    taken.then(checked.resolve, checked.reject);
    await within(CHECKING_MS, checked.promise);
    const response = await taken;
    if (handling !== null) await handling;
    return { status: response?.status ?? 200, body: response?.body };
  } catch (error) {
    if (handling !== null) {
      await handling;
      throw error;
    }
    return { status: isOurs(error) ? 503 : 401 };
  }
}

/** Whether the keys could not be had, rather than what was sent being wrong. */
function isOurs(error: unknown): boolean {
  if (error instanceof AuthenticationError) return error.statusCode >= 500;
  return error instanceof TeamsUnheard || (error instanceof Error && error.name === 'FetchError');
}

function activityOf({ card, text, summary }: Message): Partial<Activity> {
  if (card === null) return { type: 'message', text, summary };
  return {
    type: 'message',
    summary,
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
  };
}
