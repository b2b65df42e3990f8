import type { Place } from '../src/commands.ts';

/** A place as one text column: JSON with its fields in a fixed order, so that equal places are equal text. */
export function placeColumn(place: Place): string {
  return place.kind === 'channel'
    ? JSON.stringify(['channel', place.connection, place.channel])
    : JSON.stringify(['person', place.person]);
}

export function toPlace(column: string): Place {
  const [kind, first = '', second = ''] = JSON.parse(column) as readonly string[];
  return kind === 'channel'
    ? { kind: 'channel', connection: first, channel: second }
    : { kind: 'person', person: first };
}
