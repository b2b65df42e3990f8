import type { Instant } from '../src/commands.ts';
import type { Footprint } from '../src/views.ts';
import { number, type Statements, text } from './database.ts';

const WAITED_ON = 'obstacle_waiters w JOIN obstacles o ON o.id = w.obstacle WHERE w.person = who.id';

/** What there is of a person, in numbers; of what can be counted without going through all that there is. */
export async function footprint(handle: Statements, person: string): Promise<Footprint> {
  const count = async (...parts: readonly string[]) => {
    let sum = 0;
    for (const part of parts) {
      const row = await handle.one(`WITH who (id) AS (SELECT ?) SELECT count(*) AS many FROM who, ${part}`, person);
      sum += row ? number(row, 'many') : 0;
    }
    return sum;
  };
  return {
    about: await count('win_heroes WHERE person = who.id', 'recovery_heroes WHERE person = who.id'),
    told: await count('wins WHERE teller = who.id', 'recoveries WHERE teller = who.id'),
    ideas: await count('ideas WHERE author = who.id'),
    obstacles: await count(`${WAITED_ON} AND o.reporter = who.id`),
    lookedAfter: await count(
      'ideas WHERE (backer = who.id OR said_by = who.id) AND author <> who.id',
      'obstacles WHERE (owner = who.id OR cleared_by = who.id) AND reporter IS NOT who.id',
    ),
    hands: await count('idea_hands WHERE person = who.id'),
    waitsOn: await count(`${WAITED_ON} AND o.reporter IS NOT who.id`),
    waiting: await count(`praise WHERE status = 'waiting' AND forwarder = who.id`),
  };
}

/** The ids of all stories that they told until then, oldest first. */
export async function toldUntil(handle: Statements, person: string, until: Instant): Promise<readonly string[]> {
  const rows = await handle.all(
    `SELECT id, at FROM wins WHERE teller = ? AND at <= ? UNION ALL SELECT id, at FROM recoveries WHERE teller = ? AND at <= ?
     ORDER BY at, id`,
    person,
    until,
    person,
    until,
  );
  return rows.map((row) => text(row, 'id'));
}

/** The ids of all ideas that they proposed until then, oldest first. */
export async function proposedUntil(handle: Statements, person: string, until: Instant): Promise<readonly string[]> {
  const rows = await handle.all('SELECT id FROM ideas WHERE author = ? AND at <= ? ORDER BY at, id', person, until);
  return rows.map((row) => text(row, 'id'));
}

/** The ids of the digests that tell a story or an idea of theirs. */
export async function digestsWithWordsOf(handle: Statements, person: string): Promise<readonly string[]> {
  const rows = await handle.all(
    `SELECT d.digest FROM wins w CROSS JOIN digest_wins d ON d.win = w.id WHERE w.teller = ?
     UNION SELECT d.digest FROM ideas i CROSS JOIN digest_ideas d ON d.idea = i.id WHERE i.author = ?`,
    person,
    person,
  );
  return rows.map((row) => text(row, 'digest'));
}
