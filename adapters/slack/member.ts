import { z } from 'zod';
import type { MeetPeople } from '../../src/commands.ts';
import { visibleName } from '../../src/wording/names.ts';

const profile = z.looseObject({
  real_name: z.string().optional(),
  display_name: z.string().optional(),
  email: z.string().nullish(),
});

const user = z.looseObject({
  id: z.string().min(1),
  team_id: z.string().nullish(),
  name: z.string().optional(),
  real_name: z.string().optional(),
  deleted: z.boolean().optional(),
  is_bot: z.boolean().optional(),
  is_workflow_bot: z.boolean().optional(),
  is_admin: z.boolean().optional(),
  is_owner: z.boolean().optional(),
  is_restricted: z.boolean().optional(),
  is_ultra_restricted: z.boolean().optional(),
  is_stranger: z.boolean().optional(),
  is_email_confirmed: z.boolean().optional(),
  profile: profile.optional(),
});

export type Facts = MeetPeople['people'][number];

/** Somebody as Slack tells of them, and all the names they may be called by. */
export type Member = { readonly user: string; readonly facts: Facts; readonly calledAs: readonly string[] };

/** Null for what is no user. */
export function readMember(told: unknown, team: string): Member | null {
  const { success, data } = user.safeParse(told);
  if (!success) return null;
  const { id, name = '', profile: shown } = data;
  const real = shown?.real_name || data.real_name || '';
  const calledAs = [shown?.display_name ?? '', real, name].filter((one) => one !== '');
  // Somebody of a connected company; their address is not theirs to join people by.
  const outside = data.is_stranger === true || (data.team_id != null && data.team_id !== team);
  return {
    user: id,
    calledAs,
    facts: {
      user: id,
      // The real name first: customers write that one.
      name: [real, shown?.display_name ?? '', name].find(isVisible) ?? id,
      email: outside || data.is_email_confirmed === false ? null : (shown?.email ?? null),
      kind: data.is_bot === true || data.is_workflow_bot === true || id === 'USLACKBOT' ? 'bot' : 'human',
      manager: false,
      admin: !outside && (data.is_admin === true || data.is_owner === true),
      active: data.deleted !== true,
      guest: outside || data.is_restricted === true || data.is_ultra_restricted === true,
    },
  };
}

/** A name may be made of signs that nobody sees. */
function isVisible(name: string): boolean {
  return visibleName(name) !== visibleName('');
}
