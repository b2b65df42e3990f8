import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { organization } from '../../adapters/web/sample.ts';
import type { Database, Statements } from '../../db/database.ts';
import { type Company, inFreshFolder, NOW, openCompany, WEEK } from './company.ts';
import { copyFilled, UNTOLD } from './filled.ts';
import { type Report, shown } from './report.ts';
import { compete, milliseconds, ratios, spreadOf } from './rounds.ts';

/** Planning a week's digest, with few and with many other stories in the database. */
export async function benchDigest({ quick }: { readonly quick: boolean }): Promise<Report> {
  return inFreshFolder(async (folder) => {
    const few = await openPlanning(join(folder, 'few.db'), 10_000);
    const many = await openPlanning(join(folder, 'many.db'), quick ? 100_000 : 1_000_000);
    const times = await compete({ few: few.plan, many: many.plan }, { warmUp: 5, counted: quick ? 15 : 30 });
    const plans = many.plansOfStatements();
    await few.close();
    await many.close();
    const ratio = ratios(times.many, times.few);
    const scans = plans.flatMap(({ scans }) => scans);
    const stories = quick ? '100,000' : '1,000,000';
    return {
      rows: [
        {
          what: `planning a week of ${UNTOLD} wins, ${stories} stories in the database to 10,000`,
          measured: shown(ratio),
          target: '≤ 2',
          met: ratio.median <= 2,
        },
        {
          what: `statements on the way that scan a table, of ${plans.length}`,
          measured: String(scans.length),
          target: '0',
          met: scans.length === 0 && plans.length > 0,
        },
      ],
      notes: [
        `Milliseconds: ${shown(spreadOf(times.many), 1)} with ${stories} stories, ${shown(spreadOf(times.few), 1)} with 10,000.`,
        ...plans.map(({ sql, steps }) => `${sql.replace(/\s+/g, ' ').slice(0, 90)}\n      ${steps.join('\n      ')}`),
      ],
    };
  });
}

async function openPlanning(file: string, stories: number) {
  await copyFilled(stories, file);
  const asked = new Set<string>();
  const company = await openCompany(file, (database) => listening(database, asked));
  asked.clear();
  const connection = new Sqlite(file);
  return {
    async plan(): Promise<number> {
      const took = await milliseconds(() => plan(company));
      takeBack(connection);
      return took;
    },
    plansOfStatements: () =>
      [...asked].map((sql) => {
        const steps = queryPlan(connection, sql);
        return { sql, steps, scans: steps.filter((step) => isScan(connection, sql, step)) };
      }),
    async close() {
      connection.close();
      await company.ledger.close();
    },
  };
}

async function plan({ core }: Company): Promise<void> {
  const reply = await core.handle({
    type: 'plan-digest',
    key: 'bench:plan',
    organization: organization.id,
    at: NOW,
    week: WEEK,
  });
  if (reply.type !== 'digest-planned' || reply.stories !== UNTOLD) {
    throw new Error(`Expected a digest of ${UNTOLD} stories, got ${JSON.stringify(reply).slice(0, 200)}`);
  }
}

/** Makes the week as if it had never been planned. */
function takeBack(connection: Sqlite.Database): void {
  const digest = connection.prepare('SELECT id FROM digests WHERE week = ?').pluck().get(WEEK);
  connection.exec('BEGIN IMMEDIATE');
  connection.prepare('UPDATE wins SET told = 0 WHERE id IN (SELECT win FROM digest_wins WHERE digest = ?)').run(digest);
  connection.prepare('DELETE FROM digest_wins WHERE digest = ?').run(digest);
  connection.prepare('DELETE FROM digests WHERE id = ?').run(digest);
  connection.prepare("DELETE FROM received WHERE key = 'bench:plan'").run();
  connection.prepare('DELETE FROM outbox').run();
  connection.exec('COMMIT');
}

/** The database, noting each statement that is run on it. */
function listening(database: Database, asked: Set<string>): Database {
  const noting = (handle: Statements): Statements => ({
    one: (sql, ...values) => handle.one(note(sql), ...values),
    all: (sql, ...values) => handle.all(note(sql), ...values),
    run: (sql, ...values) => handle.run(note(sql), ...values),
  });
  const note = (sql: string) => {
    asked.add(sql);
    return sql;
  };
  return {
    ...database,
    reads: noting(database.reads),
    transaction: (work) => database.transaction((handle) => work(noting(handle))),
  };
}

function queryPlan(connection: Sqlite.Database, sql: string): readonly string[] {
  const values = Array.from({ length: sql.split('?').length - 1 }, () => null);
  const steps = connection.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values) as readonly { detail: string }[];
  return steps.map(({ detail }) => detail);
}

/** Whether a step goes over a whole table. A statement's own small lists (CTEs) are no tables. */
function isScan(connection: Sqlite.Database, sql: string, step: string): boolean {
  const scanned = /^SCAN (\w+)/.exec(step)?.[1];
  if (scanned === undefined) return false;
  const table = new RegExp(`\\b(?:FROM|JOIN) (\\w+) (?:AS )?${scanned}\\b`).exec(sql)?.[1] ?? scanned;
  return connection.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?`).get(table) !== undefined;
}
