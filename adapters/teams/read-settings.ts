import type { ChangeSettings, Identity } from '../../src/commands.ts';
import type { Ready, Submitted } from './asked.ts';
import { NO_CHANNEL } from './settings-form.ts';
import { chosenIn, typedIn } from './submitted.ts';
import { FIELDS } from './verbs.ts';

/** All settings as the form has them; the core checks each. What the form does not ask stays as it is. */
export function settingsCommand(data: Submitted['data'], by: Identity): Ready {
  const [hour = '', minute = ''] = typedIn(data, FIELDS.time).split(':');
  const channel = typedIn(data, FIELDS.digestChannel);
  const changes: ChangeSettings['changes'] = {
    digestChannel: channel === NO_CHANNEL || channel === '' ? null : channel,
    schedule: {
      minute: numberIn(minute),
      hour: numberIn(hour),
      weekday: numberIn(typedIn(data, FIELDS.weekday)),
      timeZone: typedIn(data, FIELDS.timeZone).trim(),
    },
    announce: typedIn(data, FIELDS.announce) === 'digest-only' ? 'digest-only' : 'where-typed',
    forwarders: typedIn(data, FIELDS.forwarders)
      .split(/[\s,;]+/)
      .filter((one) => one !== ''),
    praiseDays: numberIn(typedIn(data, FIELDS.praiseDays)),
    managers: chosenIn(data, FIELDS.managers).map((user) => ({ connection: by.connection, user })),
  };
  return { type: 'change-settings', by, changes };
}

/** What is no number cannot be meant, and the core says so. */
function numberIn(text: string): number {
  return /^\d{1,6}$/.test(text.trim()) ? Number(text) : Number.NaN;
}
