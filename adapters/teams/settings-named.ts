import type { SettingsShown, View } from '../../src/views.ts';
import type { Seen } from './card.ts';

/** Stands for a channel whose name nobody knows now; its id would tell nobody anything. */
const A_CHANNEL = 'a channel in Teams';

/** The same view with settings as they are read in Teams. */
export function named(view: View, seen: Pick<Seen, 'channels'>): View {
  return view.type === 'settings' || view.type === 'settings-changed'
    ? { ...view, settings: settingsNamed(view.settings, seen) }
    : view;
}

/**
 * Channels by their names, since Teams' ids are not for reading; no reaction, which tells a bot in Teams nothing; and no
 * mentions.
 */
export function settingsNamed(settings: SettingsShown, { channels }: Pick<Seen, 'channels'>): SettingsShown {
  const { digestChannel } = settings;
  const known = channels.find(({ channel }) => channel === digestChannel);
  const name = digestChannel === null ? null : (known?.name ?? A_CHANNEL);
  return { ...settings, digestChannel: name, digestHeroes: null, nominationEmoji: '' };
}
