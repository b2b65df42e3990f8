// Users, channels, groups and teams in the form in which Slack's API tells of them.

import type { Thing } from './json.ts';
import { bot, type Channel, ourTeam, type User, type Usergroup } from './workspace.ts';

export function describeUser(user: User, withEmail: boolean): Thing {
  const stranger = user.guest === 'stranger';
  return {
    id: user.id,
    team_id: user.team,
    name: user.name,
    deleted: user.deleted,
    real_name: user.realName,
    tz: user.timeZone,
    profile: {
      real_name: user.realName,
      real_name_normalized: user.realName,
      display_name: user.displayName,
      display_name_normalized: user.displayName,
      team: user.team,
      ...(withEmail && user.email !== null && !stranger ? { email: user.email } : {}),
      ...(user.isBot ? { bot_id: user.id === bot.user ? bot.id : `B${user.id.slice(1)}`, api_app_id: bot.app } : {}),
    },
    is_bot: user.isBot,
    is_app_user: false,
    updated: 1_700_000_000,
    ...(user.deleted
      ? {}
      : {
          is_admin: user.admin || user.owner,
          is_owner: user.owner,
          is_primary_owner: false,
          is_restricted: user.guest === 'restricted' || user.guest === 'ultra',
          is_ultra_restricted: user.guest === 'ultra',
        }),
    ...(stranger ? { is_stranger: true } : {}),
  };
}

export function describeChannel(channel: Channel): Thing {
  if (channel.kind === 'im') {
    const user = [...channel.members].find((member) => member !== bot.user);
    return { id: channel.id, created: 1_700_000_000, is_im: true, user, is_archived: channel.archived, is_open: true };
  }
  return {
    id: channel.id,
    name: channel.name,
    name_normalized: channel.name,
    created: 1_700_000_000,
    is_channel: channel.kind === 'public',
    is_group: channel.kind === 'private',
    is_im: false,
    is_mpim: channel.kind === 'mpim',
    is_private: channel.kind !== 'public',
    is_archived: channel.archived,
    is_general: false,
    is_member: channel.members.has(bot.user),
    is_shared: channel.connected,
    is_ext_shared: channel.connected,
    is_org_shared: false,
    context_team_id: ourTeam.id,
    topic: { value: '', creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
  };
}

export function describeUsergroup(group: Usergroup): Thing {
  return {
    id: group.id,
    team_id: ourTeam.id,
    is_usergroup: true,
    name: group.name,
    handle: group.handle,
    description: '',
    date_delete: group.disabled ? 1_700_000_000 : 0,
    user_count: group.users.size,
  };
}
