import type { HideName, ShowName } from '../commands.ts';
import type { Decision } from './decision.ts';
import type { Person } from './organization.ts';

/** From now on nothing that others read names them, what stands in channels included; or it may again. */
export function hideName(command: HideName | ShowName, person: Person): Decision {
  const hidden = command.type === 'hide-name';
  return {
    reply: { type: hidden ? 'name-hidden' : 'name-shown' },
    facts: [{ type: 'name-hidden', organization: person.organization, at: command.at, person: person.id, hidden }],
    announce: [],
  };
}
