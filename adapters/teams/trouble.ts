import { DeliveryError } from '../../src/ports.ts';

/** Teams answered a call with a "no". Nothing was done, unless the status is one of its gateways'. */
export class TeamsRefused extends Error {
  readonly status: number;
  /** The `code` in the body of the answer, such as `BotNotInConversationRoster`; empty when there is none. */
  readonly code: string;
  /** How long Teams asks to wait, in milliseconds. */
  readonly waitMs: number | null;
  constructor(answer: { readonly status: number; readonly code: string; readonly waitMs: number | null }) {
    super(`Teams said ${answer.status} ${answer.code}`.trim());
    this.name = 'TeamsRefused';
    this.status = answer.status;
    this.code = answer.code;
    this.waitMs = answer.waitMs;
  }
}

/** No answer came. `sent` is false when the call never left, so that nothing can have been done. */
export class TeamsUnheard extends Error {
  readonly sent: boolean;
  constructor(sent: boolean, options?: { readonly cause: unknown }) {
    super(sent ? 'Teams did not answer' : 'Teams could not be reached', options);
    this.name = 'TeamsUnheard';
    this.sent = sent;
  }
}

/** Whether it is Teams or the way to it that failed, and not Herald. */
export function isOutside(error: unknown): error is TeamsRefused | TeamsUnheard | DeliveryError {
  return error instanceof TeamsRefused || error instanceof TeamsUnheard || error instanceof DeliveryError;
}

/**
 * What Microsoft asks to be tried again, backing off
 * (learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit): too many requests, and its own troubles.
 */
const PASSING = [408, 412, 429, 500, 502, 503, 504];

export function isPassing(error: unknown): boolean {
  return error instanceof TeamsUnheard ? !error.sent : error instanceof TeamsRefused && PASSING.includes(error.status);
}

export function isTooBig(error: unknown): boolean {
  return error instanceof TeamsRefused && error.status === 413;
}

/** The message, or all of the conversation, is gone. */
export function isGone(error: unknown): boolean {
  return error instanceof TeamsRefused && error.status === 404;
}

/** Somewhere between half and all of a wait: many who were refused together do not come back together. */
export function jittered(ms: number, chance: () => number = Math.random): number {
  return Math.round(ms * (0.5 + chance() / 2));
}

/** Without a wish of Teams' own, the first wait after it asked to. */
const UNSAID_WAIT_MS = 2000;

/** The same for the outbox. `safe` calls may be repeated, done or not. */
export function deliveryErrorOf(error: unknown, now: number, safe: boolean): DeliveryError {
  if (error instanceof DeliveryError) return error;
  if (error instanceof TeamsUnheard) {
    return new DeliveryError(`${error.message}.`, { mayBeThere: error.sent && !safe, cause: error });
  }
  if (!(error instanceof TeamsRefused)) {
    return new DeliveryError('Herald stumbled over what Teams said.', { mayBeThere: !safe, cause: error });
  }
  if (isPassing(error)) {
    const wait = jittered(UNSAID_WAIT_MS) + (error.waitMs ?? 0);
    return new DeliveryError('Teams asks to wait.', { retryAt: new Date(now + wait).toISOString(), cause: error });
  }
  // The secret was changed, or has expired: what waits goes out once there is another.
  if (error.status === 401) return new DeliveryError(`${explained(error)}.`, { cause: error });
  return new DeliveryError(`${explained(error)}.`, { fatal: true, cause: error });
}

const EXPLAINED: Readonly<Record<string, string>> = {
  BotNotInConversationRoster: 'Herald is not in that conversation any more. Add it there again',
  ConversationBlockedByUser: 'that person has blocked Herald, or taken it away',
  MessageWritesBlocked: 'that person has blocked Herald, or taken it away',
  BotDisabledByAdmin: 'an admin of Teams has blocked Herald',
  ConversationNotFound: 'there is no such conversation any more',
  NotEnoughPermissions: 'Teams does not let Herald write there',
  MessageSizeTooBig: 'Teams found the message too big',
};

/** What a refusal means, for the person who can do something about it. */
function explained({ status, code }: Pick<TeamsRefused, 'status' | 'code'>): string {
  const known = EXPLAINED[code];
  if (known !== undefined) return known;
  if (status === 401) return 'Teams does not take TEAMS_APP_ID and TEAMS_APP_PASSWORD';
  if (status === 403) return 'Teams does not let Herald write there. Add Herald there, or for that person';
  return `Teams said ${status} ${code}`.trim();
}
