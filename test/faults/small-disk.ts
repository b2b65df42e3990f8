import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** A disk that can be filled and freed again. */
export type SmallDisk = {
  /** How it was made, for the reader of the table. */
  readonly how: string;
  /** Where the database goes. */
  readonly folder: string;
  /** Takes all the room that is left, for the process that writes there. */
  fill(writer: number): void;
  free(writer: number): void;
  remove(): void;
};

/** Room for the log of several rounds, some 4 MB each, which a stop on a full disk leaves behind. */
const DISK_MB = 32;
/** In the place of a full disk: no file may grow beyond this. The database and its log are larger by then. */
const FILE_LIMIT = 4096;

/** A small file system in memory where we may mount one; otherwise a limit on how large the writer's files may grow. */
export function makeSmallDisk(parent: string): SmallDisk {
  const folder = join(parent, 'disk');
  mkdirSync(folder);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MB}m`, 'tmpfs', folder]).status === 0;
  return mounted ? mountedDisk(folder) : limitedFiles(folder);
}

function mountedDisk(folder: string): SmallDisk {
  const filler = join(folder, 'filler');
  return {
    how: `a tmpfs of ${DISK_MB} MB`,
    folder,
    fill() {
      const file = openSync(filler, 'a');
      for (const size of [65_536, 4096, 512, 1]) fillWith(file, Buffer.alloc(size));
      closeSync(file);
    },
    free: () => rmSync(filler),
    remove: () => void spawnSync('umount', [folder]),
  };
}

function fillWith(file: number, chunk: Buffer): void {
  try {
    for (;;) writeSync(file, chunk);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  }
}

/** A file that may not grow fails a write as a full disk does, with EFBIG in ENOSPC's place. */
function limitedFiles(folder: string): SmallDisk {
  const limit = (writer: number, bytes: string) => {
    const { status, stderr } = spawnSync('prlimit', [`--pid=${writer}`, `--fsize=${bytes}:unlimited`]);
    if (status !== 0) throw new Error(`No disk can be filled here: neither mount nor prlimit works. ${stderr}`);
  };
  return {
    how: `prlimit --fsize=${FILE_LIMIT}, since nothing may be mounted here`,
    folder,
    fill: (writer) => limit(writer, String(FILE_LIMIT)),
    free: (writer) => limit(writer, 'unlimited'),
    remove: () => undefined,
  };
}
