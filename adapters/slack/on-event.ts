import { loseConnection } from './connection.ts';
import type { Desk } from './desk.ts';
import { EVENT_NAMES, type EventName } from './event-names.ts';
import type { Happened } from './happened.ts';
import { onBotJoined, onBotLeft, onPlaceFound, onPlaceLost, onPlaceMoved } from './on-channel.ts';
import { onFile } from './on-file.ts';
import { onHomeOpened } from './on-home.ts';
import { onReactionAdded, onReactionRemoved } from './on-reaction.ts';
import { onSaid } from './on-said.ts';
import { onUserChanged } from './on-user.ts';
import { readEvent, readRevoked } from './read-event.ts';

type Handler = (desk: Desk, happened: Happened) => Promise<void>;

/** Each resolves once what it asks for is stored; Slack then hears so. */
const EVENTS: Readonly<Record<EventName, Handler>> = {
  app_home_opened: onHomeOpened,
  app_mention: onSaid,
  app_uninstalled: onUninstalled,
  channel_archive: onPlaceLost('archived'),
  channel_deleted: onPlaceLost('archived'),
  channel_left: onPlaceLost('bot-removed'),
  channel_id_changed: onPlaceMoved,
  // Channels are known by their ids; a new name changes nothing.
  channel_rename: async () => undefined,
  channel_unarchive: onPlaceFound,
  file_shared: onFile,
  group_archive: onPlaceLost('archived'),
  group_deleted: onPlaceLost('archived'),
  group_left: onPlaceLost('bot-removed'),
  group_rename: async () => undefined,
  group_unarchive: onPlaceFound,
  member_joined_channel: onBotJoined,
  member_left_channel: onBotLeft,
  message: onSaid,
  reaction_added: onReactionAdded,
  reaction_removed: onReactionRemoved,
  tokens_revoked: onTokensRevoked,
  user_change: onUserChanged,
};

export async function onEvent(desk: Desk, body: unknown): Promise<void> {
  const envelope = readEvent(body);
  if (envelope === null) return;
  const { event, event_id, team_id } = envelope;
  const ours = team_id == null || team_id === desk.workspace.team;
  if (!ours && OF_ONE_INSTALLATION.includes(event.type)) return;
  if (!isOurs(event.type)) return;
  await EVENTS[event.type](desk, { event, key: `slack:event:${event_id}` });
}

/** An app that is installed in several workspaces hears of the others too; leaving those is none of this one's end. */
const OF_ONE_INSTALLATION = ['app_uninstalled', 'tokens_revoked'];

function onUninstalled(desk: Desk): Promise<void> {
  return loseConnection(desk, 'account_inactive');
}

/** Slack names the bot's user whose token was revoked; people's tokens are none of ours. */
async function onTokensRevoked(desk: Desk, { event }: Happened): Promise<void> {
  const bots = readRevoked(event)?.tokens?.bot ?? [];
  if (bots.length > 0) await loseConnection(desk, 'token_revoked');
}

function isOurs(type: string): type is EventName {
  return (EVENT_NAMES as readonly string[]).includes(type);
}
