/** Every event of the manifest, and no other. */
export const EVENT_NAMES = [
  'app_home_opened',
  'app_mention',
  'app_uninstalled',
  'channel_archive',
  'channel_deleted',
  'channel_left',
  'channel_id_changed',
  'channel_rename',
  'channel_unarchive',
  'file_shared',
  'group_archive',
  'group_deleted',
  'group_left',
  'group_rename',
  'group_unarchive',
  'member_joined_channel',
  'member_left_channel',
  'message',
  'reaction_added',
  'reaction_removed',
  'tokens_revoked',
  'user_change',
] as const;

export type EventName = (typeof EVENT_NAMES)[number];
