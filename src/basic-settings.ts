import { z } from 'zod';
import type { DigestSchedule } from './commands.ts';
import { faultsOf, ONCE } from './door-settings.ts';

/** What an operator may set whatever the doors are. */
export type BasicSettings = {
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
};

const WEEKDAYS = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'];

/** Schemas are made for what is given alone: to make them all takes longer than to open the database. */
const schemas = {
  PORT: () => z.string().refine(isPort, 'is a port number from 0 to 65535, such as 3000.').transform(Number),
  HOST: () => z.string(),
  PUBLIC_URL: () =>
    z
      .url({ protocol: /^https?$/, error: 'is a web address, such as https://herald.example.com.' })
      .transform((url) => url.replace(/\/+$/, '')),
  DATABASE_URL: () =>
    z
      .string()
      .trim()
      .refine(
        (url) => /^sqlite:(?!:memory:|\/\/[^/]).+/.test(url),
        'is sqlite: and a file, such as sqlite:data/herald.db or sqlite:/var/lib/herald.db. Other engines come later.',
      )
      .transform((url) => url.slice('sqlite:'.length)),
  LOG_LEVEL: () => z.enum(['debug', 'info', 'warn', 'error', 'silent'], 'is one of debug, info, warn, error, silent.'),
  DIGEST_SCHEDULE: () =>
    z.string().transform((cron, context) => {
      const schedule = parseSchedule(cron);
      if (schedule) return schedule;
      context.addIssue('is one minute, hour and weekday, such as 0 9 * * MON.');
      return z.NEVER;
    }),
  DIGEST_TIMEZONE: () => z.string().refine(isTimeZone, 'is a time zone such as Europe/Berlin.'),
  DIGEST_CHANNEL: () => z.string().trim(),
};

export const basicNames: readonly string[] = Object.keys(schemas);

type Given = Readonly<Record<string, unknown>>;

/** Reads them, with what holds for those that nobody set. With any faults the settings are not to be used. */
export function readBasics(given: Given): { readonly settings: BasicSettings; readonly faults: readonly string[] } {
  const faults: string[] = [];
  function read<Value>(name: keyof typeof schemas, schema: () => z.ZodType<Value>): Value | null {
    if (given[name] === undefined) return null;
    const parsed = schema().safeParse(given[name], ONCE);
    faults.push(...faultsOf(parsed.error, name));
    return parsed.data ?? null;
  }
  const settings: BasicSettings = {
    port: read('PORT', schemas.PORT) ?? 3000,
    host: read('HOST', schemas.HOST) ?? '127.0.0.1',
    publicUrl: read('PUBLIC_URL', schemas.PUBLIC_URL),
    databaseFile: read('DATABASE_URL', schemas.DATABASE_URL) ?? 'data/herald.db',
    logLevel: read('LOG_LEVEL', schemas.LOG_LEVEL) ?? 'info',
    schedule: {
      ...(read('DIGEST_SCHEDULE', schemas.DIGEST_SCHEDULE) ?? { minute: 0, hour: 9, weekday: 1 }),
      timeZone: read('DIGEST_TIMEZONE', schemas.DIGEST_TIMEZONE) ?? Temporal.Now.timeZoneId(),
    },
    digestChannel: read('DIGEST_CHANNEL', schemas.DIGEST_CHANNEL),
  };
  return { settings, faults };
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
