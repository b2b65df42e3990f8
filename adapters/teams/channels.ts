import { z } from 'zod';
import type { Seen } from './card.ts';
import { MEETING_MS } from './limits.ts';
import type { References } from './references.ts';
import type { TeamsService } from './service.ts';
import { within } from './within.ts';

/** How long a list is good for. */
const FRESH_MS = 60_000;

const listed = z.array(z.looseObject({ id: z.string(), name: z.string().nullish() }));

type Parts = { readonly teams: TeamsService; readonly references: References; readonly now: () => number };

/** The channels of the teams that Herald is in, for choosing the digest's; none of a team that Teams does not tell in time. */
export function createChannels({ teams, references, now }: Parts): () => Promise<Seen['channels']> {
  let read: { readonly channels: Promise<Seen['channels']>; readonly at: number } | null = null;

  async function ask(): Promise<Seen['channels']> {
    const serviceUrl = references.serviceUrl();
    if (serviceUrl === null) return [];
    const lists = references.teams().map(async ({ id, name: team }) => {
      const told = await within(MEETING_MS, teams.channels(serviceUrl, id)).catch(() => []);
      const { data = [] } = listed.safeParse(told);
      // A team's first channel has no name of its own.
      return data.map((one) => ({ channel: one.id, name: [team, one.name || 'General'].filter(Boolean).join(' › ') }));
    });
    return (await Promise.all(lists)).flat();
  }

  return () => {
    if (read === null || now() - read.at > FRESH_MS) read = { channels: ask(), at: now() };
    return read.channels;
  };
}
