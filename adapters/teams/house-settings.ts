import type { Core } from '../../src/ports.ts';
import type { SettingsShown } from '../../src/views.ts';

/** How long what was read is good for. */
const FRESH_MS = 30_000;

/** The organization's settings as the door needs them, read now and then; asked as anybody who is known. */
export function createHouseSettings(options: {
  readonly core: Core;
  readonly connection: string;
  readonly timeZone: string;
  readonly now: () => number;
}) {
  const { core, connection, now } = options;
  let read: { readonly settings: SettingsShown; readonly at: number } | null = null;

  async function current(): Promise<SettingsShown | null> {
    if (read !== null && now() - read.at < FRESH_MS) return read.settings;
    const there = await core.ask({ type: 'people', connection });
    const anybody = there.type === 'people' ? there.people[0] : undefined;
    if (anybody === undefined) return null;
    const view = await core.ask({ type: 'settings', by: { connection, user: anybody.user } });
    if (view.type !== 'settings') return null;
    read = { settings: view.settings, at: now() };
    return view.settings;
  }

  return {
    current,
    timeZone: async () => (await current())?.schedule.timeZone ?? options.timeZone,
    /** Whether a story is told where it was typed. */
    tellsAtOnce: async () => (await current())?.announce !== 'digest-only',
    /** They were changed: the next look reads them anew. */
    changed() {
      read = null;
    },
  };
}

export type HouseSettings = ReturnType<typeof createHouseSettings>;
