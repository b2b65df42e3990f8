import {
  SlackError,
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import { DeliveryError } from '../../src/ports.ts';

/** What became of a call that did not go well. */
export type Trouble =
  /** Slack asks to wait; nothing was done. */
  | { readonly kind: 'wait'; readonly seconds: number }
  /** Slack said no, by its error's name; nothing was done. */
  | { readonly kind: 'refused'; readonly error: string; readonly needed: string | null }
  /** It never reached Slack; nothing was done. */
  | { readonly kind: 'not-reached' }
  /** Slack may have done it, or may not. */
  | { readonly kind: 'unheard' };

/** Whether it is Slack or the way to it that failed, and not Herald. A body cut off is thrown by fetch as it is. */
export function isOutside(error: unknown): boolean {
  if (error instanceof SlackError) return true;
  if (!(error instanceof Error)) return false;
  return /^(TimeoutError|AbortError)$/.test(error.name) || /^(fetch failed|terminated)$/.test(error.message);
}

/** Faults of a connection that never came about. */
const NEVER_SENT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'];
/** Seconds to wait when `ratelimited` comes without saying how long. */
const UNSAID_WAIT = 10;

export function troubleOf(error: unknown): Trouble {
  if (error instanceof WebAPIRateLimitedError) return { kind: 'wait', seconds: error.retryAfter };
  if (error instanceof WebAPIPlatformError) return refusalOf(error);
  if (error instanceof WebAPIRequestError && neverSent(error.original)) return { kind: 'not-reached' };
  if (error instanceof WebAPIHTTPError && error.statusCode >= 400 && error.statusCode < 500) {
    return { kind: 'refused', error: `http_${error.statusCode}`, needed: null };
  }
  return { kind: 'unheard' };
}

function refusalOf({ data }: WebAPIPlatformError): Trouble {
  const { error } = data;
  if (error === 'ratelimited' || error === 'rate_limited') {
    const seconds = data.response_metadata?.retryAfter;
    return { kind: 'wait', seconds: typeof seconds === 'number' ? seconds : UNSAID_WAIT };
  }
  // Slack's own faults; "some aspect of the operation may have succeeded", says its reference of errors.
  if (['fatal_error', 'internal_error', 'service_unavailable', 'request_timeout'].includes(error)) {
    return { kind: 'unheard' };
  }
  // An answer that is no JSON becomes the error's name.
  if (!/^[a-z0-9_:.-]{1,80}$/i.test(error)) return { kind: 'unheard' };
  const needed = (data as { readonly needed?: unknown }).needed;
  return { kind: 'refused', error, needed: typeof needed === 'string' ? needed : null };
}

function neverSent(error: unknown): boolean {
  for (let fault = error; fault instanceof Error; fault = fault.cause) {
    if ('code' in fault && NEVER_SENT.includes(String(fault.code))) return true;
  }
  return false;
}

/** Refusals that pass: the token comes back with a new installation, Slack looks after the rest. */
const PASSING = [
  'account_inactive',
  'token_revoked',
  'token_expired',
  'invalid_auth',
  'not_authed',
  'team_access_not_granted',
];

/** The same for the outbox. `safe` calls may be repeated, done or not. */
export function deliveryErrorOf(error: unknown, now: number, safe: boolean): DeliveryError {
  const trouble = troubleOf(error);
  switch (trouble.kind) {
    case 'wait':
      return new DeliveryError('Slack asks to wait.', { retryAt: inSeconds(now, trouble.seconds), cause: error });
    case 'not-reached':
      return new DeliveryError('Slack could not be reached.', { cause: error });
    case 'unheard':
      return new DeliveryError('Slack did not answer.', { mayBeThere: !safe, cause: error });
    case 'refused':
      return new DeliveryError(explained(trouble), { fatal: !PASSING.includes(trouble.error), cause: error });
    default:
      return trouble satisfies never;
  }
}

export function inSeconds(now: number, seconds: number): string {
  return new Date(now + seconds * 1000).toISOString();
}

const EXPLAINED: Readonly<Record<string, string>> = {
  not_in_channel: 'Herald is not in that channel. Type /invite @Herald there',
  channel_not_found: 'there is no such channel, or Herald is not in it. Type /invite @Herald there',
  is_archived: 'that channel is archived. Choose another with /kudos settings',
  restricted_action: 'the workspace does not let Herald write there',
  msg_too_long: 'Slack found the message too long',
  token_revoked: 'the token was revoked. Install the app again and set SLACK_BOT_TOKEN',
  account_inactive: 'the app was uninstalled. Install it again and set SLACK_BOT_TOKEN',
  invalid_auth: 'the token is not valid. Set SLACK_BOT_TOKEN to the Bot User OAuth Token',
  user_not_found: 'that person is not in the workspace any more',
  cannot_dm_bot: 'bots cannot be written to',
  user_disabled: 'that person’s account is deactivated',
};

/** What Slack's refusal means, for the person who can do something about it. */
export function explained({ error, needed }: { readonly error: string; readonly needed: string | null }): string {
  if (error === 'missing_scope')
    return `the app lacks the scope ${needed ?? 'for it'}. Add it under OAuth & Permissions`;
  return EXPLAINED[error] ?? `Slack said ${error}`;
}
