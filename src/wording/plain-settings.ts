import type { SettingsShown } from '../views.ts';
import { isolate } from './isolate.ts';
import { announcing, digestHeroesShown, settingNames, weekdays } from './labels.ts';
import { plainPen } from './pen.ts';

/** The settings, a line each. A platform without reactions leaves theirs empty, one without mentions null. */
export function plainSettings(settings: SettingsShown): string {
  const { digestChannel, digestHeroes, schedule, announce, nominationEmoji, forwarders, praiseDays, managers } =
    settings;
  const time = `${weekdays[schedule.weekday - 1] ?? ''} ${schedule.hour}:${String(schedule.minute).padStart(2, '0')}`;
  const nobody = 'nobody yet';
  const lines = [
    [settingNames.digestChannel, digestChannel ?? 'none yet: no digest is posted'],
    ...(digestHeroes === null ? [] : [[settingNames.digestHeroes, digestHeroesShown[digestHeroes]]]),
    [settingNames.schedule, `${time}, ${schedule.timeZone}`],
    [settingNames.announce, announcing[announce]],
    ...(nominationEmoji === '' ? [] : [[settingNames.nominationEmoji, `:${nominationEmoji}:`]]),
    [settingNames.managers, managers.map(plainPen(schedule.timeZone).name).join(', ') || nobody],
    [settingNames.forwarders, forwarders.join(', ') || nobody],
    [settingNames.praiseDays, String(praiseDays)],
  ];
  return lines.map(([name, value]) => `${name}: ${isolate(value ?? '')}`).join('\n');
}
