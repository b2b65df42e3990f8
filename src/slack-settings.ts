import { z } from 'zod';
import { type DoorSettings, type Given, parseDoor } from './door-settings.ts';

/** How Herald reaches its Slack workspace. */
export type SlackSettings = {
  readonly botToken: string;
  /** Null for Slack's own. */
  readonly apiUrl: string | null;
  /** Through a web address that Slack can reach, or out through sockets of our own. */
  readonly way:
    | { readonly kind: 'http'; readonly signingSecret: string }
    | { readonly kind: 'socket'; readonly appToken: string };
};

/** Slack's part of the environment. */
export const slackShape = () => ({
  SLACK_BOT_TOKEN: z
    .string()
    .trim()
    .refine((token) => /^(xoxe\.)?xoxb-/.test(token), 'begins with xoxb-; it stands under OAuth & Permissions.')
    .optional(),
  SLACK_SIGNING_SECRET: z.string().trim().optional(),
  SLACK_APP_TOKEN: z
    .string()
    .trim()
    .refine((token) => token.startsWith('xapp-'), 'begins with xapp-; it stands under Basic Information.')
    .optional(),
  SLACK_API_URL: z
    .string()
    .trim()
    .refine(isWebAddress, 'is a web address such as https://slack-gov.com/api/.')
    .transform((url) => (url.endsWith('/') ? url : `${url}/`))
    .optional(),
});

export function readSlack(given: Given): DoorSettings<SlackSettings> {
  return parseDoor(slackShape(), given, slackOf, halfOfSlack(given));
}

/** Slack needs both its halves; all that is missing is named. */
function halfOfSlack(given: Given): readonly string[] {
  const missing = [];
  if (!('SLACK_BOT_TOKEN' in given)) {
    missing.push('SLACK_BOT_TOKEN is missing: the bot token, xoxb-…, under OAuth & Permissions of your Slack app.');
  }
  if (!('SLACK_APP_TOKEN' in given || 'SLACK_SIGNING_SECRET' in given)) {
    missing.push(
      'SLACK_APP_TOKEN is missing: the app-level token, xapp-…, under Basic Information of your Slack app. ' +
        'Or, where Slack sends to a web address of yours, SLACK_SIGNING_SECRET from the same page.',
    );
  }
  return missing;
}

/** With both an app token and a signing secret it is the app token's sockets: such an app gets nothing over HTTP. */
function slackOf(settings: {
  readonly SLACK_BOT_TOKEN?: string | undefined;
  readonly SLACK_APP_TOKEN?: string | undefined;
  readonly SLACK_SIGNING_SECRET?: string | undefined;
  readonly SLACK_API_URL?: string | undefined;
}): SlackSettings | null {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = settings;
  if (botToken === undefined) return null;
  const apiUrl = settings.SLACK_API_URL ?? null;
  if (appToken !== undefined) return { botToken, apiUrl, way: { kind: 'socket', appToken } };
  return signingSecret === undefined ? null : { botToken, apiUrl, way: { kind: 'http', signingSecret } };
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
