import { z } from 'zod';
import { flag, page, paged } from '../arguments.ts';
import { describeUser, describeUsergroup } from '../describe.ts';
import { SlackRefusal } from '../refusal.ts';
import type { State } from '../state.ts';
import { bot, ourTeam } from '../workspace.ts';
import { type Method, method } from './method.ts';

const withEmail = (state: State) => state.tokens.scopes.has('users:read.email');

export const peopleMethods: Readonly<Record<string, Method>> = {
  'users.info': method(
    ['users:read'],
    z.strictObject({ user: z.string(), include_locale: flag.optional() }),
    (args, state) => {
      const user = state.workspace.users.get(args.user);
      if (user === undefined) throw new SlackRefusal('user_not_found');
      return { user: describeUser(user, withEmail(state)) };
    },
  ),

  'users.list': method(['users:read'], z.strictObject({ include_locale: flag.optional(), ...paged }), (args, state) => {
    const ours = [...state.workspace.users.values()].filter((user) => user.guest !== 'stranger');
    const { items, response_metadata } = page(ours, args.limit ?? 1000, args.cursor);
    const members = items.map((user) => describeUser(user, withEmail(state)));
    return { members, cache_ts: Math.floor(state.clock.now() / 1000), response_metadata };
  }),

  'users.lookupByEmail': method(['users:read.email'], z.strictObject({ email: z.string() }), (args, state) => {
    const wanted = args.email.toLowerCase();
    const fits = [...state.workspace.users.values()].find(
      (user) => user.email?.toLowerCase() === wanted && !user.deleted && user.guest !== 'stranger',
    );
    if (fits === undefined) throw new SlackRefusal('users_not_found');
    return { user: describeUser(fits, true) };
  }),

  'usergroups.list': method(
    ['usergroups:read'],
    z.strictObject({
      include_users: flag.optional(),
      include_count: flag.optional(),
      include_disabled: flag.optional(),
    }),
    (args, state) => {
      const shown = [...state.workspace.usergroups.values()].filter((one) => !one.disabled || args.include_disabled);
      return {
        usergroups: shown.map((one) => ({
          ...describeUsergroup(one),
          ...(args.include_users ? { users: [...one.users] } : {}),
        })),
      };
    },
  ),

  'usergroups.users.list': method(
    ['usergroups:read'],
    z.strictObject({ usergroup: z.string(), include_disabled: flag.optional() }),
    (args, state) => {
      const group = state.workspace.usergroups.get(args.usergroup);
      if (group === undefined) throw new SlackRefusal('no_such_subteam');
      if (group.disabled && args.include_disabled !== true) return { users: [] };
      return { users: [...group.users] };
    },
  ),

  'team.info': method(
    ['team:read'],
    z.strictObject({ team: z.string().optional(), domain: z.string().optional() }),
    () => ({ team: { ...ourTeam, email_domain: 'example.com' } }),
  ),

  'bots.info': method(['users:read'], z.strictObject({ bot: z.string().optional() }), (args, state) => {
    if (args.bot !== undefined && args.bot !== bot.id) throw new SlackRefusal('bot_not_found');
    const name = state.workspace.users.get(bot.user)?.realName;
    return { bot: { id: bot.id, deleted: false, name, app_id: bot.app, user_id: bot.user } };
  }),
};
