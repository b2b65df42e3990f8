import { z } from 'zod';
import type { Cloud } from './cloud.ts';
import { ROSTER_PAGE } from './limits.ts';
import { type Call, oneTry } from './one-try.ts';
import type { Message, Posted, Talk, TeamsService } from './service.ts';
import { createTokens, type Registration } from './tokens.ts';
import { TeamsRefused } from './trouble.ts';

/** What stands is there even where Teams does not say how to reach it again. */
const posted = z.looseObject({ id: z.string().catch('') }).catch({ id: '' });
const begun = z.looseObject({ id: z.string().min(1), activityId: z.string().catch('') });
const roster = z.looseObject({ members: z.array(z.unknown()).nullish(), continuationToken: z.string().nullish() });
const channelList = z.looseObject({ conversations: z.unknown().optional() });

/**
 * Speaks to Teams by the service's own calls, each made once
 * (learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference).
 */
export function createConnector(registration: Registration | null, cloud: Cloud): Omit<TeamsService, 'hear'> {
  const tokens = registration === null ? null : createTokens(registration, cloud);
  const bot = { id: `28:${registration?.appId ?? 'herald'}`, name: 'Herald' };
  const tenant = registration === null ? {} : { tenantId: registration.tenant };

  async function call(method: Call['method'], url: string, body: object | null = null): Promise<unknown> {
    if (tokens === null) return oneTry({ method, url, body, token: null });
    const token = await tokens.token();
    try {
      return await oneTry({ method, url, body, token });
    } catch (error) {
      // Refused is not done: with another token it is asked for the first time. Only when that is refused too, Herald is out.
      if (!(error instanceof TeamsRefused && error.status === 401)) throw error;
      return oneTry({ method, url, body, token: await tokens.instead(token) });
    }
  }

  async function begin(serviceUrl: string, parameters: object): Promise<z.infer<typeof begun>> {
    return begun.parse(await call('POST', at(serviceUrl, 'conversations'), { bot, ...tenant, ...parameters }));
  }

  async function say({ serviceUrl, conversation }: Talk, activity: object): Promise<Posted> {
    const url = at(serviceUrl, 'conversations', conversation, 'activities');
    const { id } = posted.parse(await call('POST', url, activity));
    return { conversation, id };
  }

  return {
    post: (talk, message) => say(talk, activityOf(message)),
    offerFile(talk, { name, description, size, context }) {
      const answers = { acceptContext: { what: context }, declineContext: { what: context } };
      const content = { description, sizeInBytes: size, ...answers };
      return say(talk, fileCard('consent', { name, content }));
    },
    showFile(talk, { name, address, id, type }) {
      return say(talk, fileCard('info', { name, contentUrl: address, content: { uniqueId: id, fileType: type } }));
    },
    async postInChannel({ serviceUrl, conversation }, message) {
      const channelData = { channel: { id: conversation } };
      const activity = activityOf(message);
      const { id, activityId } = await begin(serviceUrl, { isGroup: true, channelData, activity });
      return { conversation: id, id: activityId };
    },
    async edit({ serviceUrl, conversation }, id, message) {
      const url = at(serviceUrl, 'conversations', conversation, 'activities', id);
      await call('PUT', url, { ...activityOf(message), id });
    },
    async remove({ serviceUrl, conversation }, id) {
      await call('DELETE', at(serviceUrl, 'conversations', conversation, 'activities', id));
    },
    async typing({ serviceUrl, conversation }) {
      await call('POST', at(serviceUrl, 'conversations', conversation, 'activities'), { type: 'typing' });
    },
    async chatWith(serviceUrl, user) {
      const channelData = registration === null ? {} : { channelData: { tenant: { id: registration.tenant } } };
      return (await begin(serviceUrl, { ...channelData, isGroup: false, members: [{ id: user, name: '' }] })).id;
    },
    async roster({ serviceUrl, conversation }, next) {
      const paging = { pageSize: String(ROSTER_PAGE), ...(next === null ? {} : { continuationToken: next }) };
      const url = `${at(serviceUrl, 'conversations', conversation, 'pagedmembers')}?${new URLSearchParams(paging)}`;
      const page = roster.parse(await call('GET', url));
      return { members: page.members ?? [], next: page.continuationToken || null };
    },
    member: ({ serviceUrl, conversation }, user) =>
      call('GET', at(serviceUrl, 'conversations', conversation, 'members', user)),
    async channels(serviceUrl, team) {
      return channelList.parse(await call('GET', at(serviceUrl, 'teams', team, 'conversations'))).conversations ?? [];
    },
  };
}

function at(serviceUrl: string, ...path: readonly string[]): string {
  return `${serviceUrl.replace(/\/+$/, '')}/v3/${path.map(encodeURIComponent).join('/')}`;
}

/** learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4 */
function fileCard(kind: 'consent' | 'info', attached: object): object {
  const contentType = `application/vnd.microsoft.teams.card.file.${kind}`;
  return { type: 'message', attachments: [{ contentType, ...attached }] };
}

function activityOf({ card, text, summary }: Message): object {
  if (card === null) return { type: 'message', text, summary };
  const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }];
  return { type: 'message', summary, attachments };
}
