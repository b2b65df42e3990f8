import { z } from 'zod';
import { type DoorSettings, type Given, parseDoor } from './door-settings.ts';

/** How Herald reaches Microsoft Teams. */
export type TeamsSettings = {
  /** The app's registration in its one tenant; null in a local playground, where nobody signs anything. */
  readonly registration: { readonly appId: string; readonly password: string; readonly tenant: string } | null;
  /** Mail addresses of those who are admins; without any, whoever first adds Herald to a team. */
  readonly admins: readonly string[];
  /** Where Microsoft's services are; null for the public cloud. */
  readonly cloud: {
    readonly issuer: string;
    readonly keys: string;
    readonly scope: string;
    readonly login: string;
    readonly fileHosts: readonly string[];
  } | null;
};

const guid = () =>
  z
    .string()
    .trim()
    .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'is a GUID such as 00000000-0000-0000-0000-000000000000.')
    .transform((id) => id.toLowerCase())
    .optional();

/** Teams' part of the environment. */
export const teamsShape = () => ({
  TEAMS_APP_ID: guid(),
  TEAMS_APP_PASSWORD: z.string().trim().optional(),
  TEAMS_TENANT_ID: guid(),
  TEAMS_AUTH: z.literal('none', 'is none, for a local playground, or not set at all.').optional(),
  TEAMS_ADMINS: z
    .string()
    .transform((list) => list.split(/[\s,;]+/).filter((one) => one !== ''))
    .refine(
      (list) => list.every((one) => /^[^\s@]+@[^\s@]+$/.test(one)),
      'is a list of mail addresses with commas between, such as ana@example.com.',
    )
    .optional(),
});

export function readTeams(given: Given): DoorSettings<TeamsSettings> {
  return parseDoor(teamsShape(), given, teamsOf, halfOfTeams(given));
}

const NEEDED = {
  TEAMS_APP_ID: 'the Application (client) ID of the bot’s registration',
  TEAMS_APP_PASSWORD: 'the value of a client secret of that registration',
  TEAMS_TENANT_ID: 'the Directory (tenant) ID of your company',
};

/** Teams needs all three of its settings, or none in a playground; all that is missing or too much is named. */
function halfOfTeams(given: Given): readonly string[] {
  if (!('TEAMS_AUTH' in given)) {
    return Object.entries(NEEDED).flatMap(([name, what]) => (name in given ? [] : [`${name} is missing: ${what}.`]));
  }
  const both = Object.keys(NEEDED).filter((name) => name in given);
  return both.length === 0
    ? []
    : [
        `TEAMS_AUTH=none takes whatever anybody sends as said by Teams. For Teams itself remove TEAMS_AUTH; for a local playground remove ${both.join(', ')}.`,
      ];
}

function teamsOf(settings: {
  readonly TEAMS_APP_ID?: string | undefined;
  readonly TEAMS_APP_PASSWORD?: string | undefined;
  readonly TEAMS_TENANT_ID?: string | undefined;
  readonly TEAMS_AUTH?: 'none' | undefined;
  readonly TEAMS_ADMINS?: readonly string[] | undefined;
}): TeamsSettings | null {
  const { TEAMS_APP_ID: appId, TEAMS_APP_PASSWORD: password, TEAMS_TENANT_ID: tenant } = settings;
  const admins = (settings.TEAMS_ADMINS ?? []).map((address) => address.toLowerCase());
  if (settings.TEAMS_AUTH === 'none') return { registration: null, admins, cloud: null };
  if (appId === undefined || password === undefined || tenant === undefined) return null;
  return { registration: { appId, password, tenant }, admins, cloud: null };
}
