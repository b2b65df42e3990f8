import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { dirname } from 'node:path';
import { damageIn } from './integrity.ts';
import { connect } from './sqlite.ts';

/**
 * Writes a consistent copy of the database as it is at this moment, while others go on writing. Runs in the calling
 * process, blocks it and makes it yield to all others: call it from a process of its own. The copy appears under its name only when it is whole.
 * Resolves to its size in bytes. Throws when the target exists.
 */
export function backUp(file: string, target: string): number {
  if (existsSync(target)) throw new Error(`${target} exists already. Choose a name that is not taken.`);
  setPriority(constants.priority.PRIORITY_LOW);
  const partial = `${target}.partial`;
  rmSync(partial, { force: true });
  const source = connect(file, { readonly: true });
  try {
    source.prepare('VACUUM INTO ?').run(partial);
  } finally {
    source.close();
  }
  const copy = connect(partial, { readonly: true });
  try {
    const damage = damageIn(copy);
    if (damage.length > 0)
      throw new Error(`The copy is damaged (${damage[0]}). Check the disk that it was written to.`);
  } finally {
    copy.close();
  }
  sync(partial, 'r+');
  renameSync(partial, target);
  // The name is as durable as the copy only once its folder is.
  sync(dirname(target), 'r');
  return statSync(target).size;
}

function sync(path: string, flags: 'r' | 'r+'): void {
  const descriptor = openSync(path, flags);
  fsyncSync(descriptor);
  closeSync(descriptor);
}
