import type { DigestSchedule, Settings } from '../commands.ts';
import type { Refusal, SettingsShown } from '../views.ts';
import type { Organization, Person } from './organization.ts';
import { named } from './story-heroes.ts';
import { tidyName } from './words.ts';

/** Ten years. */
const MOST_PRAISE_DAYS = 3650;

/** A person as one connection knows them. */
export type PersonThere = Person & { readonly user: string };

/** The organization's settings as one of its connections sees them. */
export function settingsOf(organization: Organization, connection: string): Settings {
  const { schedule, announce, nominationEmoji, forwarders, praiseDays, connections } = organization;
  const here = connections.find(({ id }) => id === connection);
  const { digestChannel = null, digestHeroes = 'named' } = here ?? {};
  return { digestChannel, digestHeroes, schedule, announce, nominationEmoji, forwarders, praiseDays };
}

export function showSettings(settings: Settings, people: readonly PersonThere[]): SettingsShown {
  const managers = people.filter((person) => person.manager && person.kind === 'human' && person.active);
  return { ...settings, managers: managers.map((person) => ({ ...named(person), user: person.user })) };
}

/** As they are kept: names without colons, addresses in small letters, nothing blank. */
export function tidySettings(settings: Settings): Settings {
  const forwarders = settings.forwarders.map((forwarder) => forwarder.trim().toLowerCase());
  return {
    ...settings,
    digestChannel: tidyName(settings.digestChannel),
    nominationEmoji: settings.nominationEmoji.trim().replace(/^:|:$/g, '').toLowerCase(),
    forwarders: [...new Set(forwarders.filter((forwarder) => forwarder !== ''))],
  };
}

/** The first setting that cannot be used, with what was given for it. */
export function faultIn({ schedule, nominationEmoji, forwarders, praiseDays }: Settings): Refusal | null {
  if (!isMoment(schedule)) return unusable('schedule', `${schedule.weekday} ${schedule.hour}:${schedule.minute}`);
  if (!isTimeZone(schedule.timeZone)) return unusable('timeZone', schedule.timeZone);
  if (!/^[\p{L}\p{N}_+'’-]{1,100}$/u.test(nominationEmoji)) return unusable('nominationEmoji', nominationEmoji);
  if (!isWithin(praiseDays, 1, MOST_PRAISE_DAYS)) return unusable('praiseDays', String(praiseDays));
  const stranger = forwarders.find((forwarder) => !/^[^\s@]*@[^\s@.]+(\.[^\s@.]+)+$/.test(forwarder));
  return stranger === undefined ? null : unusable('forwarders', stranger);
}

function isMoment({ minute, hour, weekday }: DigestSchedule): boolean {
  return isWithin(minute, 0, 59) && isWithin(hour, 0, 23) && isWithin(weekday, 1, 7);
}

function isWithin(number: number, least: number, most: number): boolean {
  return Number.isInteger(number) && number >= least && number <= most;
}

function isTimeZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

type Unusable = Extract<Refusal, { reason: 'setting-unusable' }>;

function unusable(setting: Unusable['setting'], given: string): Unusable {
  return { type: 'refusal', reason: 'setting-unusable', setting, given };
}
