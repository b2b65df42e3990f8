// What all interactive payloads have in common.

import type { Thing } from '../json.ts';
import type { State } from '../state.ts';
import { bot, type Channel, ourTeam } from '../workspace.ts';

export function interactive(type: string, user: string, state: State): Thing {
  if (state.manifest.settings?.interactivity?.is_enabled !== true) {
    throw new Error('This app is not configured to handle interactive responses.');
  }
  const name = state.workspace.users.get(user)?.name ?? user;
  return {
    type,
    token: 'legacy',
    api_app_id: bot.app,
    team: { id: ourTeam.id, domain: ourTeam.domain },
    enterprise: null,
    is_enterprise_install: false,
    user: { id: user, username: name, name, team_id: state.workspace.users.get(user)?.team ?? ourTeam.id },
  };
}

export function channelName(channel: Channel): string {
  if (channel.kind === 'im') return 'directmessage';
  return channel.kind === 'private' ? 'privategroup' : channel.name;
}
