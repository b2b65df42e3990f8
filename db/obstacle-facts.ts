import type { Instant } from '../src/commands.ts';
import type { Obstacle, ObstacleView } from '../src/obstacles.ts';
import type { ObstacleFact } from '../src/recognition/decision.ts';
import type { Statements } from './database.ts';
import { touchpointAt } from './touchpoints.ts';

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
