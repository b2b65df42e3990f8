import type { PlaceFound, PlaceLost, PlaceMoved } from '../commands.ts';
import type { Decision } from './decision.ts';
import type { Organization, Person } from './organization.ts';
import { tellAdmins } from './tell-admins.ts';

type Known = {
  readonly command: PlaceLost;
  readonly organization: Organization;
  /** How many messages wait for this place. */
  readonly waiting: number;
  readonly people: readonly Person[];
};

/**
 * Herald cannot speak in a channel any more: what waits for it is given up, and no digest is planned for it. Admins hear
 * when it matters: it is the digest's channel, or something waited.
 */
export function losePlace({ command, organization, waiting, people }: Known): Decision {
  const { connection, channel, why } = command;
  const facts = organization.connections.find(({ id }) => id === connection);
  const digest = facts?.digestChannel === channel;
  const view = { type: 'place-lost', connection, channel, why, digest } as const;
  const news = digest ? facts.digestChannelLost === null : waiting > 0;
  const place = { kind: 'channel', connection, channel } as const;
  return {
    reply: view,
    facts: [{ type: 'place-lost', organization: organization.id, at: command.at, place, why }],
    announce: news ? tellAdmins(people, command.key, view) : [],
  };
}

/** Herald can speak in a channel again: where it is the digest's, digests are planned again. */
export function findPlace(command: PlaceFound, organization: string): Decision {
  const { connection, channel, at } = command;
  return {
    reply: { type: 'place-found' },
    facts: [{ type: 'place-found', organization, at, place: { kind: 'channel', connection, channel } }],
    announce: [],
  };
}

/** A channel goes by another id: what stands there, waits for it and was chosen goes by it too. */
export function movePlace({ connection, from, to, at }: PlaceMoved, organization: string): Decision {
  const place = (channel: string) => ({ kind: 'channel', connection, channel }) as const;
  return {
    reply: { type: 'place-found' },
    facts: [{ type: 'place-moved', organization, at, from: place(from), to: place(to) }],
    announce: [],
  };
}
