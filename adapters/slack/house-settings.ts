import type { Core } from '../../src/ports.ts';
import type { SettingsShown } from '../../src/views.ts';

/** How long what was read is good for. */
const FRESH_MS = 30_000;
/** Until anybody is known who could ask for it. */
const FIRST_EMOJI = 'firefly';

/** The organization's settings as the door needs them, read now and then; asked as anybody who is known. */
export function createHouseSettings(options: {
  readonly core: Core;
  readonly connection: string;
  readonly timeZone: string;
  readonly now: () => number;
}) {
  const { core, connection, now } = options;
  let settings: SettingsShown | null = null;
  let readAt = Number.NEGATIVE_INFINITY;
  let anybody: string | null = null;

  async function findAnybody(): Promise<string | null> {
    const there = await core.ask({ type: 'people', connection });
    return there.type === 'people' ? (there.people[0]?.user ?? null) : null;
  }

  async function current(): Promise<SettingsShown | null> {
    if (now() - readAt < FRESH_MS) return settings;
    readAt = now();
    anybody ??= await findAnybody();
    if (anybody === null) return settings;
    const view = await core.ask({ type: 'settings', by: { connection, user: anybody } });
    if (view.type === 'settings') settings = view.settings;
    return settings;
  }

  return {
    current,
    timeZone: async () => (await current())?.schedule.timeZone ?? options.timeZone,
    /** Whether a digest mentions its heroes, who are then notified. */
    digestMentions: async () => (await current())?.digestHeroes === 'mentioned',
    nominationEmoji: async () => (await current())?.nominationEmoji ?? FIRST_EMOJI,
    /** They were changed: the next look reads them anew. */
    changed() {
      readAt = Number.NEGATIVE_INFINITY;
    },
  };
}

export type HouseSettings = ReturnType<typeof createHouseSettings>;
