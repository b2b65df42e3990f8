import { existsSync } from 'node:fs';
import { type BasicSettings, basicNames, readBasics } from './basic-settings.ts';
import { type Given, notGiven } from './door-settings.ts';
import type { EmailSettings } from './email-settings.ts';
import type { SlackSettings } from './slack-settings.ts';
import type { TeamsSettings } from './teams-settings.ts';

/** What an operator set, checked whole at the start. */
export type Config = BasicSettings & {
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
  constructor(faults: readonly string[], options?: { cause?: unknown }) {
    super(`Herald cannot start with these settings:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`, options);
    this.name = 'ConfigFaulty';
  }
}

const LOOPBACK = ['127.0.0.1', 'localhost', '::1'];

/** The names of all settings that this version reads. */
export async function settingNames(): Promise<readonly string[]> {
  const { slackShape } = await import('./slack-settings.ts');
  const { emailShape } = await import('./email-settings.ts');
  const { teamsShape } = await import('./teams-settings.ts');
  return [...basicNames, ...Object.keys({ ...slackShape(), ...emailShape(), ...teamsShape() })];
}

/** The environment, with what .env adds to it; a setting given to the process itself wins. */
function surroundings(): NodeJS.ProcessEnv {
  if (!existsSync('.env')) return process.env;
  try {
    process.loadEnvFile('.env');
  } catch (error) {
    const fault = '.env cannot be read. It is a text file that the user who runs Herald may read.';
    throw new ConfigFaulty([fault], { cause: error });
  }
  return process.env;
}

/** Reads the environment; throws ConfigFaulty naming every fault at once. An empty setting counts as not set. */
export async function readConfig(environment: NodeJS.ProcessEnv = surroundings()): Promise<Config> {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const basic = readBasics(given);
  const slack = isGiven(given, SLACK) ? (await import('./slack-settings.ts')).readSlack(given) : notGiven;
  const email = isGiven(given, EMAIL) ? (await import('./email-settings.ts')).readEmail(given) : notGiven;
  const teams = isGiven(given, TEAMS) ? (await import('./teams-settings.ts')).readTeams(given) : notGiven;
  const faults = [...[basic, slack, email, teams].flatMap((part) => part.faults), ...openToAnyone(given)];
  if (faults.length > 0) throw new ConfigFaulty(faults);
  return { ...basic.settings, slack: slack.settings, email: email.settings, teams: teams.settings };
}

const SLACK = /^SLACK_/;
const EMAIL = /^(SMTP|EMAIL|IMAP)_/;
const TEAMS = /^TEAMS_/;

/** Whether an operator expects a door. */
function isGiven(given: Given, names: RegExp): boolean {
  return Object.keys(given).some((name) => names.test(name));
}

/** The sandbox asks nobody who they are. */
function openToAnyone(given: Given): readonly string[] {
  if (LOOPBACK.includes(String(given.HOST ?? LOOPBACK[0]))) return [];
  if ('TEAMS_AUTH' in given) {
    return [
      'HOST is 127.0.0.1, localhost or ::1 with TEAMS_AUTH=none, since whoever reaches Herald then may be anyone.',
    ];
  }
  if (isGiven(given, SLACK) || isGiven(given, TEAMS)) return [];
  return [
    'HOST is 127.0.0.1, localhost or ::1 while Herald serves the sandbox, since whoever reaches that page may be anyone in it.',
  ];
}
