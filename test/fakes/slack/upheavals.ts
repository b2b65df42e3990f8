// What happens to a workspace and an app's place in it: channels archived and renamed, people gone, the app removed.

import { describeUser } from './describe.ts';
import type { Events } from './events.ts';
import { newId } from './ids.ts';
import type { State } from './state.ts';
import { bot, type Channel, ourTeam, type User } from './workspace.ts';

export function createUpheavals(state: State, events: Events) {
  const { workspace, tokens, messages } = state;

  function channel(id: string): Channel {
    const found = workspace.channels.get(id);
    if (found === undefined) throw new Error(`There is no channel ${id}.`);
    return found;
  }

  function user(id: string): User {
    const found = workspace.users.get(id);
    if (found === undefined) throw new Error(`There is no user ${id}.`);
    return found;
  }

  const family = (one: Channel) => (one.kind === 'private' ? 'group' : 'channel');
  const ts = () => messages.nextTs();

  return {
    archives(id: string) {
      const one = channel(id);
      one.archived = true;
      const type = `${family(one)}_archive`;
      return one.members.has(bot.user)
        ? events.send(type, { type, channel: id, user: 'USLACKBOT', event_ts: ts() })
        : null;
    },
    unarchives(id: string) {
      const one = channel(id);
      one.archived = false;
      const type = `${family(one)}_unarchive`;
      return events.send(type, { type, channel: id, user: 'USLACKBOT', event_ts: ts() });
    },
    renames(id: string, name: string) {
      const one = channel(id);
      one.name = name;
      const type = `${family(one)}_rename`;
      const about = { id, name, is_channel: one.kind === 'public', created: 1_700_000_000 };
      return events.send(type, { type, channel: about, event_ts: ts() });
    },
    /** Shared with another company, a channel may get another id. */
    changesId(id: string, to: string) {
      const one = channel(id);
      workspace.channels.delete(id);
      workspace.channels.set(to, { ...one, id: to, connected: true });
      messages.move(id, to);
      const type = 'channel_id_changed';
      return events.send(type, { type, old_channel_id: id, new_channel_id: to, event_ts: ts() });
    },
    deletes(id: string) {
      const one = channel(id);
      workspace.channels.delete(id);
      const type = `${family(one)}_deleted`;
      return events.send(type, { type, channel: id, actor_id: 'USLACKBOT', event_ts: ts() });
    },
    /** Somebody, the app's bot too, comes into a channel. */
    joins(id: string, who: string) {
      const one = channel(id);
      one.members.add(who);
      if (!one.members.has(bot.user)) return null;
      const about = { user: who, channel: id, channel_type: one.kind === 'private' ? 'G' : 'C', team: ourTeam.id };
      const type = 'member_joined_channel';
      return events.send(type, { type, ...about, inviter: 'USLACKBOT', event_ts: ts() });
    },
    /** Somebody leaves a channel or is taken out of it. */
    leaves(id: string, who: string) {
      const one = channel(id);
      const heard = one.members.has(bot.user);
      one.members.delete(who);
      if (who === bot.user) {
        const type = `${family(one)}_left`;
        return events.send(type, { type, channel: id, actor_id: 'USLACKBOT', event_ts: ts() });
      }
      const about = { user: who, channel: id, channel_type: one.kind === 'private' ? 'G' : 'C', team: ourTeam.id };
      const type = 'member_left_channel';
      return heard ? events.send(type, { type, ...about, event_ts: ts() }) : null;
    },
    /** A person's name, role or standing changes: `{ deleted: true }` is a deactivation. */
    changes(id: string, change: Partial<Omit<User, 'id'>>) {
      const one = Object.assign(user(id), change);
      if (one.deleted) for (const each of workspace.channels.values()) if (each.kind !== 'im') each.members.delete(id);
      const about = { user: describeUser(one, tokens.scopes.has('users:read.email')), event_ts: ts() };
      return events.send('user_change', { type: 'user_change', cache_ts: 1_700_000_000, ...about });
    },
    welcomes(given: Partial<User>) {
      const one = workspace.addUser(given);
      const about = { user: describeUser(one, tokens.scopes.has('users:read.email')), event_ts: ts() };
      return events.send('team_join', { type: 'team_join', cache_ts: 1_700_000_000, ...about });
    },
    /** A mail arrives at a channel's address: Slackbot posts it as a file. */
    receivesMail(id: string, mail: { subject: string; from: string; text: string; html?: string; messageId?: string }) {
      const file = state.files.add({
        name: mail.subject,
        title: mail.subject,
        mimetype: 'text/html',
        filetype: 'email',
        mode: 'email',
        body: mail.html ?? `<pre>${mail.text}</pre>`,
        email: {
          subject: mail.subject,
          from: [{ address: mail.from, name: mail.from, original: mail.from }],
          to: [{ address: `${id.toLowerCase()}@example.slack.com`, name: '', original: '' }],
          cc: [],
          attachments: [],
          original_attachment_count: 0,
          headers: {
            date: '',
            in_reply_to: null,
            reply_to: null,
            message_id: mail.messageId ?? `<${newId('m')}@example.com>`,
          },
          plain_text: mail.text,
          preview: mail.text.slice(0, 200),
          preview_plain_text: mail.text.slice(0, 200),
        },
      });
      file.channels.add(id);
      const about = { text: '', files: [file.id], subtype: 'file_share', botId: newId('B') };
      return { file, message: state.post({ channel: id, user: 'USLACKBOT', ...about }) };
    },
    /** An admin takes the app out of the workspace; its tokens stop working. The two events come in either order. */
    uninstalls(first: 'app_uninstalled' | 'tokens_revoked' = 'app_uninstalled') {
      tokens.revoke('bot', 'account_inactive');
      const revoked = { type: 'tokens_revoked', tokens: { oauth: [], bot: [bot.user] }, event_ts: ts() };
      const send = {
        app_uninstalled: () => events.send('app_uninstalled', { type: 'app_uninstalled', event_ts: ts() }),
        tokens_revoked: () => events.send('tokens_revoked', revoked),
      };
      const second = first === 'app_uninstalled' ? 'tokens_revoked' : 'app_uninstalled';
      return [send[first](), send[second]()] as const;
    },
  };
}
