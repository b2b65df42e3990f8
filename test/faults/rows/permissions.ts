import { chmodSync, chownSync, copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Ended, runHerald, startHerald } from '../herald-process.ts';
import { createTally, type Row, type Tally } from '../row.ts';
import { makeToldCompany } from '../told-company.ts';

/** Nobody: who may do no more than the files allow. Root may do anything, so that nothing would be tried. */
const NOBODY = 65_534;

type Trial = {
  readonly what: string;
  /** Prepares a folder of its own, and answers with the database's path in it. */
  readonly prepare: (folder: string, sound: string) => string;
  readonly says: RegExp;
};

const MAY_NOT_WRITE = /may not be written; give the user that runs Herald write access to both/;
const CANNOT_OPEN = /cannot be opened; check that the folder exists, and that the user who runs Herald may read/;

const TRIALS: readonly Trial[] = [
  {
    what: 'a read-only file',
    prepare: (folder, sound) => put(sound, join(folder, 'herald.db'), 0o444),
    says: MAY_NOT_WRITE,
  },
  {
    what: 'a read-only file in a read-only folder',
    prepare(folder, sound) {
      const file = put(sound, join(folder, 'herald.db'), 0o444);
      chmodSync(folder, 0o555);
      return file;
    },
    says: new RegExp(`${MAY_NOT_WRITE.source}|${CANNOT_OPEN.source}`),
  },
  {
    what: 'a folder that may not be written, around a file that may',
    prepare(folder, sound) {
      const file = put(sound, join(folder, 'herald.db'), 0o666);
      chmodSync(folder, 0o555);
      return file;
    },
    says: new RegExp(`${MAY_NOT_WRITE.source}|${CANNOT_OPEN.source}`),
  },
  {
    what: 'an unwritable folder without a database',
    prepare(folder) {
      chmodSync(folder, 0o555);
      return join(folder, 'herald.db');
    },
    says: CANNOT_OPEN,
  },
  {
    what: 'a missing folder that cannot be made',
    prepare(folder) {
      chmodSync(folder, 0o555);
      return join(folder, 'missing', 'deeper', 'herald.db');
    },
    says: /is missing and cannot be made\. Make it yourself, or set DATABASE_URL/,
  },
  {
    what: 'a folder in the place of the database',
    prepare(folder) {
      mkdirSync(join(folder, 'herald.db'), { mode: 0o777 });
      return join(folder, 'herald.db');
    },
    says: /is a folder\. Set DATABASE_URL to a file in it/,
  },
  {
    what: 'a file in the place of a folder',
    prepare(folder) {
      writeFileSync(join(folder, 'notes'), 'no folder');
      return join(folder, 'notes', 'herald.db');
    },
    says: new RegExp(`${CANNOT_OPEN.source}|cannot be made\\. Make it yourself`),
  },
  {
    what: 'a lock file that is somebody else’s',
    prepare(folder, sound) {
      writeFileSync(join(folder, 'herald.db.lock'), '');
      chmodSync(join(folder, 'herald.db.lock'), 0o444);
      return put(sound, join(folder, 'herald.db'), 0o666);
    },
    says: MAY_NOT_WRITE,
  },
  {
    what: 'a file that may not even be read',
    prepare: (folder, sound) => put(sound, join(folder, 'herald.db'), 0o000),
    says: CANNOT_OPEN,
  },
];

export const permissions: Row = {
  number: 11,
  fault: 'read-only file, missing or unwritable folder',
  async play({ folder }) {
    const tally = createTally();
    const isRoot = process.getuid?.() === 0;
    const how = isRoot ? { folder, as: { uid: NOBODY, gid: NOBODY } } : { folder };
    if (isRoot) tally.note(`played as user ${NOBODY}, since root may write everywhere`);
    chmodSync(folder, 0o755);
    const sound = join(folder, 'sound.db');
    await makeToldCompany(sound, 0);
    for (const [number, { what, prepare, says }] of TRIALS.entries()) {
      tally.tried();
      const place = join(folder, `trial-${number}`);
      mkdirSync(place);
      chmodSync(place, 0o777);
      const file = prepare(place, sound);
      const ended = await runHerald(['start'], environmentOf(file), how);
      hold(tally, what, ended, file, says);
      chmodSync(place, 0o777);
    }
    await missingFolderIsMade(folder, how, tally);
    return tally.outcome();
  },
};

function hold(tally: Tally, what: string, { code, stderr }: Ended, file: string, says: RegExp): void {
  const said = stderr.trim();
  const readable = said.split('\n').length === 1 && !/SQLITE_|Error:|\bat \//.test(said);
  tally.hold(
    code === 1 && readable && says.test(said) && said.includes(file.slice(0, -12)),
    `${what}: ended with ${code}, saying "${said}"`,
  );
}

async function missingFolderIsMade(folder: string, how: Parameters<typeof startHerald>[1], tally: Tally) {
  tally.tried();
  const parent = join(folder, 'fresh');
  mkdirSync(parent);
  if (how.as) chownSync(parent, how.as.uid, how.as.gid);
  const herald = await startHerald(environmentOf(join(parent, 'made', 'here', 'herald.db')), how);
  const { code } = await herald.end('SIGTERM');
  tally.hold(code === 0, `in a folder that it made, it ended with ${code}`);
}

function environmentOf(file: string) {
  return { DATABASE_URL: `sqlite:${file}`, PORT: '0', LOG_LEVEL: 'silent' };
}

function put(sound: string, file: string, mode: number): string {
  copyFileSync(sound, file);
  chmodSync(file, mode);
  return file;
}
