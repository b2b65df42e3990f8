import type { Instant, MessageId, Place } from '../src/commands.ts';
import type { Fact } from '../src/recognition/decision.ts';
import type { KnownNomination } from '../src/recognition/nominate.ts';
import type { Named, Nomination } from '../src/views.ts';
import { type Row, type Statements, text, textOrNull } from './database.ts';

type Remembered = Extract<Fact, { type: 'withdrawal-remembered' }>;
type ChannelPlace = Extract<Place, { kind: 'channel' }>;

const SELECT = `SELECT n.*, p.name AS person_name FROM nominations n JOIN people p ON p.id = n.person`;

export async function nominationById(
  handle: Statements,
  organization: string,
  id: string,
): Promise<KnownNomination | null> {
  const row = await handle.one(`${SELECT} WHERE n.id = ? AND n.organization = ?`, id, organization);
  return row ? toKnown(row) : null;
}

/** This person's nomination of this message. */
export async function nominationOf(
  handle: Statements,
  person: string,
  message: MessageId & { readonly connection: string },
): Promise<KnownNomination | null> {
  const row = await handle.one(
    `${SELECT} WHERE n.connection = ? AND n.channel = ? AND n.message = ? AND n.person = ?`,
    message.connection,
    message.channel,
    message.message,
    person,
  );
  return row ? toKnown(row) : null;
}

/** A message nominated again, after its story was taken back, is a new nomination. */
export async function writeNomination(
  handle: Statements,
  organization: string,
  { id, by, message, heroes, at }: Nomination,
): Promise<void> {
  await handle.run(
    `INSERT INTO nominations (id, organization, person, connection, channel, message, permalink, words, heroes, at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (connection, channel, message, person) DO UPDATE SET id = excluded.id, permalink = excluded.permalink,
       words = excluded.words, heroes = excluded.heroes, story = NULL, at = excluded.at`,
    id,
    organization,
    by.person,
    message.connection,
    message.channel,
    message.message,
    message.permalink,
    message.words,
    JSON.stringify(heroes),
    at,
  );
}

/** It is a story now, which has its own words. */
export async function confirmNomination(handle: Statements, id: string, story: string): Promise<void> {
  await handle.run(`UPDATE nominations SET story = ?, words = '' WHERE id = ?`, story, id);
}

/** The latest counts. */
export async function writeWithdrawal(handle: Statements, remembered: Remembered): Promise<void> {
  const { organization, person, message, until } = remembered;
  await handle.run(
    `INSERT INTO withdrawals (organization, person, connection, channel, message, until) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (connection, channel, message, person) DO UPDATE SET until = max(until, excluded.until)`,
    organization,
    person,
    message.connection,
    message.channel,
    message.message,
    until,
  );
}

export async function withdrawnUntil(
  handle: Statements,
  person: string,
  message: MessageId & { readonly connection: string },
): Promise<Instant | null> {
  const row = await handle.one(
    'SELECT until FROM withdrawals WHERE connection = ? AND channel = ? AND message = ? AND person = ?',
    message.connection,
    message.channel,
    message.message,
    person,
  );
  return row ? text(row, 'until') : null;
}

/** Their channel goes by another id. */
export async function moveNominations(handle: Statements, from: ChannelPlace, to: ChannelPlace): Promise<void> {
  for (const table of ['nominations', 'withdrawals']) {
    await handle.run(
      `UPDATE OR IGNORE ${table} SET channel = ? WHERE connection = ? AND channel = ?`,
      to.channel,
      from.connection,
      from.channel,
    );
  }
}

export async function removeNomination(handle: Statements, id: string): Promise<void> {
  await handle.run('DELETE FROM nominations WHERE id = ?', id);
}

function toKnown(row: Row): KnownNomination {
  return {
    nomination: {
      id: text(row, 'id'),
      by: { person: text(row, 'person'), name: text(row, 'person_name') },
      message: {
        connection: text(row, 'connection'),
        channel: text(row, 'channel'),
        message: text(row, 'message'),
        permalink: textOrNull(row, 'permalink'),
        words: text(row, 'words'),
      },
      heroes: JSON.parse(text(row, 'heroes')) as readonly Named[],
      at: text(row, 'at'),
    },
    story: textOrNull(row, 'story'),
  };
}
