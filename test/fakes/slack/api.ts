// One call of the Web API, from what was sent to what is answered.

import { type Thing, text } from './json.ts';
import { methods } from './methods/table.ts';
import { SlackRefusal } from './refusal.ts';
import type { State } from './state.ts';

export type Reply = { readonly status: number; readonly headers: Record<string, string>; readonly body: Thing };

/** Does the call. `token` is from the Authorization header, or null; an argument `token` counts too, as with Slack. */
export function callMethod(name: string, given: Thing, token: string | null, state: State): Reply {
  // Slack looks at `team_id` for tokens of a whole enterprise only, and Bolt sends it along with every call.
  const { token: argument, team_id: _, ...args } = given;
  const headers = { 'x-oauth-scopes': [...state.tokens.scopes].join(',') };
  try {
    const known = methods[name];
    if (known === undefined) throw new SlackRefusal('unknown_method', { req_method: name });
    const kind = state.tokens.kindOf(token ?? text(argument));
    if (known.token !== 'either' && known.token !== kind) throw new SlackRefusal('not_allowed_token_type');
    if (kind === 'bot') state.tokens.need(known.scopes);
    return { status: 200, headers, body: { ok: true, ...known.run(args, state) } };
  } catch (error) {
    if (!(error instanceof SlackRefusal)) throw error;
    const { retryAfter, ...details } = error.details;
    if (typeof retryAfter === 'number') return rateLimited(retryAfter);
    return { status: 200, headers, body: { ok: false, error: error.error, ...details } };
  }
}

export function rateLimited(retryAfter: number): Reply {
  return { status: 429, headers: { 'retry-after': String(retryAfter) }, body: { ok: false, error: 'ratelimited' } };
}

/** The arguments of a call: a JSON object or a form. */
export function argumentsIn(body: string, contentType: string): Thing {
  if (contentType.includes('json')) {
    try {
      const value: unknown = JSON.parse(body);
      return typeof value === 'object' && value !== null ? (value as Thing) : {};
    } catch {
      return {};
    }
  }
  return Object.fromEntries(new URLSearchParams(body));
}
