import { closeSync, copyFileSync, openSync, readSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { type Chance, createChance } from '../chance.ts';
import { type Ended, runHerald } from '../herald-process.ts';
import { createTally, type Row, type Tally } from '../row.ts';
import { withDatabase } from '../soundness.ts';
import { makeToldCompany } from '../told-company.ts';

const PLANTS = 40;
const PLANTS_QUICK = 5;
const PAGE_BYTES = 4096;
/** What a damaged file is answered with: the command that puts a backup in its place. */
const RESTORE = /cp <your backup> \S+\.db/;
/** More than Herald reads through before it opens its doors. */
const LARGE_STORIES = 60_000;

type Damage = {
  readonly what: string;
  /** Whether it can do this to that page; to any when not said. */
  readonly fits?: (page: Buffer) => boolean;
  readonly plant: (page: Buffer, chance: Chance, other: Buffer) => void;
};

/** The first byte of an index's leaf. https://www.sqlite.org/fileformat2.html#b_tree_pages */
const INDEX_LEAF = 0x0a;

/** What a failing disk, a torn write or a copy gone wrong leaves of a page. */
const DAMAGES: readonly Damage[] = [
  { what: 'zeros', plant: (page) => page.fill(0) },
  {
    what: 'noise',
    plant(page, chance) {
      for (let index = 0; index < page.length; index += 1) page.writeUInt8(chance.whole(256), index);
    },
  },
  { what: 'a torn half', plant: (page) => page.fill(0, page.length / 2) },
  { what: 'another page', plant: (page, _chance, other) => other.copy(page) },
  {
    // What a quick look (quick_check) does not see: the index says otherwise than its table.
    what: 'a byte of an index entry',
    fits: (page) => page[0] === INDEX_LEAF,
    plant(page) {
      const last = endOfFirstCell(page) - 1;
      page.writeUInt8(page.readUInt8(last) ^ 1, last);
    },
  },
];

/** Of an index's leaf: the header's 8 bytes, then where each cell begins; a cell begins with its length. */
function endOfFirstCell(page: Buffer): number {
  const begin = page.readUInt16BE(8);
  const first = page.readUInt8(begin);
  const long = first > 0x7f;
  const length = long ? ((first & 0x7f) << 7) | page.readUInt8(begin + 1) : first;
  return begin + (long ? 2 : 1) + length;
}

export const corruption: Row = {
  number: 10,
  fault: 'corrupt, truncated, foreign or newer file as database',
  async play({ quick, folder }) {
    const tally = createTally();
    const sound = join(folder, 'sound.db');
    await makeToldCompany(sound, 600);
    await plantAll(folder, sound, quick ? PLANTS_QUICK : PLANTS, tally);
    await truncate(folder, sound, quick, tally);
    await bringForeign(folder, tally);
    await bringNewer(folder, sound, tally);
    if (!quick) await plantInLarge(folder, tally);
    return tally.outcome();
  },
};

async function plantAll(folder: string, sound: string, plants: number, tally: Tally): Promise<void> {
  const chance = createChance(10);
  for (let plant = 0; plant < plants; plant += 1) {
    tally.tried();
    const file = join(folder, `plant-${plant}.db`);
    copyFileSync(sound, file);
    const damage = DAMAGES[plant % DAMAGES.length]!;
    const page = plantAt(file, chance, damage);
    const ended = await start(file, folder);
    tally.hold(refusal(ended) && RESTORE.test(ended.stderr), `${damage.what} on page ${page}: ${inWords(ended)}`);
  }
}

/** Damages one page that holds something. */
function plantAt(file: string, chance: Chance, { fits = () => true, plant }: Damage): number {
  const candidates = withDatabase(file, pagesThatMatter);
  const descriptor = openSync(file, 'r+');
  const pageAt = (number: number) => {
    const page = Buffer.alloc(PAGE_BYTES);
    readSync(descriptor, page, 0, PAGE_BYTES, (number - 1) * PAGE_BYTES);
    return page;
  };
  let number = chance.pick(candidates);
  while (!fits(pageAt(number))) number = chance.pick(candidates);
  const page = pageAt(number);
  plant(page, chance, pageAt(chance.pick(candidates.filter((other) => other !== number))));
  writeSync(descriptor, page, 0, PAGE_BYTES, (number - 1) * PAGE_BYTES);
  closeSync(descriptor);
  return number;
}

/**
 * The pages with something on them. Not those of the search index: it repeats what the stories say, and its own tables
 * hold figures that nothing else could contradict.
 */
function pagesThatMatter(connection: Sqlite.Database): readonly number[] {
  const sql = `SELECT pageno FROM dbstat
    WHERE ncell > 0 AND name NOT GLOB 'win_words*' AND name NOT GLOB 'recovery_words*' ORDER BY pageno`;
  return connection.prepare(sql).pluck().all().map(Number);
}

async function truncate(folder: string, sound: string, quick: boolean, tally: Tally): Promise<void> {
  const size = statSync(sound).size;
  // A file of no or one byte is a new one to SQLite, and what is left of a first start that was killed.
  for (const bytes of quick ? [size / 2] : [2, 50, 100, 4096, 5000, size / 2, size - PAGE_BYTES, size - 1]) {
    tally.tried();
    const file = join(folder, `truncated-${bytes}.db`);
    copyFileSync(sound, file);
    truncateSync(file, bytes);
    const ended = await start(file, folder);
    tally.hold(refusal(ended) && RESTORE.test(ended.stderr), `cut to ${bytes} bytes: ${inWords(ended)}`);
  }
}

async function bringForeign(folder: string, tally: Tally): Promise<void> {
  const foreign = join(folder, 'foreign.db');
  const connection = new Sqlite(foreign);
  connection.exec('CREATE TABLE bookmarks (title TEXT)');
  connection.close();
  const picture = join(folder, 'picture.db');
  writeFileSync(picture, Buffer.concat([Buffer.from('ffd8ffe000104a46494600010100', 'hex'), Buffer.alloc(9000, 7)]));
  const text = join(folder, 'text.db');
  writeFileSync(text, 'Dear diary, today nothing went wrong at all.\n'.repeat(50));
  for (const [file, expected] of [
    [foreign, /another program's database\. Set DATABASE_URL/],
    [picture, RESTORE],
    [text, RESTORE],
  ] as const) {
    tally.tried();
    const before = statSync(file).size;
    const ended = await start(file, folder);
    tally.hold(refusal(ended) && expected.test(ended.stderr), `${file}: ${inWords(ended)}`);
    tally.hold(statSync(file).size === before, `${file} was changed, though it is not Herald's`);
  }
}

async function bringNewer(folder: string, sound: string, tally: Tally): Promise<void> {
  tally.tried();
  const file = join(folder, 'newer.db');
  copyFileSync(sound, file);
  const connection = new Sqlite(file);
  connection.pragma('user_version = 9000');
  connection.close();
  const ended = await start(file, folder);
  tally.hold(
    refusal(ended) &&
      /written by a newer Herald \(schema 9000; this one knows \d+\)\. Install that version again/.test(ended.stderr),
    `a newer database: ${inWords(ended)}`,
  );
}

/** A large database is read through beside the work: Herald opens, finds the damage, says so and stops. */
async function plantInLarge(folder: string, tally: Tally): Promise<void> {
  const file = join(folder, 'large.db');
  await makeToldCompany(file, LARGE_STORIES);
  for (let plant = 0; plant < 2; plant += 1) {
    tally.tried();
    const planted = join(folder, `large-${plant}.db`);
    copyFileSync(file, planted);
    const page = plantAt(planted, createChance(77 + plant), DAMAGES[0]!);
    const began = performance.now();
    const ended = await start(planted, folder);
    tally.hold(
      refusal(ended) && RESTORE.test(ended.stderr),
      `zeros on page ${page} of a large file: ${inWords(ended)}`,
    );
    const megabytes = Math.round(statSync(planted).size / 1_048_576);
    tally.note(
      `damage in a file of ${megabytes} MB was found ${Math.round(performance.now() - began)} ms after the start`,
    );
  }
}

function start(file: string, folder: string): Promise<Ended> {
  return runHerald(
    ['start'],
    { DATABASE_URL: `sqlite:${file}`, PORT: '0', LOG_LEVEL: 'silent' },
    { folder, patienceMs: 20_000 },
  );
}

/** One message, and exit code 1; no stack of calls. */
function refusal({ code, stderr }: Ended): boolean {
  return code === 1 && stderr.trim() !== '' && !/\n\s+at /.test(stderr);
}

function inWords({ code, signal, stderr, stdout }: Ended): string {
  return `ended with ${code ?? signal}, saying "${(stderr || stdout).trim().slice(0, 300)}"`;
}
