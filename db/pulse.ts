import type { Counted, Days, MonthCounts, MonthFigures, PulseReading, TakenWeek, WeekFigures } from '../src/pulse.ts';
import { cohortsOf, teamsOf } from './cohorts.ts';
import { flag, number, type Row, type Statements, text, textOrNull } from './database.ts';

// The pulse reads both lanes: it is there to hold them side by side. Nothing of it finds its way into a digest.

export function createPulseReading(handle: Statements): PulseReading {
  return {
    async lastTaken(organization) {
      const row = await handle.one(
        "SELECT week FROM pulse_weeks WHERE organization = ? AND team = '' ORDER BY week DESC LIMIT 1",
        organization,
      );
      return row ? text(row, 'week') : null;
    },
    async foundedAt(organization) {
      const row = await handle.one('SELECT founded_at FROM organizations WHERE id = ?', organization);
      return row ? text(row, 'founded_at') : '';
    },
    async taken(organization, team, from) {
      const rows = await handle.all(
        'SELECT * FROM pulse_weeks WHERE organization = ? AND team = ? AND week >= ? ORDER BY week',
        organization,
        team ?? '',
        from,
      );
      return rows.map(toTaken);
    },
    teams: (organization) => teamsOf(handle, organization),
    cohorts: (organization, span) => cohortsOf(handle, organization, span),
    async countable(organization) {
      const rows = await handle.all(
        `SELECT p.id FROM people p JOIN organizations o ON o.id = p.organization
         WHERE p.organization = ? AND p.kind = 'human' AND p.active = 1 AND p.id IS NOT o.nobody`,
        organization,
      );
      return rows.map((row) => text(row, 'id'));
    },
    countWeek: (of) => countWeek(handle, of),
    countMonth: (of) => countMonth(handle, of),
  };
}

const LANES = [
  { stories: 'wins', heroes: 'win_heroes', story: 'win', counts: "s.audience = 'everyone' AND s.settled = 1" },
  { stories: 'recoveries', heroes: 'recovery_heroes', story: 'recovery', counts: "s.audience = 'everyone'" },
] as const;

type Lane = (typeof LANES)[number];

async function countWeek(
  handle: Statements,
  of: Counted & { readonly days: Days },
): Promise<Omit<WeekFigures, 'week'>> {
  const [wins, recoveries] = await Promise.all(LANES.map((lane) => countStories(handle, lane, of)));
  return {
    wins: wins?.stories ?? 0,
    recoveries: recoveries?.stories ?? 0,
    customersWords: (wins?.customers ?? 0) + (recoveries?.customers ?? 0),
    ...(await countObstacles(handle, of, of.days)),
    ideasAlive: await countIdeas(handle, of),
  };
}

async function countStories(handle: Statements, lane: Lane, of: Counted) {
  const row = await handle.one(
    `SELECT count(*) AS stories, count(CASE s.voice WHEN 'customer' THEN 1 END) AS customers FROM ${told(lane, of)}`,
    ...toldValues(of),
  );
  return { stories: row ? number(row, 'stories') : 0, customers: row ? number(row, 'customers') : 0 };
}

/** The stories `s` of a lane, told between two moments: all of them, or those about somebody in a cohort. */
function told({ stories, heroes, story, counts }: Lane, { cohort }: Counted): string {
  const about = `EXISTS (SELECT 1 FROM ${heroes} h JOIN cohort_people c ON c.person = h.person
    WHERE h.${story} = s.id AND c.team = ? AND c.span = ?)`;
  return `${stories} s WHERE s.organization = ? AND s.at >= ? AND s.at < ? AND ${counts}${cohort === null ? '' : ` AND ${about}`}`;
}

function toldValues({ organization, from, until, cohort }: Counted): readonly string[] {
  return [organization, from, until, ...(cohort === null ? [] : [cohort.team, cohort.span])];
}

/** Those of everybody; or of a cohort, those that its people reported with their name, and those that they cleared. */
async function countObstacles(handle: Statements, { organization, from, until, cohort }: Counted, days: Days) {
  const named = "origin <> 'nameless' AND at >= ? AND at < ?";
  const nameless = "origin = 'nameless' AND at >= ? AND at < ?";
  const many = async (sql: string, ...values: readonly string[]) => {
    const row = await handle.one(`SELECT count(*) AS many FROM obstacles WHERE organization = ? AND ${sql}`, ...values);
    return row ? number(row, 'many') : 0;
  };
  const opened = await many(
    `${named}${byCohort('reporter', cohort)}`,
    organization,
    from,
    until,
    ...cohortValues(cohort),
  );
  const unnamed = cohort === null ? await many(nameless, organization, days.from, days.until) : 0;
  const cleared = await many(
    `state = 'cleared' AND cleared_at >= ? AND cleared_at < ?${byCohort('cleared_by', cohort)}`,
    organization,
    from,
    until,
    ...cohortValues(cohort),
  );
  return { obstaclesOpened: opened + unnamed, obstaclesCleared: cleared };
}

async function countIdeas(handle: Statements, { organization, cohort }: Counted): Promise<number> {
  const row = await handle.one(
    `SELECT count(*) AS many FROM ideas WHERE organization = ? AND state = 'alive'${byCohort('author', cohort)}`,
    organization,
    ...cohortValues(cohort),
  );
  return row ? number(row, 'many') : 0;
}

function byCohort(column: string, cohort: Counted['cohort']): string {
  if (cohort === null) return '';
  return ` AND ${column} IN (SELECT c.person FROM cohort_people c WHERE c.team = ? AND c.span = ?)`;
}

function cohortValues(cohort: Counted['cohort']): readonly string[] {
  return cohort === null ? [] : [cohort.team, cohort.span];
}

async function countMonth(handle: Statements, of: Counted): Promise<MonthCounts> {
  return {
    seen: await countPeople(
      handle,
      of,
      (lane) => `SELECT h.person FROM ${lane.heroes} h JOIN ${lane.stories} s ON s.id = h.${lane.story}`,
    ),
    tellers: await countPeople(handle, of, (lane) => `SELECT s.teller AS person FROM ${lane.stories} s`),
    ...(await countTouchpoints(handle, of)),
    days: await daysUntilHeard(handle, of),
  };
}

/** How many different people, of all or of a cohort, over both lanes. */
async function countPeople(
  handle: Statements,
  { cohort, ...of }: Counted,
  select: (lane: Lane) => string,
): Promise<number> {
  const found = LANES.map(
    (lane) => `${select(lane)} WHERE s.organization = ? AND s.at >= ? AND s.at < ? AND ${lane.counts}`,
  ).join(' UNION ');
  const among =
    cohort === null ? '' : 'WHERE person IN (SELECT c.person FROM cohort_people c WHERE c.team = ? AND c.span = ?)';
  const within = [of.organization, of.from, of.until];
  const row = await handle.one(
    `SELECT count(*) AS people FROM (${found}) ${among}`,
    ...within,
    ...within,
    ...(cohort === null ? [] : [cohort.team, cohort.span]),
  );
  return row ? number(row, 'people') : 0;
}

async function countTouchpoints(handle: Statements, of: Counted) {
  const found = LANES.map(
    (lane) => `SELECT s.at_touchpoint AS place FROM ${told(lane, of)} AND s.at_touchpoint IS NOT NULL`,
  ).join(' UNION ');
  const row = await handle.one(
    `SELECT count(*) AS touchpoints, count(CASE WHEN k.id IN (${found}) THEN 1 END) AS covered
     FROM touchpoints k WHERE k.organization = ? AND k.removed_at IS NULL`,
    ...toldValues(of),
    ...toldValues(of),
    of.organization,
  );
  return { touchpoints: row ? number(row, 'touchpoints') : 0, covered: row ? number(row, 'covered') : 0 };
}

async function daysUntilHeard(handle: Statements, of: Counted): Promise<readonly number[]> {
  const found = LANES.map((lane) => `SELECT s.written_at, s.at FROM ${told(lane, of)} AND s.written_at IS NOT NULL`);
  const rows = await handle.all(found.join(' UNION ALL '), ...toldValues(of), ...toldValues(of));
  return rows.map((row) => Math.max(0, Date.parse(text(row, 'at')) - Date.parse(text(row, 'written_at'))) / 86_400_000);
}

function toTaken(row: Row): TakenWeek {
  const figures = textOrNull(row, 'figures');
  const month = textOrNull(row, 'month');
  return {
    week: text(row, 'week'),
    figures: figures === null ? null : (JSON.parse(figures) as WeekFigures),
    month: month === null ? null : (JSON.parse(month) as MonthFigures),
    told: flag(row, 'told'),
  };
}
