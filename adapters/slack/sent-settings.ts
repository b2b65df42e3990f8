import { FIELDS } from './actions.ts';
import { type Desk, identity } from './desk.ts';
import type { Ready } from './draft.ts';
import { typedIn, usersChosen, type Values } from './read.ts';

/** All settings as the form has them; the core checks each. */
export function settingsCommand(desk: Desk, user: string, values: Values): Ready {
  const typed = (field: (typeof FIELDS)[keyof typeof FIELDS]) => typedIn(values, field);
  const [hour = '', minute = ''] = typed(FIELDS.time).split(':');
  return {
    type: 'change-settings',
    by: identity(desk, user),
    changes: {
      digestChannel: typed(FIELDS.digestChannel) || null,
      digestHeroes: typed(FIELDS.digestHeroes) === 'mentioned' ? 'mentioned' : 'named',
      schedule: {
        minute: Number(minute),
        hour: Number(hour),
        weekday: Number(typed(FIELDS.weekday)),
        timeZone: typed(FIELDS.timeZone).trim(),
      },
      announce: typed(FIELDS.announce) === 'digest-only' ? 'digest-only' : 'where-typed',
      nominationEmoji: typed(FIELDS.nominationEmoji),
      forwarders: typed(FIELDS.forwarders)
        .split(/[\s,;]+/)
        .filter((one) => one !== ''),
      praiseDays: Number(typed(FIELDS.praiseDays)),
      managers: usersChosen(values, FIELDS.managers).map((manager) => identity(desk, manager)),
    },
  };
}
