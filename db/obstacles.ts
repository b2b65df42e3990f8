import type { Instant } from '../src/commands.ts';
import type { MyObstacles, Obstacle, ObstacleReading, ObstacleState, ObstacleView } from '../src/obstacles.ts';
import type { ObstacleFact } from '../src/recognition/decision.ts';
import { number, type Row, type Statements, text, textOrNull } from './database.ts';
import { touchpointAt } from './touchpoints.ts';

/** What selects obstacles as `o`; behind it WHERE. */
const SELECT = `SELECT o.*, o.reports + (SELECT count(*) FROM obstacle_stories s WHERE s.obstacle = o.id) AS times,
    coalesce((SELECT k.name FROM touchpoints k WHERE k.id = o.at_touchpoint), o.touchpoint) AS place,
    r.name AS reporter_name, w.name AS owner_name, c.name AS clearer_name
  FROM obstacles o LEFT JOIN people r ON r.id = o.reporter
    LEFT JOIN people w ON w.id = o.owner LEFT JOIN people c ON c.id = o.cleared_by`;

/** More people than anybody tells of one obstacle at once. */
const HEARD_AT_ONCE = 500;

export function obstacleReading(handle: Statements): ObstacleReading {
  const some = async (rest: string, ...values: readonly (string | number)[]) =>
    (await handle.all(`${SELECT} ${rest}`, ...values)).map(toObstacle);
  return {
    obstacle: async (organization, id) =>
      (await some('WHERE o.id = ? AND o.organization = ?', id, organization))[0] ?? null,
    openObstacles: (organization, limit) =>
      some(
        `WHERE o.organization = ? AND o.state <> 'cleared' ORDER BY o.at DESC, o.id DESC LIMIT ?`,
        organization,
        limit,
      ),
    clearedObstacles: (organization, limit) =>
      some(
        `WHERE o.organization = ? AND o.state = 'cleared' ORDER BY o.cleared_at DESC, o.id DESC LIMIT ?`,
        organization,
        limit,
      ),
    untoldCleared: (organization, limit) =>
      some(
        `WHERE o.organization = ? AND o.state = 'cleared' AND o.told_in IS NULL ORDER BY o.cleared_at, o.id LIMIT ?`,
        organization,
        limit,
      ),
    obstaclesOf: (person, limit) => obstaclesOf(some, person, limit),
    obstacleOfStory: (organization, story) => obstacleOfStory(handle, organization, story),
    obstaclesReportedBy: (person) =>
      some(
        'WHERE o.id IN (SELECT m.obstacle FROM obstacle_waiters m WHERE m.person = ?) AND o.reporter = ? ORDER BY o.id',
        person,
        person,
      ),
    waitingOnObstacle: (obstacle) => waitingOn(handle, obstacle),
    openObstaclesAt: (touchpoint, limit) =>
      some(
        `WHERE o.at_touchpoint = ? AND o.state <> 'cleared' ORDER BY o.at DESC, o.id DESC LIMIT ?`,
        touchpoint,
        limit,
      ),
    freshObstacles: (organization, before, limit) =>
      some(
        'WHERE o.organization = ? AND o.fresh = 1 AND o.at < ? ORDER BY o.at, o.id LIMIT ?',
        organization,
        before,
        limit,
      ),
    unownedObstacles: (organization, before, limit) =>
      some(
        `WHERE o.organization = ? AND o.state = 'reported' AND o.raised = 0 AND o.open_since < ?
         ORDER BY o.open_since, o.id LIMIT ?`,
        organization,
        before,
        limit,
      ),
  };
}

type Some = (rest: string, ...values: readonly (string | number)[]) => Promise<readonly Obstacle[]>;

async function obstaclesOf(some: Some, person: string, limit: number): Promise<MyObstacles> {
  return {
    waitedOn: await some(
      `WHERE o.id IN (SELECT m.obstacle FROM obstacle_waiters m WHERE m.person = ?) AND o.state <> 'cleared'
       ORDER BY o.at DESC, o.id DESC LIMIT ?`,
      person,
      limit,
    ),
    owned: await some(
      `WHERE o.owner = ? AND o.state = 'owned' ORDER BY o.owned_at DESC, o.id DESC LIMIT ?`,
      person,
      limit,
    ),
  };
}

/** The obstacles behind this id, in the order of their ids, for reading all in pages. */
export async function obstaclesAfter(
  handle: Statements,
  id: string,
  limit: number,
): Promise<readonly { readonly obstacle: Obstacle; readonly organization: string }[]> {
  const rows = await handle.all(`${SELECT} WHERE o.id > ? ORDER BY o.id LIMIT ?`, id, limit);
  return rows.map((row) => ({ obstacle: toObstacle(row), organization: text(row, 'organization') }));
}

/** The cleared obstacles that a digest tells, in its order. */
export async function obstaclesInDigest(handle: Statements, digest: string): Promise<readonly Obstacle[]> {
  const rows = await handle.all(
    `${SELECT} WHERE o.told_in = ? AND o.state = 'cleared' ORDER BY o.cleared_at, o.id`,
    digest,
  );
  return rows.map(toObstacle);
}

async function obstacleOfStory(handle: Statements, organization: string, story: string): Promise<Obstacle | null> {
  const row = await handle.one(
    `${SELECT} WHERE o.id = (SELECT s.obstacle FROM obstacle_stories s WHERE s.story = ? AND s.organization = ?)`,
    story,
    organization,
  );
  return row ? toObstacle(row) : null;
}

async function waitingOn(handle: Statements, obstacle: string): Promise<readonly string[]> {
  const rows = await handle.all(
    `SELECT p.id FROM people p WHERE p.active = 1 AND p.id IN (
       SELECT m.person FROM obstacle_waiters m WHERE m.obstacle = ?
       UNION SELECT r.teller FROM obstacle_stories s JOIN recoveries r ON r.id = s.story WHERE s.obstacle = ?
       UNION SELECT h.person FROM obstacle_stories s JOIN recovery_heroes h ON h.recovery = s.story WHERE s.obstacle = ?)
     ORDER BY p.id LIMIT ?`,
    obstacle,
    obstacle,
    obstacle,
    HEARD_AT_ONCE,
  );
  return rows.map((row) => text(row, 'id'));
}

export async function writeObstacleFact(handle: Statements, fact: ObstacleFact): Promise<void> {
  switch (fact.type) {
    case 'obstacle-reported':
      await writeObstacle(handle, fact.organization, fact.obstacle);
      return writeCameFrom(handle, fact.obstacle.id, fact);
    case 'obstacle-came-up':
      if (fact.story === null) {
        await handle.run('UPDATE obstacles SET reports = reports + 1 WHERE id = ?', fact.obstacle);
      }
      return writeCameFrom(handle, fact.obstacle, fact);
    case 'obstacle-changed':
      return writeState(handle, fact.obstacle, fact.at);
    case 'obstacle-left':
      await handle.run('DELETE FROM obstacle_stories WHERE story = ?', fact.story);
      return;
    case 'report-taken-back':
      await handle.run('UPDATE obstacles SET reporter = NULL, reports = reports - 1 WHERE id = ?', fact.obstacle);
      await handle.run('DELETE FROM obstacle_waiters WHERE obstacle = ? AND person = ?', fact.obstacle, fact.by);
      return;
    case 'obstacle-removed':
      return removeObstacle(handle, fact);
    case 'obstacles-raised':
      for (const id of fact.fresh) await handle.run('UPDATE obstacles SET fresh = 0 WHERE id = ?', id);
      for (const id of fact.long) await handle.run('UPDATE obstacles SET raised = 1 WHERE id = ?', id);
      return;
    case 'obstacles-told':
      for (const id of fact.cleared) {
        await handle.run('UPDATE obstacles SET told_in = ? WHERE id = ?', fact.digest, id);
      }
      return;
    default:
      return fact satisfies never;
  }
}

async function writeObstacle(handle: Statements, organization: string, obstacle: Obstacle): Promise<void> {
  const { id, words, kind, touchpoint, origin, reporter, at } = obstacle;
  await handle.run(
    `INSERT INTO obstacles (id, organization, words, kind, touchpoint, at_touchpoint, origin, reporter, reports, state, open_since, fresh, at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'reported', ?, ?, ?)`,
    id,
    organization,
    words,
    kind,
    touchpoint,
    await touchpointAt(handle, organization, touchpoint),
    origin,
    reporter?.person ?? null,
    Number(origin !== 'story'),
    at,
    Number(origin === 'nameless'),
    at,
  );
}

type CameFrom = Extract<ObstacleFact, { type: 'obstacle-came-up' }>;

async function writeCameFrom(
  handle: Statements,
  obstacle: string,
  { organization, waits, story }: Pick<CameFrom, 'organization' | 'waits' | 'story'>,
): Promise<void> {
  if (waits !== null) {
    await handle.run(
      'INSERT INTO obstacle_waiters (organization, obstacle, person) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
      organization,
      obstacle,
      waits,
    );
  }
  if (story !== null) {
    await handle.run(
      'INSERT INTO obstacle_stories (story, organization, obstacle) VALUES (?, ?, ?)',
      story,
      organization,
      obstacle,
    );
  }
}

/** Whoever owned it stays the owner of what they cleared; what comes back is nobody's, and told anew once it falls. */
async function writeState(handle: Statements, { id, now }: Obstacle, at: Instant): Promise<void> {
  switch (now.state) {
    case 'reported':
      await handle.run(
        `UPDATE obstacles SET state = 'reported', owner = NULL, owned_at = NULL, cleared_by = NULL, cleared_at = NULL,
           what_changed = NULL, open_since = ?, raised = 0 WHERE id = ?`,
        at,
        id,
      );
      return;
    case 'owned':
      await handle.run(
        `UPDATE obstacles SET state = 'owned', owner = ?, owned_at = ?, fresh = 0 WHERE id = ?`,
        now.owner.person,
        now.at,
        id,
      );
      return;
    case 'cleared':
      await handle.run(
        `UPDATE obstacles SET state = 'cleared', cleared_by = ?, cleared_at = ?, what_changed = ?, told_in = NULL, fresh = 0
         WHERE id = ?`,
        now.by.person,
        now.at,
        now.whatChanged,
        id,
      );
      return;
    default:
      return now satisfies never;
  }
}

/** News of it stands in messages of its own, told apart by what follows the id: they say that it was taken back. */
async function removeObstacle(handle: Statements, { obstacle: id, at }: Removed): Promise<void> {
  await handle.run('DELETE FROM obstacles WHERE id = ?', id);
  const news = JSON.stringify(['obstacle-news', `${id} `]).slice(0, -2);
  const ofIt = [news, `${news}~`] as const;
  await handle.run(
    `DELETE FROM outbox WHERE about >= ? AND about < ?
       AND (state = 'given-up' OR (shown = 0 AND receipt IS NULL AND state = 'waiting' AND uncertain = 0))`,
    ...ofIt,
  );
  await handle.run(
    `UPDATE outbox SET view = ?, passing = 1, revision = revision + 1, due_at = ?, attempts = 0,
       state = CASE WHEN state IN ('claimed', 'unconfirmed') THEN state ELSE 'waiting' END
     WHERE about >= ? AND about < ?`,
    JSON.stringify({ type: 'obstacle-withdrawn' } satisfies ObstacleView),
    at,
    ...ofIt,
  );
}

type Removed = Extract<ObstacleFact, { type: 'obstacle-removed' }>;

function toObstacle(row: Row): Obstacle {
  const reporter = textOrNull(row, 'reporter');
  return {
    id: text(row, 'id'),
    words: text(row, 'words'),
    kind: textOrNull(row, 'kind') as Obstacle['kind'],
    touchpoint: textOrNull(row, 'place'),
    reporter: reporter === null ? null : { person: reporter, name: text(row, 'reporter_name') },
    origin: text(row, 'origin') as Obstacle['origin'],
    times: number(row, 'times'),
    at: text(row, 'at'),
    now: toState(row),
  };
}

function toState(row: Row): ObstacleState {
  switch (text(row, 'state')) {
    case 'owned':
      return {
        state: 'owned',
        owner: { person: text(row, 'owner'), name: text(row, 'owner_name') },
        at: text(row, 'owned_at'),
      };
    case 'cleared':
      return {
        state: 'cleared',
        by: { person: text(row, 'cleared_by'), name: text(row, 'clearer_name') },
        at: text(row, 'cleared_at'),
        whatChanged: text(row, 'what_changed'),
      };
    default:
      return { state: 'reported' };
  }
}
