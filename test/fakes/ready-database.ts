import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openDatabase } from '../../db/open.ts';

let empty: Promise<Buffer> | null = null;

/** Puts a database that is up to date and empty where there is none: made once in each process, since it takes a while. */
export async function readyDatabase(file: string): Promise<void> {
  if (existsSync(file)) return;
  empty ??= makeEmpty();
  const bytes = await empty;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
}

async function makeEmpty(): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'herald-empty-'));
  try {
    const file = join(folder, 'herald.db');
    await (await openDatabase(file)).close();
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
