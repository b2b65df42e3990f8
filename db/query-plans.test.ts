import Sqlite from 'better-sqlite3';
import { afterAll, expect, it } from 'vitest';
import type { Statements } from './database.ts';
import { migrate } from './migrations.ts';
import { createReading } from './reading.ts';
import { statements } from './sqlite.ts';

// Growth is what an index spares people: none of what they look at reads a whole table.

const connection = new Sqlite(':memory:');
migrate(connection);
afterAll(() => connection.close());

const at = '2026-11-18T09:00:00.000Z';
type Reads = ReturnType<typeof createReading>;

const READS: { readonly [what in keyof Reads]?: (reading: Reads) => Promise<unknown> } = {
  obstacle: (reading) => reading.obstacle('o', 'id'),
  openObstacles: (reading) => reading.openObstacles('o', 20),
  openObstaclesAt: (reading) => reading.openObstaclesAt('k', 4),
  clearedObstacles: (reading) => reading.clearedObstacles('o', 20),
  untoldCleared: (reading) => reading.untoldCleared('o', 10),
  obstaclesOf: (reading) => reading.obstaclesOf('p', 20),
  obstacleOfStory: (reading) => reading.obstacleOfStory('o', 's'),
  obstaclesReportedBy: (reading) => reading.obstaclesReportedBy('p'),
  waitingOnObstacle: (reading) => reading.waitingOnObstacle('id'),
  freshObstacles: (reading) => reading.freshObstacles('o', '2026-11-18', 10),
  unownedObstacles: (reading) => reading.unownedObstacles('o', at, 10),
  digestTellingObstacle: (reading) => reading.digestTellingObstacle('o', 'id'),
  idea: (reading) => reading.idea('o', 'id'),
  ideaInTheseWords: (reading) => reading.ideaInTheseWords('p', 'words'),
  ideasSharing: (reading) => reading.ideasSharing('o', ['cup', 'name'], 30),
  ideas: (reading) => reading.ideas('o', 20),
  ideasOf: (reading) => reading.ideasOf('p', 20),
  unansweredIdeas: (reading) => reading.unansweredIdeas('o', at, 10),
  ideaOfStory: (reading) => reading.ideaOfStory('o', 's'),
  digestsTellingIdea: (reading) => reading.digestsTellingIdea('o', 'id'),
  untoldIdeas: (reading) => reading.untoldIdeas('o', { alive: 10, looking: 3 }),
  touchpoints: (reading) => reading.touchpoints('o'),
  touchpointNamed: (reading) => reading.touchpointNamed('o', 'Front desk'),
  removedTouchpoint: (reading) => reading.removedTouchpoint('o', 'Front desk'),
  lastTold: (reading) => reading.lastTold('o'),
  asker: (reading) => reading.asker({ connection: 'c', user: 'u' }),
  comingWins: (reading) => reading.comingWins('o', '2026-W47', 20),
  storiesAbout: (reading) => reading.storiesAbout(somebody, 20),
  storiesToldBy: (reading) => reading.storiesToldBy(somebody, 20),
  waitingPraise: (reading) => reading.waitingPraise(somebody, 20),
};

const somebody = {
  id: 'p',
  organization: 'o',
  name: 'Ana',
  email: null,
  kind: 'human',
  manager: true,
  admin: false,
  active: true,
  guest: false,
} as const;

/** Where what is left to do or to tell is found, among all that ever was. */
const FOUND_BY: { readonly [what in keyof Reads]?: readonly string[] } = {
  openObstacles: ['obstacles_open'],
  openObstaclesAt: ['obstacles_at_touchpoint'],
  clearedObstacles: ['obstacles_cleared'],
  untoldCleared: ['obstacles_untold'],
  freshObstacles: ['obstacles_fresh'],
  unownedObstacles: ['obstacles_unowned'],
  unansweredIdeas: ['ideas_unanswered'],
  untoldIdeas: ['ideas_untold_alive', 'ideas_untold_looking'],
  lastTold: ['wins_at_touchpoint', 'recoveries_at_touchpoint'],
  comingWins: ['wins_untold'],
  waitingPraise: ['praise_waiting'],
};

it.each(Object.entries(READS))('%s reads no table from end to end', async (what, read) => {
  const asked = new Set<string>();
  const handle = statements(connection);
  const listening: Statements = {
    ...handle,
    one: (sql, ...values) => handle.one(asked.add(sql) && sql, ...values),
    all: (sql, ...values) => handle.all(asked.add(sql) && sql, ...values),
  };
  await read?.(createReading(listening));
  expect(asked.size).toBeGreaterThan(0);
  for (const sql of asked) expect(scansIn(sql), sql).toEqual([]);
  const plans = [...asked].flatMap((sql) => planOf(sql)).join('\n');
  for (const index of FOUND_BY[what as keyof Reads] ?? []) expect(plans).toContain(`INDEX ${index} `);
});

function planOf(sql: string): readonly string[] {
  const values = Array.from(sql.matchAll(/\?/g), () => 1);
  const steps = connection.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values) as readonly {
    readonly detail: string;
  }[];
  return steps.map(({ detail }) => detail);
}

/** What a statement reads from end to end, but for the few rows that it has gathered by an index itself (`WITH …`). */
function scansIn(sql: string): readonly string[] {
  const gathered = Array.from(sql.matchAll(/(\w+)(?: \(\w+\))? AS \(/g), ([, name]) => name ?? '');
  const calledSo = gathered.flatMap((name) =>
    Array.from(
      sql.matchAll(new RegExp(`(?:FROM|JOIN) ${name}(?: (?!JOIN|WHERE|ORDER)(\\w+))?`, 'g')),
      ([, alias]) => alias ?? name,
    ),
  );
  return planOf(sql).flatMap((detail) => {
    const [, table = ''] = /^SCAN (\w+)/.exec(detail) ?? [];
    return table === '' || calledSo.includes(table) || /^SCAN \d+ CONSTANT ROWS?$/.test(detail) ? [] : [detail];
  });
}

it('would tell a scan', () => {
  expect(scansIn('SELECT words FROM obstacles o WHERE o.words = ?')).toEqual(['SCAN o']);
  expect(scansIn('WITH s AS (SELECT * FROM ideas WHERE reason = ?) SELECT * FROM s i')).not.toEqual([]);
});
