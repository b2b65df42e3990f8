import type { Announce, Instant, Place, Platform } from '../src/commands.ts';
import type { Fact } from '../src/recognition/decision.ts';
import type { ConnectionFacts, Organization } from '../src/recognition/organization.ts';
import { flag, number, type Row, type Statements, text, textOrNull } from './database.ts';

export async function organizationById(handle: Statements, id: string): Promise<Organization | null> {
  const row = await handle.one('SELECT * FROM organizations WHERE id = ?', id);
  return row ? toOrganization(row, await connectionsOf(handle, id)) : null;
}

export async function organizations(handle: Statements): Promise<readonly Organization[]> {
  const rows = await handle.all('SELECT * FROM organizations ORDER BY founded_at, id');
  return Promise.all(rows.map(async (row) => toOrganization(row, await connectionsOf(handle, text(row, 'id')))));
}

export async function connectionOrganization(handle: Statements, connection: string): Promise<string | null> {
  const row = await handle.one('SELECT organization FROM connections WHERE id = ?', connection);
  return row ? text(row, 'organization') : null;
}

/** How far a sample organization's clock is ahead, in milliseconds. */
export async function clockAhead(handle: Statements, organization: string): Promise<number> {
  const row = await handle.one('SELECT clock_ahead_ms FROM organizations WHERE id = ?', organization);
  return row ? number(row, 'clock_ahead_ms') : 0;
}

type Founded = Extract<Fact, { type: 'organization-founded' }>;

export async function writeOrganization(handle: Statements, founded: Founded): Promise<void> {
  const { minute, hour, weekday, timeZone } = founded.schedule;
  await handle.run(
    `INSERT INTO organizations
       (id, name, sample, digest_minute, digest_hour, digest_weekday, time_zone, scheduled_since, founded_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    founded.organization,
    founded.name,
    Number(founded.sample),
    minute,
    hour,
    weekday,
    timeZone,
    founded.at,
    founded.at,
  );
}

export async function writeConnection(
  handle: Statements,
  organization: string,
  connection: Pick<ConnectionFacts, 'id' | 'platform' | 'digestChannel'>,
  at: Instant,
): Promise<void> {
  await handle.run(
    'INSERT INTO connections (id, organization, platform, digest_channel, opened_at) VALUES (?, ?, ?, ?, ?)',
    connection.id,
    organization,
    connection.platform,
    connection.digestChannel,
    at,
  );
}

export async function isLost(handle: Statements, connection: string): Promise<boolean> {
  const row = await handle.one('SELECT lost FROM connections WHERE id = ?', connection);
  return row !== undefined && textOrNull(row, 'lost') !== null;
}

/** `why` null opens it again. */
export async function writeLoss(handle: Statements, connection: string, why: ConnectionFacts['lost']): Promise<void> {
  await handle.run('UPDATE connections SET lost = ? WHERE id = ?', why, connection);
}

/** `why` null: Herald can speak there again. A channel that is not its connection's digest channel changes nothing. */
export async function writeChannelLoss(
  handle: Statements,
  place: ChannelPlace,
  why: ConnectionFacts['digestChannelLost'],
): Promise<void> {
  await handle.run(
    'UPDATE connections SET digest_channel_lost = ? WHERE id = ? AND digest_channel = ?',
    why,
    place.connection,
    place.channel,
  );
}

/** The channel goes by another id. */
export async function moveChannel(handle: Statements, from: ChannelPlace, to: ChannelPlace): Promise<void> {
  await handle.run(
    'UPDATE connections SET digest_channel = ? WHERE id = ? AND digest_channel = ?',
    to.channel,
    from.connection,
    from.channel,
  );
}

type Changed = Extract<Fact, { type: 'settings-changed' }>;

export async function writeSettings(handle: Statements, changed: Changed): Promise<void> {
  const { schedule, announce, nominationEmoji, forwarders, praiseDays, digestChannel, digestHeroes } = changed.settings;
  await handle.run(
    `UPDATE organizations SET digest_minute = ?, digest_hour = ?, digest_weekday = ?, time_zone = ?, scheduled_since = ?,
       announce = ?, nomination_emoji = ?, forwarders = ?, praise_days = ?
     WHERE id = ?`,
    schedule.minute,
    schedule.hour,
    schedule.weekday,
    schedule.timeZone,
    changed.scheduledSince,
    announce,
    nominationEmoji,
    JSON.stringify(forwarders),
    praiseDays,
    changed.organization,
  );
  await handle.run(
    `UPDATE connections SET digest_channel = ?, digest_channel_lost = CASE ? WHEN 1 THEN NULL ELSE digest_channel_lost END,
       digest_heroes = ?
     WHERE id = ?`,
    digestChannel,
    Number(changed.channelNamed),
    digestHeroes,
    changed.connection,
  );
}

export async function writeClock(handle: Statements, organization: string, aheadMs: number): Promise<void> {
  await handle.run('UPDATE organizations SET clock_ahead_ms = ? WHERE id = ?', aheadMs, organization);
}

type ChannelPlace = Extract<Place, { kind: 'channel' }>;

export function toAnnounce(row: Row): Announce {
  return text(row, 'announce') === 'digest-only' ? 'digest-only' : 'where-typed';
}

async function connectionsOf(handle: Statements, organization: string): Promise<readonly ConnectionFacts[]> {
  const rows = await handle.all(
    'SELECT * FROM connections WHERE organization = ? ORDER BY opened_at, id',
    organization,
  );
  return rows.map((row) => ({
    id: text(row, 'id'),
    platform: text(row, 'platform') as Platform,
    digestChannel: textOrNull(row, 'digest_channel'),
    digestChannelLost: textOrNull(row, 'digest_channel_lost') as ConnectionFacts['digestChannelLost'],
    digestHeroes: text(row, 'digest_heroes') === 'mentioned' ? 'mentioned' : 'named',
    lost: textOrNull(row, 'lost') as ConnectionFacts['lost'],
  }));
}

function toOrganization(row: Row, connections: readonly ConnectionFacts[]): Organization {
  return {
    id: text(row, 'id'),
    name: text(row, 'name'),
    sample: flag(row, 'sample'),
    schedule: {
      minute: number(row, 'digest_minute'),
      hour: number(row, 'digest_hour'),
      weekday: number(row, 'digest_weekday'),
      timeZone: text(row, 'time_zone'),
    },
    scheduledSince: text(row, 'scheduled_since'),
    announce: toAnnounce(row),
    nominationEmoji: text(row, 'nomination_emoji'),
    forwarders: JSON.parse(text(row, 'forwarders')) as readonly string[],
    praiseDays: number(row, 'praise_days'),
    connections,
  };
}
