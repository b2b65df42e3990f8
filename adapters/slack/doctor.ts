import { WebClient } from '@slack/web-api';
import { channelId } from './channels.ts';
import { type Finding, failing, fine, wanting } from './finding.ts';
import { SCOPES } from './scopes.ts';
import { troubleOf } from './trouble.ts';
import { callOptions } from './web-api.ts';

type Settings = {
  readonly botToken: string;
  readonly apiUrl: string | null;
  readonly way: { readonly kind: 'http' } | { readonly kind: 'socket'; readonly appToken: string };
};

/** Somebody is waiting for the answer. */
const PATIENCE_MS = 4000;
const WHERE_APPS_ARE = 'https://api.slack.com/apps';
const ADD_SCOPE = `At ${WHERE_APPS_ARE} choose Herald, then OAuth & Permissions, Bot Token Scopes, Add an OAuth Scope; then Reinstall to Workspace above`;
const COPY_BOT_TOKEN = `At ${WHERE_APPS_ARE} choose Herald, then OAuth & Permissions, and copy the Bot User OAuth Token (xoxb-…) into SLACK_BOT_TOKEN; Install to Workspace makes one where there is none`;
const COPY_APP_TOKEN = `At ${WHERE_APPS_ARE} choose Herald, then Basic Information, App-Level Tokens, Generate Token and Scopes with connections:write, and copy it (xapp-…) into SLACK_APP_TOKEN`;
const CALL_IT_IN = 'In that channel type /invite @Herald';
const CHOOSE_CHANNEL = 'Choose one with /kudos settings';
const ONLY_SEEDS = 'DIGEST_CHANNEL only seeds the first start';

/** Where the digest goes: what is stored, undefined before the first start; and what DIGEST_CHANNEL says, a name or an id. */
type DigestChannel = { readonly stored: string | null | undefined; readonly configured: string | null };

/** Looks whether Slack takes the tokens and lets Herald do its work; changes nothing there. Never throws. */
export async function checkSlack(settings: Settings, digestChannel: DigestChannel): Promise<readonly Finding[]> {
  const api = quickApi(settings.botToken, settings.apiUrl);
  const [workspace, door] = await Promise.all([checkBot(api), checkDoor(settings)]);
  // Without a token that holds there is nothing to be learned about channels.
  const channel = workspace.every(({ known }) => known) ? [await checkChannel(api, digestChannel)] : [];
  return [...workspace.map(({ line, ok }) => ({ line, ok })), door, ...channel];
}

function quickApi(token: string, apiUrl: string | null): WebClient {
  return new WebClient(token, callOptions(apiUrl, PATIENCE_MS));
}

async function checkBot(api: WebClient): Promise<readonly (Finding & { readonly known: boolean })[]> {
  try {
    const { team, user, response_metadata: about } = await api.auth.test();
    const workspace = fine('Slack', `${team ?? 'the workspace'}, where Herald is @${user ?? 'Herald'}`);
    return [workspace, ...scopeFindings(about?.scopes ?? [])].map((finding) => ({ ...finding, known: true }));
  } catch (error) {
    return [{ ...failing('Slack', 'SLACK_BOT_TOKEN', error, COPY_BOT_TOKEN), known: false }];
  }
}

function scopeFindings(granted: readonly string[]): readonly Finding[] {
  const lacking = Object.entries(SCOPES).filter(([scope]) => !granted.includes(scope));
  const findings = lacking.map(([scope, { for: purpose, optional }]) =>
    optional
      ? fine('Scopes', `${scope} is not granted, which is optional, for ${purpose}. ${ADD_SCOPE}`)
      : wanting('Scopes', `${scope} is missing, for ${purpose}. ${ADD_SCOPE}`),
  );
  return findings.every(({ ok }) => ok) ? [fine('Scopes', 'all that are needed'), ...findings] : findings;
}

async function checkDoor({ way, apiUrl }: Settings): Promise<Finding> {
  if (way.kind === 'http') {
    return fine('Requests', 'come over HTTP to /slack/events; whether SLACK_SIGNING_SECRET is right shows only then');
  }
  try {
    await quickApi(way.appToken, apiUrl).apps.connections.open();
    return fine('Sockets', 'SLACK_APP_TOKEN is taken');
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble.kind === 'refused' && trouble.error === 'socket_mode_not_enabled') {
      return wanting(
        'Sockets',
        `Socket Mode is off. At ${WHERE_APPS_ARE} choose Herald, then Socket Mode, and enable it`,
      );
    }
    return failing('Sockets', 'SLACK_APP_TOKEN', error, COPY_APP_TOKEN);
  }
}

async function checkChannel(api: WebClient, { stored, configured }: DigestChannel): Promise<Finding> {
  const given = stored === undefined ? configured : stored;
  if (given === null) {
    const other = stored === undefined ? ', or set DIGEST_CHANNEL' : configured === null ? '' : `; ${ONLY_SEEDS}`;
    return wanting('Channel', `no digest channel yet. ${CHOOSE_CHANNEL}${other}`);
  }
  try {
    const channel = await channelId(api, given);
    if (channel === null) return notThere(given);
    const { channel: told } = await api.conversations.info({ channel });
    const name = `#${told?.name ?? channel}`;
    if (told?.is_archived)
      return wanting('Channel', `${name} is archived, so no digest can go there. ${CHOOSE_CHANNEL}`);
    const names = [given, channel, name, name.slice(1)].map((one) => one.toLowerCase());
    const asSet = configured === null || names.includes(configured.toLowerCase());
    const goes = `where the digest goes${asSet ? '' : ` (as stored; ${ONLY_SEEDS})`}`;
    if (!told?.is_member) return wanting('Channel', `Herald is not in ${name}, ${goes}. ${CALL_IT_IN}`);
    return fine('Channel', `${name}, ${goes}`);
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble.kind === 'refused' && trouble.error === 'channel_not_found') return notThere(given);
    return failing('Channel', given, error, ADD_SCOPE);
  }
}

function notThere(given: string): Finding {
  const which = `there is no channel ${given}, or it is private and Herald is not in it`;
  return wanting('Channel', `${which}. ${CALL_IT_IN}, or: ${CHOOSE_CHANNEL}`);
}
