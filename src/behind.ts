import type { House } from './house.ts';
import { faultFields } from './log.ts';
import type { Adapter, Core, Resolver } from './ports.ts';

/** Whoever stands at the door is let in first. */
const BEGINS_AFTER_MS = 20;

type Platform = { readonly adapter: Adapter; readonly resolver: Resolver | null };
type Loop = { start(): void; stop(): Promise<void> };

/**
 * What goes on behind the doors, loaded and begun once they are open: messages are delivered, and what only a platform can
 * complete is completed and decided by `core`.
 */
export function createBehind(house: House, chats: readonly Platform[], core: Core) {
  const { ledger, clock, log, config } = house;
  const byPlatform = new Map(chats.map((door) => [door.adapter.platform, door]));
  const doorOf = new Map<string, Platform | null>();
  let timer: NodeJS.Timeout | undefined;
  let begun: Promise<readonly Loop[]> = Promise.resolve([]);

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

  async function deliveries(): Promise<Loop> {
    const { createDeliveries } = await import('./deliveries.ts');
    const adapterOf = async (connection: string) => (await doorTo(connection))?.adapter ?? null;
    return createDeliveries({ ledger, clock, log, adapterOf, publicUrl: config.publicUrl });
  }

  async function resolutions(): Promise<Loop> {
    const { createResolutions } = await import('./resolutions.ts');
    const resolverOf = async (connection: string) => (await doorTo(connection))?.resolver ?? null;
    return createResolutions({ ledger, core, clock, log, resolverOf });
  }

  async function begin(): Promise<readonly Loop[]> {
    // Only what comes through a door with a resolver can wait to be completed.
    const completes = chats.some(({ resolver }) => resolver !== null);
    const loops = await Promise.all([...(completes ? [resolutions()] : []), deliveries()]);
    for (const loop of loops) loop.start();
    return loops;
  }

  function start(): void {
    timer = setTimeout(() => {
      begun = begin();
      begun.catch((error) => log.error('deliveries-do-not-begin', faultFields(error)));
    }, BEGINS_AFTER_MS);
  }

  async function stop(): Promise<void> {
    clearTimeout(timer);
    for (const loop of await begun) await loop.stop();
  }

  return { start, stop };
}
