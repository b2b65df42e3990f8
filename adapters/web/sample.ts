// The sample company. Its names are made up, and the page says so.

import type { MeetPeople, OpenConnection } from '../../src/commands.ts';

export const CONNECTION = 'web';
export const CHANNEL = 'good-news';

export const organization: OpenConnection['organization'] = {
  id: '01920000-0000-7000-8000-5a3b1e000001',
  name: 'Sample company',
  sample: true,
};

type Colleague = MeetPeople['people'][number] & { readonly does: string };

/** One manager, who is an admin too; the others face customers. */
export const colleagues: readonly Colleague[] = [
  colleague('ana', 'Ana Duarte', 'answers the phones'),
  colleague('ben', 'Ben Okafor', 'delivers and installs'),
  colleague('chloe', 'Chloé Martin', 'plans the routes'),
  colleague('hiro', 'Hiro Tanaka', 'looks after the web shop'),
  colleague('noor', 'Noor Haddad', 'repairs what comes back'),
  { ...colleague('dana', 'Dana Lindqvist', 'brings in customers’ mail'), manager: true, admin: true },
];

function colleague(user: string, name: string, does: string): Colleague {
  const email = `${user}@example.com`;
  return { user, name, does, email, kind: 'human', manager: false, admin: false, active: true, guest: false };
}

export function whatTheyDo(user: string): string {
  return colleagues.find((one) => one.user === user)?.does ?? '';
}
