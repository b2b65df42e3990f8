import { nameKey } from '../src/recognition/same-name.ts';
import type { LastTold, Touchpoint, TouchpointFact } from '../src/touchpoints.ts';
import { type Row, type Statements, text, textOrNull } from './database.ts';

// A removed touchpoint keeps its row: its stories go on reading its name there.

const OPEN = 'organization = ? AND removed_at IS NULL';

/** In the company's order. */
export async function touchpoints(handle: Statements, organization: string): Promise<readonly Touchpoint[]> {
  const rows = await handle.all(`SELECT * FROM touchpoints WHERE ${OPEN} ORDER BY position, id`, organization);
  return rows.map(toTouchpoint);
}

/** The one of this name, in any case and spacing. */
export async function touchpointNamed(
  handle: Statements,
  organization: string,
  name: string,
): Promise<Touchpoint | null> {
  const row = await handle.one(
    `SELECT * FROM touchpoints WHERE ${OPEN} AND key = ? ORDER BY position, id LIMIT 1`,
    organization,
    nameKey(name),
  );
  return row ? toTouchpoint(row) : null;
}

export async function removedTouchpoint(handle: Statements, organization: string, name: string) {
  const row = await handle.one(
    'SELECT id FROM touchpoints WHERE organization = ? AND key = ? AND removed_at IS NOT NULL ORDER BY removed_at DESC LIMIT 1',
    organization,
    nameKey(name),
  );
  return row ? text(row, 'id') : null;
}

/** The touchpoint at which a story happened, when the place that it names is one. */
export async function touchpointAt(
  handle: Statements,
  organization: string,
  place: string | null,
): Promise<string | null> {
  return place === null ? null : ((await touchpointNamed(handle, organization, place))?.id ?? null);
}

/** Each with the newest of its stories that everyone may see; a win whose lane is being asked is in neither. */
export async function lastTold(handle: Statements, organization: string): Promise<readonly LastTold[]> {
  const rows = await handle.all(
    `SELECT k.*,
       (SELECT max(w.at) FROM wins w WHERE w.at_touchpoint = k.id AND w.audience = 'everyone' AND w.settled = 1) AS win,
       (SELECT max(r.at) FROM recoveries r WHERE r.at_touchpoint = k.id AND r.audience = 'everyone') AS recovery
     FROM touchpoints k WHERE k.organization = ? AND k.removed_at IS NULL ORDER BY k.position, k.id`,
    organization,
  );
  return rows.map((row) => ({
    touchpoint: toTouchpoint(row),
    win: textOrNull(row, 'win'),
    recovery: textOrNull(row, 'recovery'),
  }));
}

export async function writeTouchpointFact(handle: Statements, fact: TouchpointFact): Promise<void> {
  switch (fact.type) {
    case 'touchpoint-added':
      await insert(handle, fact);
      return bringTogether(handle, fact.organization, fact.touchpoint);
    case 'touchpoint-changed': {
      const { id, name, promise } = fact.touchpoint;
      const key = nameKey(name);
      await handle.run('UPDATE touchpoints SET name = ?, key = ?, promise = ? WHERE id = ?', name, key, promise, id);
      return bringTogether(handle, fact.organization, fact.touchpoint);
    }
    case 'touchpoint-removed':
      await handle.run('UPDATE touchpoints SET removed_at = ? WHERE id = ?', fact.at, fact.touchpoint);
      return;
    case 'touchpoints-ordered':
      for (const [position, id] of fact.touchpoints.entries()) {
        await handle.run('UPDATE touchpoints SET position = ? WHERE id = ?', position, id);
      }
      return;
    default:
      return fact satisfies never;
  }
}

type Added = Extract<TouchpointFact, { touchpoint: Touchpoint }>;

async function insert(handle: Statements, { organization, at, touchpoint }: Added): Promise<void> {
  const { id, name, promise } = touchpoint;
  await handle.run(
    `INSERT INTO touchpoints (id, organization, name, key, promise, position, at)
     VALUES (?, ?, ?, ?, ?, (SELECT coalesce(max(position), -1) + 1 FROM touchpoints WHERE organization = ?), ?)
     ON CONFLICT (id) DO UPDATE SET
       name = excluded.name, key = excluded.key, promise = excluded.promise, position = excluded.position, removed_at = NULL`,
    id,
    organization,
    name,
    nameKey(name),
    promise,
    organization,
    at,
  );
}

/** Stories and obstacles that people told of a place by this name, before the company named it, are the touchpoint's too. */
async function bringTogether(handle: Statements, organization: string, { id, name }: Touchpoint): Promise<void> {
  const key = nameKey(name);
  for (const table of ['wins', 'recoveries', 'obstacles'] as const) {
    for (const place of await placesIn(handle, table, organization)) {
      if (nameKey(place) !== key) continue;
      await handle.run(
        `UPDATE ${table} SET at_touchpoint = ? WHERE organization = ? AND touchpoint = ? AND at_touchpoint IS NULL`,
        id,
        organization,
        place,
      );
    }
  }
}

/** Each place that is named there and is no touchpoint, once: a step in the index for each, however often it is named. */
async function placesIn(handle: Statements, table: 'wins' | 'recoveries' | 'obstacles', organization: string) {
  const next = (after: string) =>
    `SELECT min(s.touchpoint) FROM ${table} s WHERE s.organization = ? AND s.at_touchpoint IS NULL AND s.touchpoint ${after}`;
  const rows = await handle.all(
    `WITH RECURSIVE places (place) AS (
       ${next('IS NOT NULL')}
       UNION ALL
       SELECT (${next('> places.place')}) FROM places WHERE places.place IS NOT NULL)
     SELECT place FROM places WHERE place IS NOT NULL`,
    organization,
    organization,
  );
  return rows.map((row) => text(row, 'place'));
}

function toTouchpoint(row: Row): Touchpoint {
  return { id: text(row, 'id'), name: text(row, 'name'), promise: text(row, 'promise') };
}
