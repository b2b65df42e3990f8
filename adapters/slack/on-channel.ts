import type { Desk } from './desk.ts';
import type { Happened } from './happened.ts';
import { readChannel, readMembership, readMovedChannel } from './read-event.ts';

type Why = 'archived' | 'bot-removed';

/** A channel was archived or deleted, or Herald was taken out of it. */
export function onPlaceLost(why: Why): (desk: Desk, happened: Happened) => Promise<void> {
  return async (desk, { event, key }) => {
    const channel = readChannel(event);
    if (channel !== null) await losePlace(desk, key, channel, why);
  };
}

export async function onPlaceFound(desk: Desk, { event, key }: Happened): Promise<void> {
  const channel = readChannel(event);
  if (channel !== null) await findPlace(desk, key, channel);
}

/** A channel that is shared with another company may get another id (docs.slack.dev/reference/events/channel_id_changed). */
export async function onPlaceMoved(desk: Desk, { event, key }: Happened): Promise<void> {
  const moved = readMovedChannel(event);
  if (moved === null) return;
  const { core, clock, workspace, channels } = desk;
  const { old_channel_id: from, new_channel_id: to } = moved;
  channels.moved(from, to);
  const { connection } = workspace;
  await core.handle({ type: 'place-moved', key, at: clock.now(), connection, from, to });
}

/** Others come and go; only Herald's own coming and going matters. */
export async function onBotJoined(desk: Desk, { event, key }: Happened): Promise<void> {
  const member = readMembership(event);
  if (member?.user === desk.workspace.botUser) await findPlace(desk, key, member.channel);
}

export async function onBotLeft(desk: Desk, { event, key }: Happened): Promise<void> {
  const member = readMembership(event);
  if (member?.user === desk.workspace.botUser) await losePlace(desk, key, member.channel, 'bot-removed');
}

async function losePlace({ core, clock, workspace, channels }: Desk, key: string, channel: string, why: Why) {
  channels.left(channel);
  const { connection } = workspace;
  await core.handle({ type: 'place-lost', key, at: clock.now(), connection, channel, why });
}

async function findPlace({ core, clock, workspace, channels }: Desk, key: string, channel: string): Promise<void> {
  channels.joined(channel);
  const { connection } = workspace;
  await core.handle({ type: 'place-found', key, at: clock.now(), connection, channel });
}
