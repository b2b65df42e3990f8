import { createDeliveries } from './deliveries.ts';
import type { House } from './house.ts';
import type { Adapter, Core, Resolver } from './ports.ts';
import type { Organization } from './recognition/organization.ts';
import { createResolutions } from './resolutions.ts';
import { createSchedule } from './schedule.ts';

type Platform = { readonly adapter: Adapter; readonly resolver: Resolver | null };

/** What goes on behind the doors. */
export type Behind = {
  /** Looks at once what is due. */
  tick(): Promise<void>;
  stop(): Promise<void>;
};

/**
 * Begins what goes on behind the doors: messages are delivered, what only a platform can complete is completed and decided
 * by `core`, and what is due by the clock is done.
 */
export function workBehind(house: House, chats: readonly Platform[], core: Core): Behind {
  const { ledger, clock, log, config } = house;
  const byPlatform = new Map(chats.map((door) => [door.adapter.platform, door]));
  const doorOf = new Map<string, Platform | null>();

  async function doorTo(connection: string): Promise<Platform | null> {
    const known = doorOf.get(connection);
    if (known !== undefined) return known;
    const organizations = await ledger.read.organizations();
    const facts = organizations.flatMap(({ connections }) => connections).find(({ id }) => id === connection);
    const door = (facts && byPlatform.get(facts.platform)) ?? null;
    // A connection not known yet may be soon; a known one's platform has its door from the start or never.
    if (facts) doorOf.set(connection, door);
    return door;
  }

  const adapterOf = async (connection: string) => (await doorTo(connection))?.adapter ?? null;
  const resolverOf = async (connection: string) => (await doorTo(connection))?.resolver ?? null;
  const reaches = ({ connections }: Organization) => connections.some(({ platform }) => byPlatform.has(platform));
  const schedule = createSchedule({ ledger, core, clock, log, reaches });
  const deliveries = createDeliveries({ ledger, clock, log, adapterOf, publicUrl: config.publicUrl });
  const resolutions = createResolutions({ ledger, core, clock, log, resolverOf });
  // Only what comes through a door with a resolver can wait to be completed.
  const completes = chats.some(({ resolver }) => resolver !== null);
  const loops = [schedule, ...(completes ? [resolutions] : []), deliveries];
  for (const loop of loops.toReversed()) loop.start();
  return {
    tick: schedule.tick,
    async stop() {
      for (const loop of loops) await loop.stop();
    },
  };
}
