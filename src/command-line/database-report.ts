import type { Instant } from '../commands.ts';
import { type Config, servesSandbox } from '../config.ts';
import type { Organization } from '../recognition/organization.ts';
import type { Output } from './command.ts';

/** What can be said of a database without changing it. */
export type Checkup = {
  readonly file: string;
  /** Null when there is none yet. */
  readonly database: null | Unusable | LookedOver;
  readonly running: { readonly pid: number; readonly since: Instant } | null;
};

/** A file that Herald will not work on; why, and what to do. */
type Unusable = { readonly bytes: number; readonly unusable: string };

type LookedOver = {
  readonly bytes: number;
  readonly schema: { readonly has: number; readonly knows: number };
  /** What SQLite finds wrong on any page; empty when sound. */
  readonly damage: readonly string[];
  /** None of an older or a damaged database; the same holds for the counts. */
  readonly organizations: readonly Organization[];
  readonly counts: readonly { readonly table: string; readonly rows: number }[];
  readonly waiting: number;
  readonly givenUp: number;
  readonly parked: number;
  readonly unconfirmed: number;
};

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** The organizations that a database is known to hold. */
export function organizationsIn({ database }: Checkup): readonly Organization[] {
  return database !== null && 'organizations' in database ? database.organizations : [];
}

/** Says what was found. False where somebody has to do something. */
export function reportDatabase({ file, database, running }: Checkup, config: Config, out: Output): boolean {
  out.line(`Herald      ${running ? `running since ${running.since} (process ${running.pid})` : 'not running'}`);
  if (database === null) {
    out.line(`Database    ${file}: not there yet; the first start makes it`);
    return true;
  }
  const size = `${file}, ${(database.bytes / 1_048_576).toFixed(1)} MB`;
  if ('unusable' in database) {
    out.line(`Database    ${size}`);
    out.problem(`Unusable    ${database.unusable}`);
    return false;
  }
  const { schema, damage } = database;
  out.line(`Database    ${size}, schema ${schema.has} of ${schema.knows}`);
  if (damage.length > 0) {
    out.problem(`Damage      ${damage.join('; ')}`);
    out.problem(
      '            Stop Herald, move the file with its -wal and -shm aside, and copy your last backup to its place',
    );
    return false;
  }
  out.line('Soundness   every page read and sound');
  if (schema.has < schema.knows) {
    out.line('Version     an older Herald wrote it: the next start brings it up to date');
    return true;
  }
  return reportContents(database, config, out);
}

function reportContents(database: LookedOver, config: Config, out: Output): boolean {
  const { counts, waiting, givenUp, parked, unconfirmed, organizations } = database;
  out.line(`Kept        ${counts.map(({ table, rows }) => `${rows} ${table}`).join(', ')}`);
  out.line(`Deliveries  ${waiting} waiting, ${givenUp} given up`);
  if (parked > 0) out.line(`Parked      ${parked} messages wait until a lost connection is open again`);
  if (unconfirmed > 0) {
    out.problem(
      `Unsure      ${unconfirmed} messages may or may not have been posted; admins have a "Post again" button`,
    );
  }
  for (const organization of organizations.filter(({ sample }) => !sample || servesSandbox(config))) {
    for (const { platform, lost } of organization.connections) {
      if (lost) out.problem(`Connection  ${organization.name}: ${platform} is lost (${lost}). ${howToReopen(lost)}`);
    }
    out.line(`Digest      ${organization.name}: ${timeOf(organization)}${seeded(organization, config)}`);
  }
  const lost = organizations.some(({ connections }) => connections.some((one) => one.lost !== null));
  return unconfirmed === 0 && !lost;
}

function timeOf({ schedule }: Organization): string {
  const { hour, minute, weekday, timeZone } = schedule;
  return `${WEEKDAYS[weekday - 1]} ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')} ${timeZone}`;
}

function howToReopen(lost: 'uninstalled' | 'token-revoked'): string {
  const first = lost === 'uninstalled' ? 'Install Herald there again' : 'Have a new token made there';
  return `${first}, set the token it is given, and start Herald anew; nothing that waits is lost`;
}

/** What was stored at the first start wins over the environment; where they differ, an operator should know. */
function seeded({ schedule }: Organization, config: Config): string {
  const same = (['hour', 'minute', 'weekday', 'timeZone'] as const).every(
    (part) => schedule[part] === config.schedule[part],
  );
  return same ? '' : ' (as stored; DIGEST_SCHEDULE and DIGEST_TIMEZONE only seed the first start)';
}
