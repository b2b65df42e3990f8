import { once } from 'node:events';
import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { giveWay } from './give-way.ts';
import { damageIn } from './integrity.ts';
import { openToRead, unusable } from './open.ts';
import { connect } from './sqlite.ts';

/** Between syncs of what was written. */
const SYNC_MS = 50;

/**
 * Writes a consistent copy of the database as it is at this moment, while others go on writing. Makes the calling process
 * yield to all others: call it from a process of its own. The copy appears under its name only when it is whole.
 * Resolves to its size in bytes. Throws when the target exists.
 */
export async function backUp(file: string, target: string): Promise<number> {
  if (existsSync(target)) throw new Error(`${target} exists already. Choose a name that is not taken.`);
  const folder = dirname(target);
  if (!existsSync(folder)) throw new Error(`There is no folder ${folder}. Make it first, or choose another.`);
  openToRead(file).close();
  giveWay();
  const partial = `${target}.partial`;
  try {
    rmSync(partial, { force: true });
    await copy(file, partial);
    checkCopy(partial);
    await sync(partial, 'r+');
    renameSync(partial, target);
  } catch (error) {
    rmSync(partial, { force: true });
    throw notCopied(file, target, error);
  }
  // The name is as durable as the copy only once its folder is.
  await sync(folder, 'r');
  return statSync(target).size;
}

/** Either the database cannot be read, or the copy not be written where it should go. */
function notCopied(file: string, target: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/FULL|ENOSPC/.test(code))
    return new Error(`There is no room for ${target}. Free some space, or choose another disk.`);
  if (/CANTOPEN|READONLY|IOERR|EACCES|EPERM|EROFS/.test(code)) {
    return new Error(`${target} cannot be written (${code}). Choose a folder where the user who runs this may write.`);
  }
  return code === '' ? error : unusable(file, error);
}

/**
 * Copies on a thread of its own, while this one has the disk take what was written bit by bit: all of it at once, at the
 * end, would make a commit beside it wait for half a second.
 */
async function copy(file: string, target: string): Promise<void> {
  const copying = new Worker(new URL('./backup-worker.ts', import.meta.url), { workerData: { file, target } });
  let copied = false;
  const ended = once(copying, 'exit').finally(() => {
    copied = true;
  });
  while (!copied) {
    await Promise.race([ended, pause(SYNC_MS)]);
    if (existsSync(target)) await sync(target, 'r+');
  }
}

function checkCopy(partial: string): void {
  const copy = connect(partial, { readonly: true });
  try {
    const damage = damageIn(copy);
    if (damage.length > 0)
      throw new Error(`The copy is damaged (${damage[0]}). Check the disk that it was written to.`);
  } finally {
    copy.close();
  }
}

async function sync(path: string, flags: 'r' | 'r+'): Promise<void> {
  const handle = await open(path, flags);
  await handle.sync();
  await handle.close();
}
