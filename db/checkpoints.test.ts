import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createCheckpoints } from './checkpoints.ts';
import { connect, statements } from './sqlite.ts';
import { createWriter } from './writer.ts';

const LONG = 'x'.repeat(100_000);
const MEGABYTE = 1_048_576;
/** Shorter than in life, for a test that nobody waits for. */
const AGAIN_MS = 100;

let folder: string;
let file: string;
let connection: Sqlite.Database;
let checkpoints: ReturnType<typeof createCheckpoints>;
let writer: ReturnType<typeof createWriter>;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'herald-checkpoints-'));
  file = join(folder, 'herald.db');
  connection = connect(file, { readonly: false });
  connection.exec('CREATE TABLE pages (words TEXT NOT NULL) STRICT');
  checkpoints = createCheckpoints(file, connection, AGAIN_MS);
  writer = createWriter(connection, statements(connection), checkpoints.committed);
});
afterEach(async () => {
  await writer.settled();
  await checkpoints.close();
  connection.close();
  rmSync(folder, { recursive: true, force: true });
});

async function write(megabytes: number): Promise<void> {
  for (let each = 0; each < megabytes * 10; each += 1)
    await writer.transaction((handle) => handle.run('INSERT INTO pages (words) VALUES (?)', LONG));
}

const log = () => statSync(`${file}-wal`).size;

type Log = { readonly log: number; readonly checkpointed: number };

/** Lets the thread do its work, with a commit now and then as in life, until this is true of the log's pages. */
async function until(isSo: (found: Log) => boolean): Promise<void> {
  const watching = connect(file, { readonly: true });
  try {
    await expect
      .poll(
        async () => {
          await write(0.1);
          const [found] = watching.pragma('wal_checkpoint(NOOP)') as Log[];
          return found !== undefined && isSo(found);
        },
        { timeout: 25_000, interval: 200 },
      )
      .toBe(true);
  } finally {
    watching.close();
  }
}

it('the log is worked off and begins anew instead of growing with all that is written', async () => {
  for (let round = 0; round < 2; round += 1) {
    await write(10);
    await until(({ log }) => log < 1000);
  }
});

it('a log that grew while somebody read for long is worked off once they are done', async () => {
  const reader = connect(file, { readonly: true });
  reader.exec('BEGIN');
  reader.prepare('SELECT count(*) FROM pages').get();
  await write(10);
  expect(log()).toBeGreaterThan(9 * MEGABYTE);
  reader.exec('COMMIT');
  reader.close();
  await until(({ log, checkpointed }) => log - checkpointed < 1000);
});
