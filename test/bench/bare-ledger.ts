import { randomUUID, randomUUIDv7 } from 'node:crypto';
import Sqlite from 'better-sqlite3';
import { placeColumn } from '../../db/places.ts';
import type { GiveKudos, Identity } from '../../src/commands.ts';
import type { Person } from '../../src/recognition/organization.ts';
import type { Named, View, Win } from '../../src/views.ts';

/** What the rows are promised, as Herald promises it: durable, whole, and nothing left of what is deleted. */
const SETTINGS = ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON', 'secure_delete = ON'];

/**
 * The rows of a kudos with nothing around them: no rule, no queue, no promise, no look whether it is there already. The
 * database has Herald's schema, its triggers and its settings.
 */
export function createBareLedger(file: string, people: ReadonlyMap<string, Person>) {
  const connection = new Sqlite(file);
  for (const setting of SETTINGS) connection.pragma(setting);
  const addWin = connection.prepare(
    `INSERT INTO wins (id, organization, teller, words, voice, customer, touchpoint, audience, settled, told, praise, at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)`,
  );
  const addHero = connection.prepare(
    'INSERT INTO win_heroes (organization, win, person, position, at) VALUES (?, ?, ?, ?, ?)',
  );
  const addOutbox = connection.prepare(
    `INSERT INTO outbox (id, organization, place, about, view, revision, shown, state, attempts, due_at, at)
     VALUES (?, ?, ?, ?, ?, 1, 0, 'waiting', 0, ?, ?)`,
  );
  const addReply = connection.prepare('INSERT INTO received (organization, key, reply, at) VALUES (?, ?, ?, ?)');

  function write(command: GiveKudos): void {
    const { organization, ...teller } = known(command.by);
    const { words, audience, at } = command;
    const heroes = command.heroes.map((hero) => named(known(hero)));
    const id = randomUUIDv7();
    const told = {
      voice: 'colleague',
      customer: null,
      touchpoint: null,
      audience,
      permalink: null,
      at,
      cheers: 0,
    } as const;
    const story: Win = { lane: 'win', settled: true, id, words, heroes, teller: named(teller), ...told };
    addWin.run(id, organization, teller.id, words, 'colleague', null, null, audience, 1, null, at);
    for (const [position, { person }] of heroes.entries()) addHero.run(organization, id, person, position, at);
    const say = (kind: string, place: string, view: View) =>
      addOutbox.run(randomUUID(), organization, place, JSON.stringify([kind, id]), JSON.stringify(view), at, at);
    for (const { person } of heroes) {
      say('named', placeColumn({ kind: 'person', person }), { type: 'you-were-named', story });
    }
    if (command.where) say('story', placeColumn(command.where), { type: 'story-told', story });
    addReply.run(organization, command.key, JSON.stringify({ type: 'kudos-given', story } satisfies View), at);
  }

  function known({ user }: Identity): Person {
    const person = people.get(user);
    if (!person) throw new Error(`Nobody is called ${user}.`);
    return person;
  }

  return {
    /** One commit for all of these. */
    writeTogether(commands: readonly GiveKudos[]): void {
      connection.exec('BEGIN IMMEDIATE');
      for (const command of commands) write(command);
      connection.exec('COMMIT');
    },
    close: () => void connection.close(),
  };
}

function named({ id, name }: Pick<Person, 'id' | 'name'>): Named {
  return { person: id, name };
}
