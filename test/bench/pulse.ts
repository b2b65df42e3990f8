import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import express from 'express';
import { CONNECTION, organization } from '../../adapters/web/sample.ts';
import { wallRoutes } from '../../adapters/web/wall/index.ts';
import { createPictures } from '../../src/pictures/pictures.ts';
import { weeksShown } from '../../src/recognition/pulse/span.ts';
import { type Company, inFreshFolder, NOW, openCompany, schedule } from './company.ts';
import { copyFilled } from './filled.ts';
import { type Report, type Row, shown } from './report.ts';
import { compete, milliseconds, ratios, spreadOf } from './rounds.ts';

const FEW = 10_000;

/** What people look at that many stories could slow down: the pulse with its picture, their own page, the wall. */
export async function benchPulse({ quick }: { readonly quick: boolean }): Promise<Report> {
  const pictures = createPictures();
  try {
    return await inFreshFolder(async (folder) => {
      const stories = quick ? 100_000 : 1_000_000;
      const few = await openCounted(join(folder, 'few.db'), FEW);
      const many = await openCounted(join(folder, 'many.db'), stories);
      const rounds = { warmUp: 3, counted: quick ? 15 : 40 };
      const than = `${stories.toLocaleString('en')} stories to 10,000`;
      const pulse = await compare(rounds, (company, round) => drawPulse(company, pictures, round), few, many);
      const home = await compare(rounds, (company) => ask(company, 'home'), few, many);
      const mine = await compare(rounds, (company) => ask(company, 'mine'), few, many);
      const map = await compare(rounds, (company) => ask(company, 'touchpoint-map'), few, many);
      const wall = await benchWall(many.company, folder, rounds);
      await few.company.ledger.close();
      await many.company.ledger.close();
      return {
        rows: [
          row(`the pulse with its picture, ${than}`, pulse.ratio, 3),
          row(`a person’s first page, ${than}`, home.ratio, 1.5),
          row(`a person’s own stories, ${than}`, mine.ratio, 1.5),
          row(`the map of touchpoints, ${than}`, map.ratio, 3),
          row(`the wall’s first page, to a static file of its size`, wall.ratio, 2),
        ],
        notes: [
          `Milliseconds with the more stories: the pulse ${shown(pulse.many, 1)}, the first page ${shown(home.many, 1)}, own stories ${shown(mine.many, 1)}, the map ${shown(map.many, 2)}, the wall ${shown(wall.many, 1)}.`,
          `Counting twelve weeks took ${few.counting.toFixed(0)} ms with 10,000 stories and ${many.counting.toFixed(0)} ms with ${stories.toLocaleString('en')}.`,
        ],
      };
    });
  } finally {
    await pictures.close();
  }
}

type Counted = { readonly company: Company; readonly counting: number };
type Rounds = Parameters<typeof compete>[1];

/** With the last twelve weeks counted, as they are after twelve Mondays. */
async function openCounted(file: string, stories: number): Promise<Counted> {
  await copyFilled(stories, file);
  placeStories(file);
  const company = await openCompany(file);
  const counting = await milliseconds(async () => {
    for (const week of weeksShown(NOW, schedule.timeZone)) {
      const taken = { type: 'take-pulse', key: `bench:${week}`, at: NOW, organization: organization.id, week } as const;
      await company.core.handle(taken);
    }
  });
  return { company, counting };
}

const TOUCHPOINTS = 12;

/** The stories of the last year happened at one of the company's touchpoints each. */
function placeStories(file: string): void {
  const connection = new Sqlite(file);
  const name = connection.prepare(
    `INSERT INTO touchpoints (id, organization, name, key, promise, position, at)
     SELECT 'k' || ?, id, 'Place ' || ?, 'place ' || ?, '', ?, ? FROM organizations`,
  );
  connection.exec('BEGIN');
  for (let one = 0; one < TOUCHPOINTS; one += 1) name.run(`${one}`, `${one}`, `${one}`, one, NOW);
  for (const lane of ['wins', 'recoveries']) {
    connection
      .prepare(`UPDATE ${lane} SET at_touchpoint = 'k' || (seq % ${TOUCHPOINTS}) WHERE at >= ?`)
      .run(new Date(Date.parse(NOW) - 365 * 86_400_000).toISOString());
  }
  connection.exec('COMMIT');
  connection.pragma('wal_checkpoint(TRUNCATE)');
  connection.close();
}

async function compare(
  rounds: Rounds,
  look: (company: Company, round: number) => Promise<unknown>,
  few: Counted,
  many: Counted,
) {
  const times = await compete(
    {
      few: (round) => milliseconds(() => look(few.company, round)),
      many: (round) => milliseconds(() => look(many.company, round)),
    },
    rounds,
  );
  return { ratio: ratios(times.many, times.few), many: spreadOf(times.many) };
}

const by = { connection: CONNECTION, user: 'colleague-7' };

async function ask({ core }: Company, type: 'home' | 'mine' | 'touchpoint-map'): Promise<void> {
  const view = await core.ask(type === 'mine' ? { type, by } : { type, by, at: NOW });
  if (view.type !== type) throw new Error(`No ${type}: ${JSON.stringify(view)}`);
}

/** Of another width each time: a picture that was drawn before costs nothing. */
async function drawPulse({ core }: Company, pictures: ReturnType<typeof createPictures>, round: number): Promise<void> {
  const view = await core.ask({ type: 'pulse', by, at: NOW, team: null });
  if (view.type !== 'pulse') throw new Error(`No pulse: ${JSON.stringify(view)}`);
  await pictures.png(view.pulse, 960 + round);
}

/** Both from the same server, one after another on one connection. */
async function benchWall({ ledger }: Company, folder: string, rounds: Rounds) {
  const server: Server = express()
    .use('/static', express.static(folder))
    .use('/wall', wallRoutes(ledger.wall))
    .listen(0, '127.0.0.1');
  await once(server, 'listening');
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const [facts] = await ledger.wall.all();
  const get = async (path: string) => (await fetch(`${base}${path}`)).text();
  const page = `/wall?key=${facts?.key ?? ''}`;
  writeFileSync(join(folder, 'page.html'), await get(page));
  const wallTurn = () => milliseconds(() => get(page));
  const times = await compete({ few: () => milliseconds(() => get('/static/page.html')), many: wallTurn }, rounds);
  server.close();
  return { ratio: ratios(times.many, times.few), many: spreadOf(times.many) };
}

function row(what: string, ratio: ReturnType<typeof ratios>, most: number): Row {
  return { what, measured: shown(ratio), target: `≤ ${most}`, met: ratio.median <= most };
}
