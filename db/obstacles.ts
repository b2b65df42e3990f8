import type { MyObstacles, Obstacle, ObstacleReading, ObstacleState } from '../src/obstacles.ts';
import { number, type Row, type Statements, text, textOrNull } from './database.ts';

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
         AND coalesce(o.owner, '') <> ? ORDER BY o.at DESC, o.id DESC LIMIT ?`,
      person,
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
