import type { Instant } from '../src/commands.ts';
import type { Footprint } from '../src/views.ts';
import { number, type Statements, text } from './database.ts';

/** What there is of a person, in numbers. */
export async function footprint(handle: Statements, person: string): Promise<Footprint> {
  const count = async (...parts: readonly string[]) => {
    let sum = 0;
    for (const part of parts) {
      const row = await handle.one(`SELECT count(*) AS many FROM ${part}`, person);
      sum += row ? number(row, 'many') : 0;
    }
    return sum;
  };
  return {
    about: await count('win_heroes WHERE person = ?', 'recovery_heroes WHERE person = ?'),
    told: await count('wins WHERE teller = ?', 'recoveries WHERE teller = ?'),
    waiting: await count(`praise WHERE status = 'waiting' AND forwarder = ?`),
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
