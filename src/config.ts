import { existsSync } from 'node:fs';
import { z } from 'zod';
import type { DigestSchedule } from './commands.ts';
import { faultsOf, ONCE } from './door-settings.ts';
import { type EmailSettings, emailShape, readEmail } from './email-settings.ts';
import { isSlackGiven, readSlack, type SlackSettings, slackShape } from './slack-settings.ts';
import { isTeamsGiven, readTeams, type TeamsSettings, teamsShape } from './teams-settings.ts';

/** What an operator set, checked whole at the start. */
export type Config = {
  readonly port: number;
  readonly host: string;
  /** Where people reach this server from outside, without a slash at the end; null when nobody said. */
  readonly publicUrl: string | null;
  /** The SQLite file. */
  readonly databaseFile: string;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Seeds an organization's first start. */
  readonly schedule: DigestSchedule;
  /** Seeds a connection's first start: the channel's id, or its name where the platform can be asked for it. */
  readonly digestChannel: string | null;
  /** Null: no Slack. With no chat platform at all, the sandbox is served. */
  readonly slack: SlackSettings | null;
  /** Null: no mail comes in. */
  readonly email: EmailSettings | null;
  /** Null: no Teams. */
  readonly teams: TeamsSettings | null;
};

/** Whether people try Herald on its own page, for want of a chat platform. */
export function servesSandbox({ slack, teams }: Config): boolean {
  return slack === null && teams === null;
}

/** Settings that cannot be used; the message names every fault and what to write instead. */
export class ConfigFaulty extends Error {
  constructor(faults: readonly string[]) {
    super(`Herald cannot start with these settings:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.name = 'ConfigFaulty';
  }
}

const WEEKDAYS = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'];
const LOOPBACK = ['127.0.0.1', 'localhost', '::1'];

const settingsSchema = z.object({
  PORT: z.string().default('3000').refine(isPort, 'is a port number from 0 to 65535, such as 3000.').transform(Number),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'is a web address, such as https://herald.example.com.' })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  DATABASE_URL: z
    .string()
    .default('sqlite:data/herald.db')
    .refine(
      (url) => /^sqlite:.+/.test(url),
      'is sqlite: and a file, such as sqlite:data/herald.db. Other engines come later.',
    )
    .transform((url) => url.slice('sqlite:'.length)),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'is one of debug, info, warn, error, silent.')
    .default('info'),
  DIGEST_SCHEDULE: z
    .string()
    .default('0 9 * * MON')
    .transform((cron, context) => {
      const schedule = parseSchedule(cron);
      if (schedule) return schedule;
      context.addIssue('is one minute, hour and weekday, such as 0 9 * * MON.');
      return z.NEVER;
    }),
  DIGEST_TIMEZONE: z.string().default(systemTimeZone).refine(isTimeZone, 'is a time zone such as Europe/Berlin.'),
  DIGEST_CHANNEL: z.string().trim().optional(),
});

/** The names of all settings that this version reads. */
export function settingNames(): readonly string[] {
  return Object.keys({ ...settingsSchema.shape, ...slackShape(), ...emailShape(), ...teamsShape() });
}

/** The environment, with what .env adds to it; a setting given to the process itself wins. */
function surroundings(): NodeJS.ProcessEnv {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return process.env;
}

/** Reads the environment; throws ConfigFaulty naming every fault at once. An empty setting counts as not set. */
export function readConfig(environment: NodeJS.ProcessEnv = surroundings()): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const parsed = settingsSchema.safeParse(given, ONCE);
  const slack = readSlack(given);
  const email = readEmail(given);
  const teams = readTeams(given);
  const doors = [slack, email, teams].flatMap((door) => door.faults);
  const faults = [...faultsOf(parsed.error), ...doors, ...openToAnyone(given)];
  if (faults.length > 0 || !parsed.data) throw new ConfigFaulty(faults);
  const settings = parsed.data;
  return {
    port: settings.PORT,
    host: settings.HOST,
    publicUrl: settings.PUBLIC_URL ?? null,
    databaseFile: settings.DATABASE_URL,
    logLevel: settings.LOG_LEVEL,
    schedule: { ...settings.DIGEST_SCHEDULE, timeZone: settings.DIGEST_TIMEZONE },
    digestChannel: settings.DIGEST_CHANNEL ?? null,
    slack: slack.settings,
    email: email.settings,
    teams: teams.settings,
  };
}

type Given = Readonly<Record<string, unknown>>;

function isChatGiven(given: Given): boolean {
  return isSlackGiven(given) || isTeamsGiven(given);
}

/** The sandbox asks nobody who they are. */
function openToAnyone(given: Given): readonly string[] {
  if (LOOPBACK.includes(String(given.HOST ?? LOOPBACK[0]))) return [];
  if ('TEAMS_AUTH' in given) {
    return [
      'HOST is 127.0.0.1, localhost or ::1 with TEAMS_AUTH=none, since whoever reaches Herald then may be anyone.',
    ];
  }
  if (isChatGiven(given)) return [];
  return [
    'HOST is 127.0.0.1, localhost or ::1 while Herald serves the sandbox, since whoever reaches that page may be anyone in it.',
  ];
}

/** `minute hour * * weekday`, each a single value; the weekday by name or by 0 to 7, where 0 and 7 are Sunday. */
function parseSchedule(cron: string): Omit<DigestSchedule, 'timeZone'> | null {
  const [, minute, hour, day] =
    /^(\d{1,2}) (\d{1,2}) \* \* ([0-7]|[A-Z]{3})$/i.exec(cron.trim().replace(/\s+/g, ' ')) ?? [];
  if (minute === undefined || hour === undefined || day === undefined) return null;
  const weekday = /\d/.test(day) ? Number(day) || 7 : WEEKDAYS.indexOf(day.toUpperCase()) + 1;
  const schedule = { minute: Number(minute), hour: Number(hour), weekday };
  return schedule.minute > 59 || schedule.hour > 23 || weekday < 1 ? null : schedule;
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535;
}

function isTimeZone(name: string): boolean {
  try {
    Temporal.Now.zonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

function systemTimeZone(): string {
  return Temporal.Now.timeZoneId();
}
