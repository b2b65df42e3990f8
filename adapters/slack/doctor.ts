import { WebClient } from '@slack/web-api';
import { SCOPES } from './scopes.ts';
import { explained, troubleOf } from './trouble.ts';
import { callOptions, createWebApi } from './web-api.ts';

export type Finding = { readonly ok: boolean; readonly text: string };

const good = (text: string): Finding => ({ ok: true, text });
const bad = (text: string): Finding => ({ ok: false, text });

/** Where an admin clicks; each finding that needs them ends with one of these. */
const PERMISSIONS = 'api.slack.com/apps → your app → OAuth & Permissions';
const BASICS = 'api.slack.com/apps → your app → Basic Information';

type Asked = {
  readonly botToken: string;
  readonly apiUrl: string | null;
  readonly way: { readonly kind: 'http' } | { readonly kind: 'socket'; readonly appToken: string };
};

/** Asks Slack what it makes of the tokens, the scopes and the digest's channels. Changes nothing. */
export async function examineSlack(settings: Asked, digestChannels: readonly string[]): Promise<readonly Finding[]> {
  const api = createWebApi(settings.botToken, settings.apiUrl);
  const token = await examineToken(api);
  const socket = settings.way.kind === 'socket' ? [await examineAppToken(settings.way.appToken, settings.apiUrl)] : [];
  if (!token.ok) return [...token.findings, ...socket];
  const channels = await Promise.all(digestChannels.map((channel) => examineChannel(api, channel)));
  return [...token.findings, ...socket, ...channels];
}

async function examineToken(api: WebClient): Promise<{ readonly ok: boolean; readonly findings: readonly Finding[] }> {
  try {
    const { team, user, response_metadata } = await api.auth.test();
    const granted = new Set(response_metadata?.scopes ?? []);
    return { ok: true, findings: [good(`the bot token works: ${user} in ${team}`), ...examineScopes(granted)] };
  } catch (error) {
    return { ok: false, findings: [bad(`SLACK_BOT_TOKEN: ${said(error)}. Look at ${PERMISSIONS}`)] };
  }
}

function examineScopes(granted: ReadonlySet<string>): readonly Finding[] {
  const missing = Object.entries(SCOPES).filter(([scope]) => !granted.has(scope));
  if (missing.length === 0) return [good('every scope is granted')];
  return missing.map(([scope, { for: purpose, optional }]) =>
    optional
      ? good(`without ${scope} (optional): no ${purpose}. To have it: ${PERMISSIONS}, add it, reinstall`)
      : bad(`the scope ${scope} is missing: no ${purpose}. Add it under ${PERMISSIONS}, then reinstall the app`),
  );
}

async function examineAppToken(appToken: string, apiUrl: string | null): Promise<Finding> {
  try {
    await new WebClient(appToken, callOptions(apiUrl)).apps.connections.open();
    return good('the app token works: Socket Mode is on');
  } catch (error) {
    return bad(
      `SLACK_APP_TOKEN: ${said(error)}. Make one with connections:write under ${BASICS}, and turn Socket Mode on`,
    );
  }
}

async function examineChannel(api: WebClient, channel: string): Promise<Finding> {
  try {
    const { channel: facts } = await api.conversations.info({ channel });
    const name = facts?.name === undefined ? channel : `#${facts.name}`;
    if (facts?.is_archived)
      return bad(`the digest’s channel ${name} is archived. Choose another: type /kudos settings`);
    if (!facts?.is_member) return bad(`Herald is not in the digest’s channel ${name}. Type /invite @Herald there`);
    return good(`the digest goes to ${name}`);
  } catch (error) {
    return bad(`the digest’s channel ${channel}: ${said(error)}`);
  }
}

function said(error: unknown): string {
  const trouble = troubleOf(error);
  switch (trouble.kind) {
    case 'refused':
      return explained(trouble);
    case 'wait':
      return 'Slack asks to wait. Try again in a minute';
    case 'not-reached':
    case 'unheard':
      return 'Slack could not be reached. Look at the network and SLACK_API_URL';
    default:
      return trouble satisfies never;
  }
}
