import type { Instant } from '../commands.ts';
import { type Config, ConfigFaulty, servesSandbox } from '../config.ts';
import type { Organization } from '../recognition/organization.ts';
import { type CliCommand, DONE, FAILED, Misused, type Output } from './command.ts';

/** What can be said of a database without changing it. */
export type Checkup = {
  readonly file: string;
  /** Null when there is none yet. */
  readonly database: null | {
    readonly bytes: number;
    readonly schema: { readonly has: number; readonly knows: number };
    /** What SQLite finds wrong on any page; empty when sound. */
    readonly damage: readonly string[];
    readonly organizations: readonly Organization[];
    readonly counts: readonly { readonly table: string; readonly rows: number }[];
    readonly waiting: number;
    readonly givenUp: number;
    readonly parked: number;
    readonly unconfirmed: number;
  };
  readonly running: { readonly pid: number; readonly since: Instant } | null;
};

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** What a look at a platform showed; `ok` is false where somebody has to do something. */
export type Finding = { readonly line: string; readonly ok: boolean };

export function doctorCommand(
  readConfig: () => Promise<Config>,
  checkUp: (config: Config) => Promise<Checkup>,
  lookAtDoors: (config: Config, checkup: Checkup) => Promise<readonly Finding[]>,
): CliCommand {
  return {
    usage: 'doctor',
    summary: 'Says what is configured, what is missing and whether the database is sound.',
    help: 'Changes nothing and works while Herald runs. Exit code 1 when something needs you.',
    async run(words, out) {
      if (words.length > 0) throw new Misused(`There is no option ${words[0]}.`);
      let config: Config;
      try {
        config = await readConfig();
      } catch (error) {
        if (!(error instanceof ConfigFaulty)) throw error;
        out.problem(error.message);
        return FAILED;
      }
      out.line('Settings    all can be used');
      out.line(`Doors       ${doors(config)}`);
      const checkup = await checkUp(config);
      const findings = await lookAtDoors(config, checkup);
      for (const { line, ok } of findings) (ok ? out.line : out.problem)(line);
      const sound = report(checkup, config, out);
      return sound && findings.every(({ ok }) => ok) ? DONE : FAILED;
    },
  };
}

function report({ file, database, running }: Checkup, config: Config, out: Output): boolean {
  out.line(`Herald      ${running ? `running since ${running.since} (process ${running.pid})` : 'not running'}`);
  if (database === null) {
    out.line(`Database    ${file}: not there yet; the first start makes it`);
    return true;
  }
  const { schema, damage, givenUp, waiting, parked, unconfirmed } = database;
  out.line(
    `Database    ${file}, ${(database.bytes / 1_048_576).toFixed(1)} MB, schema ${schema.has} of ${schema.knows}`,
  );
  if (damage.length > 0) out.problem(`Damage      ${damage.join('; ')}`);
  else out.line('Soundness   every page read and sound');
  if (schema.has > schema.knows) {
    out.problem('Version     a newer Herald wrote it: install that version again, or restore a backup made before it');
  }
  if (schema.has < schema.knows) {
    out.line('Version     an older Herald wrote it: the next start brings it up to date');
    return damage.length === 0;
  }
  if (database.counts.length > 0)
    out.line(`Kept        ${database.counts.map(({ table, rows }) => `${rows} ${table}`).join(', ')}`);
  out.line(`Deliveries  ${waiting} waiting, ${givenUp} given up`);
  if (parked > 0) out.line(`Parked      ${parked} messages wait until a lost connection is open again`);
  if (unconfirmed > 0) {
    out.problem(
      `Unsure      ${unconfirmed} messages may or may not have been posted; admins have a "Post again" button`,
    );
  }
  for (const organization of database.organizations) {
    const { hour, minute, weekday, timeZone } = organization.schedule;
    const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
    for (const { platform, lost } of organization.connections) {
      if (lost) out.problem(`Connection  ${organization.name}: ${platform} is lost (${lost}). ${howToReopen(lost)}`);
    }
    out.line(
      `Digest      ${organization.name}: ${WEEKDAYS[weekday - 1]} ${time} ${timeZone}${seeded(organization, config)}`,
    );
  }
  const lost = database.organizations.some(({ connections }) => connections.some((one) => one.lost !== null));
  return damage.length === 0 && schema.has <= schema.knows && unconfirmed === 0 && !lost;
}

function doors(config: Config): string {
  const { slack, teams, email } = config;
  const sandbox = servesSandbox(config) ? ['the sandbox'] : [];
  const chats = [
    ...(slack ? [slack.way.kind === 'socket' ? 'Slack, in Socket Mode' : 'Slack, over HTTP'] : []),
    ...(teams ? [teams.registration ? 'Teams' : 'Teams, for a local playground'] : []),
  ];
  const ways = [
    ...(email?.smtp ? ['SMTP'] : []),
    ...(email?.imap ? ['IMAP'] : []),
    ...(email?.webhookSecret ? ['a webhook'] : []),
  ];
  return [...sandbox, ...chats, ...(ways.length > 0 ? [`email, by ${ways.join(' and ')}`] : [])].join('; ');
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
