import { randomUUID } from 'node:crypto';
import type { Clock, Core } from '../../src/ports.ts';

/** A team that Herald is in. */
export type Team = { readonly id: string; readonly name: string };

type Parts = { readonly core: Core; readonly clock: Clock; readonly connection: string };
type Kept = Readonly<Record<string, string>>;

const SERVICE = 'service';
const CHAT = 'chat:';
const TEAM = 'team:';
const CHANNEL = 'channel:';

/**
 * How things are reached in Teams: the service's own address, the chat with each person, the teams that Herald is in
 * and their channels. Kept with everything else, so that Herald can speak first after a restart too.
 */
export function createReferences({ core, clock, connection }: Parts) {
  const known = new Map<string, Kept>();

  async function keep(of: string, address: Kept | null): Promise<void> {
    const before = known.get(of);
    if (address === null ? before === undefined : before !== undefined && isSame(before, address)) return;
    if (address === null) known.delete(of);
    else known.set(of, address);
    const key = `teams:address:${randomUUID()}`;
    await core.handle({ type: 'keep-address', key, at: clock.now(), connection, of, address });
  }

  function under(prefix: string): readonly (readonly [string, Kept])[] {
    return [...known].flatMap(([of, kept]) =>
      of.startsWith(prefix) ? [[of.slice(prefix.length), kept] as const] : [],
    );
  }

  return {
    async load(): Promise<void> {
      const view = await core.ask({ type: 'addresses', connection });
      if (view.type !== 'addresses') return;
      for (const { of, address } of view.addresses) if (address !== null) known.set(of, address);
    },
    /** Where Teams is reached; null until it was heard of for the first time. */
    serviceUrl: (): string | null => known.get(SERVICE)?.url ?? null,
    /** Teams may move; whatever it says last holds for everybody. */
    heardFrom: (url: string): Promise<void> => keep(SERVICE, { url }),
    chat: (user: string): string | null => known.get(CHAT + user)?.conversation ?? null,
    keepChat: (user: string, conversation: string): Promise<void> => keep(CHAT + user, { conversation }),
    dropChat: (user: string): Promise<void> => keep(CHAT + user, null),
    teams: (): readonly Team[] => under(TEAM).map(([id, kept]) => ({ id, name: kept.name ?? '' })),
    keepTeam: ({ id, name }: Team): Promise<void> =>
      keep(TEAM + id, { name: name || (known.get(TEAM + id)?.name ?? '') }),
    dropTeam: (id: string): Promise<void> => keep(TEAM + id, null),
    /** In which team a channel is. */
    keepChannel: (channel: string, team: string): Promise<void> => keep(CHANNEL + channel, { team }),
    /** A team's first channel has the team's own id. */
    channelsOf: (team: string): readonly string[] => [
      team,
      ...under(CHANNEL).flatMap(([channel, kept]) => (kept.team === team && channel !== team ? [channel] : [])),
    ],
  };
}

export type References = ReturnType<typeof createReferences>;

function isSame(one: Kept, other: Kept): boolean {
  const names = Object.keys({ ...one, ...other });
  return names.every((name) => one[name] === other[name]);
}
