import { createHash } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { NOW, openCompany } from './company.ts';
import { storyWords } from './words.ts';

/** How many wins wait to be told, whatever else there is. */
export const UNTOLD = 200;

const KEPT = 'herald-bench-filled-';
const DAY_MS = 86_400_000;
const YEARS = 5;

/** Whose stories they are, and how it comes into an empty database. */
type Company = { readonly name: string; readonly found: (file: string) => Promise<void> };

const sandbox: Company = { name: 'sandbox', found: async (file) => (await openCompany(file)).ledger.close() };

/** A copy, at `target`, of a database with so many stories. Made once for each schema and kept in the temporary folder. */
export async function copyFilled(stories: number, target: string, company: Company = sandbox): Promise<void> {
  const kept = join(tmpdir(), `${KEPT}${recipe()}-${company.name}-${stories}.db`);
  if (!existsSync(kept)) {
    forgetOlder();
    const partial = `${kept}.partial`;
    await company.found(partial);
    fill(partial, stories);
    renameSync(partial, kept);
  }
  copyFileSync(kept, target);
  // Otherwise the disk would still be busy with the copy while others are measured.
  const copy = openSync(target, 'r+');
  fsyncSync(copy);
  closeSync(copy);
}

function forgetOlder(): void {
  const current = `${KEPT}${recipe()}`;
  for (const name of readdirSync(tmpdir())) {
    const isPartial = name.includes('.partial');
    if (name.startsWith(KEPT) && (isPartial || !name.startsWith(current))) rmSync(join(tmpdir(), name));
  }
}

/** What the kept database was made from. */
function recipe(): string {
  const migrations = new URL('../../db/migrations/', import.meta.url);
  const sources = [
    ...readdirSync(migrations).map((name) => new URL(name, migrations)),
    new URL(import.meta.url),
    new URL('words.ts', import.meta.url),
    new URL('company.ts', import.meta.url),
    new URL('slack/workspace.ts', import.meta.url),
  ];
  const hash = createHash('sha256');
  for (const source of sources) hash.update(readFileSync(source));
  return hash.digest('hex').slice(0, 12);
}

/** Nine wins to a recovery, with two heroes each, over five years; all wins but the newest told in a weekly digest. */
function fill(file: string, stories: number): void {
  const connection = new Sqlite(file);
  connection.pragma('synchronous = OFF');
  connection.pragma('cache_size = -400000');
  const triggers = connection.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all() as {
    name: string;
    sql: string;
  }[];
  connection.exec('BEGIN');
  for (const { name } of triggers) connection.exec(`DROP TRIGGER ${name}`);
  writeStories(connection, stories);
  for (const index of ['win_words', 'recovery_words']) {
    connection.exec(`INSERT INTO ${index} (${index}) VALUES ('rebuild')`);
  }
  for (const { sql } of triggers) connection.exec(sql);
  connection.exec('COMMIT');
  connection.pragma('wal_checkpoint(TRUNCATE)');
  connection.close();
}

function writeStories(connection: Sqlite.Database, stories: number): void {
  const organization = connection.prepare('SELECT id FROM organizations').pluck().get();
  const people = connection.prepare('SELECT id FROM people ORDER BY id').pluck().all();
  const addWin = connection.prepare(
    `INSERT INTO wins (id, organization, teller, words, voice, customer, touchpoint, audience, settled, told, praise, at)
     VALUES (?, ?, ?, ?, 'colleague', NULL, NULL, 'everyone', 1, ?, NULL, ?)`,
  );
  const addRecovery = connection.prepare(
    `INSERT INTO recoveries (id, organization, teller, words, voice, what_broke, customer, touchpoint, audience, praise, at)
     VALUES (?, ?, ?, ?, 'colleague', 'The label printer', NULL, NULL, 'everyone', NULL, ?)`,
  );
  const heroes = (table: string, story: string) =>
    connection.prepare(`INSERT INTO ${table} (organization, ${story}, person, position, at) VALUES (?, ?, ?, ?, ?)`);
  const addWinHero = heroes('win_heroes', 'win');
  const addRecoveryHero = heroes('recovery_heroes', 'recovery');
  const addDigest = connection.prepare(
    "INSERT INTO digests (id, organization, week, posted, at) VALUES (?, ?, ?, 'stories', ?)",
  );
  const addDigestWin = connection.prepare(
    "INSERT INTO digest_wins (win, organization, digest, position, form) VALUES (?, ?, ?, ?, 'line')",
  );
  const end = Date.parse(NOW);
  let week = '';
  for (let number = 0; number < stories; number += 1) {
    const untold = number >= stories - UNTOLD;
    const age = untold ? ((stories - number) / UNTOLD) * 6 : 7 + ((stories - number) / stories) * YEARS * 365;
    const at = new Date(end - age * DAY_MS).toISOString();
    const id = idAt(at, number);
    const person = (offset: number) => people[(number * 7 + offset) % people.length];
    const isWin = untold || number % 10 !== 0;
    if (isWin) addWin.run(id, organization, person(0), storyWords(number), Number(!untold), at);
    else addRecovery.run(id, organization, person(0), storyWords(number), at);
    for (const position of [0, 1]) {
      (isWin ? addWinHero : addRecoveryHero).run(organization, id, person(position + 1), position, at);
    }
    if (!isWin || untold) continue;
    const of = weekName(Date.parse(at));
    if (of !== week) addDigest.run(`digest-${of}`, organization, of, at);
    week = of;
    addDigestWin.run(id, organization, `digest-${of}`, number);
  }
}

/** A version 7 UUID's shape: it sorts by time, and so finds its place in an index as a real one does. */
function idAt(at: string, number: number): string {
  const time = Date.parse(at).toString(16).padStart(12, '0');
  const tail = number.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${tail}`;
}

/** Weeks of past digests need only differ and sort. */
function weekName(at: number): string {
  const { yearOfWeek, weekOfYear } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('UTC');
  return `${yearOfWeek}-W${String(weekOfYear).padStart(2, '0')}`;
}
