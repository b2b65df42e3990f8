// The pulse over the real ledger: weeks pass, people come and go, and figures stay what they were.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportAll } from '../../db/export.ts';
import { createPulseReading } from '../../db/pulse.ts';
import type { GiveKudos } from '../../src/commands.ts';
import type { PulseView } from '../../src/pulse.ts';
import { startOf } from '../../src/recognition/pulse/span.ts';
import { nextWeek } from '../../src/recognition/week.ts';
import type { View } from '../../src/views.ts';
import { COMPANY, CONNECTION, foundCompany, kudos, mondayMorning, person } from '../fakes/company.ts';
import { type OpenCore, openCore } from '../fakes/open-core.ts';

const folder = mkdtempSync(join(tmpdir(), 'herald-pulse-'));
const file = join(folder, 'herald.db');
const { timeZone } = mondayMorning;
/** The last of four. */
const FIRST = '2026-W34';
const PEOPLE = 14;
let house: OpenCore;
let week = FIRST;

beforeAll(async () => {
  house = await openCore(file);
  await foundCompany(house.core, { at: within(FIRST), people: PEOPLE });
});

afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});

function within(of: string): string {
  return new Date(Date.parse(startOf(of, timeZone)) + 2 * 86_400_000).toISOString();
}

let told = 0;
async function tell(differs: Partial<GiveKudos> = {}): Promise<string> {
  told += 1;
  const reply = await house.core.handle(
    kudos(`story ${told}`, `Stayed late for the ${told}th time`, within(week), differs),
  );
  if (reply.type !== 'kudos-given') throw new Error(`Not told: ${JSON.stringify(reply)}`);
  return reply.story.id;
}

const fix = { whatBroke: 'The label printer' };

/** The week passes, and is counted on the Monday after. */
async function passes(): Promise<View> {
  const at = startOf(nextWeek(week), timeZone);
  const taken = await house.core.handle({ type: 'take-pulse', key: `pulse ${week}`, organization: COMPANY, at, week });
  week = nextWeek(week);
  return taken;
}

const ask = (team: string | null = null, who = 1) =>
  house.core.ask({ type: 'pulse', by: person(who), at: within(week), team });

async function shown(team: string | null = null): Promise<Extract<PulseView, { type: 'pulse' }>> {
  const view = await ask(team);
  if (view.type !== 'pulse') throw new Error(`No pulse: ${JSON.stringify(view)}`);
  return view;
}

async function teamOf(group: string, people: readonly number[], key = `${group} ${people.join()}`): Promise<void> {
  const users = people.map((number) => `p${number}`);
  await house.core.handle({
    type: 'keep-team',
    key,
    at: within(week),
    connection: CONNECTION,
    group,
    name: group,
    users,
  });
}

async function choose(by: number, ...groups: readonly string[]): Promise<View> {
  const teams = groups.map((group) => ({ group, name: group }));
  const key = `choose ${by} ${groups.join()} ${week}`;
  return house.core.handle({ type: 'choose-teams', key, by: person(by), at: within(week), teams });
}

/** Where views of this type were sent. */
async function toldOf(type: string): Promise<readonly string[]> {
  const rows = await house.database.reads.all("SELECT place FROM outbox WHERE json_extract(view, '$.type') = ?", type);
  return rows.map(({ place }) => String(place));
}

async function idOf(name: string): Promise<string> {
  return (await house.ledger.read.pulse.teams(COMPANY)).find((team) => team.name === name)?.id ?? '';
}

test('nothing is counted before a week is over, and a week that is not over is not counted', async () => {
  expect(await ask()).toEqual({ type: 'pulse-not-yet', first: FIRST });
  const early = { type: 'take-pulse', key: 'early', organization: COMPANY, at: within(FIRST), week: FIRST } as const;
  expect(await house.core.handle(early)).toMatchObject({ taken: false });
});

test('wins stand beside recoveries; what only a few may see, or is not settled, is not counted', async () => {
  for (const name of ['The phone', 'The door']) {
    const by = { by: person(0), at: within(week) };
    await house.core.handle({ type: 'add-touchpoint', key: name, ...by, name, promise: '' });
  }
  await tell();
  await tell({ heroes: [person(3), person(4)], touchpoint: 'The phone' });
  await tell({ ...fix, touchpoint: 'the phone' });
  await tell({ audience: 'heroes' });
  const unsettled = await house.core.handle(
    kudos('unsettled', 'The delivery was wrong and she fixed it the same day, sorry about the mistake', within(week)),
  );
  expect(unsettled).toMatchObject({ story: { settled: false } });
  expect(await passes()).toMatchObject({ type: 'pulse-taken', taken: true });
  const { pulse } = await shown();
  expect(pulse.weeks.at(-1)).toEqual({
    week: FIRST,
    figures: {
      week: FIRST,
      wins: 2,
      recoveries: 1,
      customersWords: 0,
      obstaclesOpened: 1,
      obstaclesCleared: 0,
      ideasAlive: 0,
    },
  });
  expect(pulse.weeks).toHaveLength(12);
  expect(pulse.month).toMatchObject({
    people: PEOPLE,
    seen: 0,
    tellers: 0,
    touchpoints: 2,
    covered: 1,
    medianDays: null,
  });
});

test('a week that was counted stays as it is, whatever is taken back or told again', async () => {
  const before = await shown();
  await house.core.handle({ type: 'retract-story', key: 'undo', by: person(1), at: within(week), which: 'my-last' });
  const again = { type: 'take-pulse', key: 'again', organization: COMPANY, at: within(week), week: FIRST } as const;
  expect(await house.core.handle(again)).toMatchObject({ taken: false });
  expect(await shown()).toEqual(before);
});

test('only an admin chooses teams; a team is counted from the next week on', async () => {
  expect(await choose(1, 'phones')).toMatchObject({ reason: 'admins-only' });
  await choose(0, 'phones', 'doors');
  await teamOf('phones', [1, 2, 3, 4, 5, 6]);
  await teamOf('doors', [1, 2, 3, 4]);
  await teamOf('of nobody', [1, 2, 3, 4, 5]);
  expect(await ask(await idOf('phones'))).toMatchObject({
    type: 'pulse-withheld',
    team: { withheld: 'from-next-week' },
  });
  expect(await ask(await idOf('doors'))).toMatchObject({ type: 'pulse-withheld', team: { withheld: 'too-few' } });
  expect(await ask('somebody else’s')).toMatchObject({ reason: 'team-unknown' });
  await passes();
  await tell();
  await tell({ heroes: [person(9)] });
  await passes();
  expect((await shown(await idOf('phones'))).pulse.weeks.at(-1)?.figures).toMatchObject({ wins: 1, recoveries: 0 });
});

test('a team of everybody but a few has no figures, nor has one that shares all but a few with another', async () => {
  await choose(0, 'phones', 'doors', 'nearly all', 'phones and one');
  await teamOf('nearly all', [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  await teamOf('phones and one', [1, 2, 3, 4, 5, 6, 7]);
  await passes();
  expect(await ask(await idOf('nearly all'))).toMatchObject({ team: { withheld: 'too-close' } });
  expect(await ask(await idOf('phones and one'))).toMatchObject({ team: { withheld: 'too-close' } });
});

test('a team that shrinks below five is not shown any more, also not for what was counted before', async () => {
  const phones = await idOf('phones');
  expect((await shown(phones)).teams.find(({ id }) => id === phones)?.withheld).toBeNull();
  await teamOf('phones', [1, 2, 3, 4]);
  expect(await ask(phones)).toMatchObject({ type: 'pulse-withheld', team: { withheld: 'too-few' } });
  await tell();
  await passes();
  await teamOf('phones', [1, 2, 3, 4, 5, 6], 'back again');
  expect(await ask(phones)).toMatchObject({ team: { withheld: 'too-close' } });
  const csv = await house.core.ask({ type: 'pulse-csv', by: person(0), at: within(week) });
  expect(csv.type === 'pulse-csv' && csv.csv.split('\r\n').filter((line) => line.startsWith('phones,'))).toHaveLength(
    2,
  );
});

test('comma-separated values are for admins, and no name in them runs as a formula', async () => {
  expect(await house.core.ask({ type: 'pulse-csv', by: person(1), at: within(week) })).toMatchObject({
    reason: 'admins-only',
  });
  await choose(0, 'phones', '=1+1');
  await teamOf('=1+1', [0, 8, 9, 10, 11, 12, 13]);
  await passes();
  await passes();
  const view = await house.core.ask({ type: 'pulse-csv', by: person(0), at: within(week) });
  if (view.type !== 'pulse-csv') throw new Error('No figures.');
  expect(view.csv).toContain("\r\n'=1+1,");
  expect(view.csv).toContain(`Company for tests,${FIRST},2,1,0,`);
  // So does an export: the teams, and each week's figures as they are shown.
  const records = await Array.fromAsync(exportAll(file));
  expect(records.find(({ type, name }) => type === 'team' && name === '=1+1')).toMatchObject({ group: '=1+1' });
  expect(
    records.find(({ type, week, team }) => type === 'pulse_week' && week === FIRST && team === null),
  ).toMatchObject({
    figures: { wins: 2, recoveries: 1 },
  });
});

test('two groups chosen twice are one team, and a name of any length and direction is kept as one line', async () => {
  const name = `${'שלום '.repeat(80)}\n<!channel>`;
  const teams = [
    { group: 'g', name },
    { group: 'g', name },
  ];
  const chosen = await house.core.handle({
    type: 'choose-teams',
    key: 'twice',
    by: person(0),
    at: within(week),
    teams,
  });
  if (chosen.type !== 'teams-chosen') throw new Error('Not chosen.');
  expect(chosen.teams).toHaveLength(1);
  expect(chosen.teams[0]?.name.length).toBeLessThanOrEqual(150);
  const many = Array.from({ length: 60 }, (_, number) => ({ group: `g${number}`, name: 'x' }));
  const tooMany = { type: 'choose-teams', key: 'many', by: person(0), at: within(week), teams: many } as const;
  expect(await house.core.handle(tooMany)).toMatchObject({ reason: 'too-many-teams', chosen: 60 });
});

test('three weeks in which recoveries outnumber wins are told to those who manage, once until it has turned', async () => {
  const heard = async () => (await toldOf('recoveries-outnumber')).length;
  const weeks = async (...recoveries: readonly number[]) => {
    for (const many of recoveries) {
      for (let number = 0; number < Math.abs(many); number += 1) await tell(many > 0 ? fix : {});
      await passes();
    }
  };
  await weeks(1, 2);
  expect(await heard()).toBe(0);
  await weeks(1);
  expect(await heard()).toBe(1);
  await weeks(1, 1, 1);
  expect(await heard()).toBe(1);
  await weeks(-1, 1, 1);
  expect(await heard()).toBe(1);
  await weeks(1);
  expect(await heard()).toBe(2);
  const boss = await house.ledger.read.person(person(0));
  expect((await toldOf('recoveries-outnumber')).every((place) => place.includes(boss?.id ?? 'nobody'))).toBe(true);
});

test('no figure needs a look at every story', async () => {
  const asked = new Set<string>();
  const watched =
    (run: 'one' | 'all') =>
    async (sql: string, ...values: readonly (string | number | null)[]) => {
      asked.add(sql);
      return house.database.reads[run](sql, ...values) as never;
    };
  const reading = createPulseReading({ one: watched('one'), all: watched('all'), run: async () => 0 });
  const days = { from: FIRST, until: week };
  const of = { organization: COMPANY, from: within(FIRST), until: within(week), days };
  for (const cohort of [null, { team: await idOf('phones'), span: FIRST }]) {
    await reading.countWeek({ ...of, cohort });
    await reading.countMonth({ ...of, cohort });
  }
  await reading.taken(COMPANY, null, FIRST);
  await reading.lastTaken(COMPANY);
  await reading.teams(COMPANY);
  await reading.cohorts(COMPANY, FIRST);
  const connection = new Sqlite(file, { readonly: true });
  for (const sql of asked) {
    const values = Array.from(sql.matchAll(/\?/g), () => 1);
    const steps = connection.prepare(`EXPLAIN QUERY PLAN ${sql.replaceAll('?', '+?')}`).all(...values) as {
      detail: string;
    }[];
    const scans = steps.map(({ detail }) => detail).filter((detail) => /^SCAN (wins|recoveries|[a-z])\b/.test(detail));
    expect(scans, sql).toEqual([]);
  }
  connection.close();
});
