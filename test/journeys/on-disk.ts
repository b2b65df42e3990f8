import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'vitest';

/** Every byte of a database and of its log. */
function onDisk(file: string): Buffer {
  return Buffer.concat([file, `${file}-wal`].filter(existsSync).map((one) => readFileSync(one)));
}

/** Which of these stand anywhere on the disk, as they are written in UTF-8. */
export function foundOnDisk(file: string, sought: readonly string[]): readonly string[] {
  const disk = onDisk(file);
  return sought.filter((one) => disk.includes(one));
}

/** Whether the disk forgets these, a moment after they were let go. */
export function forgotten(file: string, sought: readonly string[]): Promise<void> {
  return expect.poll(() => foundOnDisk(file, sought), { timeout: 8000 }).toEqual([]);
}
