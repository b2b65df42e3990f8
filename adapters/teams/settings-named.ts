import type { SettingsShown, View } from '../../src/views.ts';
import type { Seen } from './card.ts';

/** Stands for a channel whose name nobody knows now; its id would tell nobody anything. */
const A_CHANNEL = 'a channel in Teams';

/** The same view with channels by their names: Teams' ids are not for reading. */
export function named(view: View, seen: Pick<Seen, 'channels'>): View {
  return view.type === 'settings' || view.type === 'settings-changed'
    ? { ...view, settings: settingsNamed(view.settings, seen) }
    : view;
}

export function settingsNamed(settings: SettingsShown, { channels }: Pick<Seen, 'channels'>): SettingsShown {
  const { digestChannel } = settings;
  if (digestChannel === null) return settings;
  const known = channels.find(({ channel }) => channel === digestChannel);
  return { ...settings, digestChannel: known?.name ?? A_CHANNEL };
}
