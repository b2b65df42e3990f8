// Which scope opens what, from Slack's reference of methods and events.

import type { Channel } from './workspace.ts';

const families = { public: 'channels', private: 'groups', im: 'im', mpim: 'mpim' } as const;

export const readScope = (kind: Channel['kind']) => `${families[kind]}:read`;
export const historyScope = (kind: Channel['kind']) => `${families[kind]}:history`;
export const readScopes = Object.values(families).map((family) => `${family}:read`);
export const historyScopes = Object.values(families).map((family) => `${family}:history`);

/** Scopes without which Slack does not send an event; any one of them is enough. */
export const scopesOfEvent: Readonly<Record<string, readonly string[]>> = {
  app_home_opened: [],
  app_mention: ['app_mentions:read'],
  app_rate_limited: [],
  app_uninstalled: [],
  channel_archive: ['channels:read'],
  channel_deleted: ['channels:read'],
  channel_id_changed: ['channels:read', 'groups:read', 'im:read', 'mpim:read'],
  channel_left: ['channels:read'],
  channel_rename: ['channels:read'],
  channel_unarchive: ['channels:read'],
  file_shared: ['files:read'],
  group_archive: ['groups:read'],
  group_deleted: ['groups:read'],
  group_left: ['groups:read'],
  group_rename: ['groups:read'],
  group_unarchive: ['groups:read'],
  member_joined_channel: ['channels:read', 'groups:read'],
  member_left_channel: ['channels:read', 'groups:read'],
  'message.channels': ['channels:history'],
  'message.groups': ['groups:history'],
  'message.im': ['im:history'],
  'message.mpim': ['mpim:history'],
  reaction_added: ['reactions:read'],
  reaction_removed: ['reactions:read'],
  subteam_created: ['usergroups:read'],
  subteam_members_changed: ['usergroups:read'],
  subteam_updated: ['usergroups:read'],
  team_join: ['users:read'],
  team_rename: ['team:read'],
  tokens_revoked: [],
  user_change: ['users:read'],
  user_profile_changed: ['users:read'],
};
