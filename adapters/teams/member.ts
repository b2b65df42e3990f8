import { z } from 'zod';
import type { MeetPeople } from '../../src/commands.ts';

const told = z.looseObject({
  id: z.string().min(1),
  aadObjectId: z.string().nullish(),
  objectId: z.string().nullish(),
  name: z.string().nullish(),
  givenName: z.string().nullish(),
  email: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
  userRole: z.string().nullish(),
  tenantId: z.string().nullish(),
});

export type Facts = MeetPeople['people'][number];

/** Somebody as Teams tells of them, with the directory's id. */
export type Member = { readonly user: string; readonly directory: string | null; readonly facts: Facts };

type House = { readonly tenant: string | null; readonly admins: readonly string[] };

/** Null for what is nobody. */
export function readMember(given: unknown, { tenant, admins }: House): Member | null {
  const { success, data } = told.safeParse(given);
  if (!success) return null;
  const { id, name, email, userPrincipalName: account } = data;
  const outside = tenant !== null && data.tenantId != null && data.tenantId !== tenant;
  const guest = outside || /^(guest|anonymous)$/i.test(data.userRole ?? '') || /#EXT#/i.test(account ?? '');
  const address = [email, account].find((one) => one != null && isAddress(one))?.toLowerCase() ?? null;
  return {
    user: id,
    directory: data.aadObjectId ?? data.objectId ?? null,
    facts: {
      user: id,
      name: name || data.givenName || id,
      // Whoever comes from outside brings an address that this company's directory does not vouch for.
      email: guest ? null : address,
      kind: id.startsWith('28:') ? 'bot' : 'human',
      manager: false,
      admin: !guest && address !== null && admins.includes(address),
      active: true,
      guest,
    },
  };
}

function isAddress(text: string): boolean {
  return /^[^\s@#]+@[^\s@]+\.[^\s@]+$/.test(text);
}
