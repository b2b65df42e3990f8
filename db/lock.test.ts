import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pid } from 'node:process';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { claimDatabase, holderOf, type Lock } from './lock.ts';

const now = '2026-11-18T10:00:00.000Z';
let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'herald-lock-'));
  file = join(folder, 'herald.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('names the one who runs to whoever comes second, and lets go when it is told to', () => {
  const lock = claimDatabase(file, now) as Lock;
  expect(claimDatabase(file, '2026-11-18T11:00:00.000Z')).toEqual({ pid, since: now });
  expect(holderOf(file)).toEqual({ pid, since: now });
  lock.release();
  expect(holderOf(file)).toBeNull();
  (claimDatabase(file, now) as Lock).release();
});

it('is claimed all the same when a power cut left the small file damaged', () => {
  writeFileSync(`${file}.lock`, 'no database at all, and longer than the header of one'.repeat(20));
  expect(holderOf(file)).toBeNull();
  const lock = claimDatabase(file, now) as Lock;
  expect(holderOf(file)).toEqual({ pid, since: now });
  lock.release();
});

it('lets go when the process that ran is killed', async () => {
  const code = `import { claimDatabase } from ${JSON.stringify(new URL('./lock.ts', import.meta.url).href)};
    claimDatabase(${JSON.stringify(file)}, '${now}'); console.log('claimed'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  expect(holderOf(file)).toEqual({ pid: child.pid, since: now });
  child.kill('SIGKILL');
  await once(child, 'close');
  expect(holderOf(file)).toBeNull();
});

it('is not kept from starting by somebody who only looks who runs', async () => {
  const code = `import { holderOf } from ${JSON.stringify(new URL('./lock.ts', import.meta.url).href)};
    console.log('looking'); for (;;) holderOf(${JSON.stringify(file)});`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  for (let start = 0; start < 100; start += 1) {
    const claimed = claimDatabase(file, now);
    expect(claimed).toHaveProperty('release');
    (claimed as Lock).release();
  }
  expect(child.exitCode).toBeNull();
  child.kill('SIGKILL');
  await once(child, 'close');
});
