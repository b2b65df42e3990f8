import type { DigestSchedule, GiveKudos, Identity, Instant, Place } from '../../src/commands.ts';
import type { Core } from '../../src/ports.ts';

// A company for tests: people p0, p1, …; p0 manages and is an admin.

export const COMPANY = 'company-for-tests';
export const CONNECTION = 'connection-for-tests';

export const channel: Place = { kind: 'channel', connection: CONNECTION, channel: 'good-news' };

export const mondayMorning: DigestSchedule = { minute: 0, hour: 9, weekday: 1, timeZone: 'Europe/Berlin' };

export function person(number: number): Identity {
  return { connection: CONNECTION, user: `p${number}` };
}

/** Makes the company and its people known; asked again it changes nothing. */
export async function foundCompany(
  core: Core,
  options: { readonly at: Instant; readonly people: number; readonly schedule?: DigestSchedule },
): Promise<void> {
  const { at } = options;
  await core.handle({
    type: 'open-connection',
    key: 'open',
    at,
    organization: { id: COMPANY, name: 'Company for tests', sample: true },
    connection: { id: CONNECTION, platform: 'web', digestChannel: 'good-news' },
    schedule: options.schedule ?? mondayMorning,
  });
  await core.handle({
    type: 'meet-people',
    key: `meet:${options.people}`,
    at,
    connection: CONNECTION,
    people: Array.from({ length: options.people }, (_, number) => ({
      user: `p${number}`,
      name: `Person ${number}`,
      email: `p${number}@example.com`,
      kind: 'human',
      manager: number === 0,
      admin: number === 0,
    })),
  });
}

/** A kudos from p1 to p2, in these words; what differs is given. */
export function kudos(key: string, words: string, at: Instant, differs: Partial<GiveKudos> = {}): GiveKudos {
  return {
    type: 'give-kudos',
    key,
    by: person(1),
    at,
    heroes: [person(2)],
    words,
    whatBroke: null,
    customer: null,
    touchpoint: null,
    audience: 'everyone',
    where: channel,
    ...differs,
  };
}
