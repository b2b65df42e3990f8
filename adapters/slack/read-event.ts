import { z } from 'zod';
import type { Instant } from '../../src/commands.ts';
import { parsed } from './read.ts';

// The events of the manifest, as far as Herald uses them.

const id = z.string().min(1).max(100);
const envelope = z.looseObject({
  event_id: id,
  team_id: z.string().nullish(),
  event: z.looseObject({ type: z.string() }),
});

const channel = z.looseObject({ channel: id });
const channelThing = z.looseObject({ channel: z.looseObject({ id }) });
const member = z.looseObject({ user: id, channel: id });
const reaction = z.looseObject({
  user: id,
  reaction: z.string(),
  item_user: z.string().nullish(),
  event_ts: z.string().nullish(),
  item: z.looseObject({ type: z.string(), channel: id, ts: id }),
});
const file = z.looseObject({ file_id: id, channel_id: z.string().nullish(), user_id: z.string().nullish() });
const movedChannel = z.looseObject({ old_channel_id: id, new_channel_id: id });
const home = z.looseObject({ user: id, tab: z.string().nullish() });
const said = z.looseObject({
  user: id.nullish(),
  text: z.string().nullish(),
  channel: id,
  ts: id,
  thread_ts: z.string().nullish(),
  subtype: z.string().nullish(),
  bot_id: z.string().nullish(),
  channel_type: z.string().nullish(),
  files: z
    .array(
      z.looseObject({ id, user: z.string().nullish(), mode: z.string().nullish(), filetype: z.string().nullish() }),
    )
    .nullish(),
});
const revoked = z.looseObject({ tokens: z.looseObject({ bot: z.array(z.string()).nullish() }).nullish() });
const person = z.looseObject({ user: z.looseObject({ id }) });

export const readEvent = (body: unknown) => parsed(envelope, body);
export const readChannel = (event: unknown) =>
  parsed(channel, event)?.channel ?? parsed(channelThing, event)?.channel.id ?? null;
export const readMembership = (event: unknown) => parsed(member, event);
export const readReaction = (event: unknown) => parsed(reaction, event);
export const readFile = (event: unknown) => parsed(file, event);
export const readMovedChannel = (event: unknown) => parsed(movedChannel, event);
export const readHome = (event: unknown) => parsed(home, event);
export const readSaid = (event: unknown) => parsed(said, event);
export const readRevoked = (event: unknown) => parsed(revoked, event);
export const readPerson = (event: unknown) => parsed(person, event)?.user ?? null;

/** Slack's moment, seconds with a fraction, as everybody else writes it. */
export function momentOf(ts: string | null | undefined, otherwise: Instant): Instant {
  const seconds = /^\d{1,11}(\.\d{1,9})?$/.test(ts ?? '') ? Number(ts) : Number.NaN;
  return Number.isNaN(seconds) ? otherwise : new Date(seconds * 1000).toISOString();
}
