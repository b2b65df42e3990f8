import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { damageIn } from './integrity.ts';
import { connect } from './sqlite.ts';

/**
 * Writes a consistent copy of the database as it is at this moment, while others go on writing. Runs in the calling
 * process and blocks it: call it from a process of its own. The copy appears under its name only when it is whole.
 * Resolves to its size in bytes. Throws when the target exists.
 */
export function backUp(file: string, target: string): number {
  if (existsSync(target)) throw new Error(`${target} exists already. Choose a name that is not taken.`);
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
  sync(partial);
  renameSync(partial, target);
  return statSync(target).size;
}

function sync(file: string): void {
  const descriptor = openSync(file, 'r+');
  fsyncSync(descriptor);
  closeSync(descriptor);
}
