import { type Logger, LogLevel, WebClient, type WebClientOptions } from '@slack/web-api';
import { CALL_MS } from './limits.ts';

/** Slack's libraries log whole payloads when asked, tokens and people's words among them: they say nothing here. */
export const silent: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => LogLevel.ERROR,
  setName: () => undefined,
};

/**
 * How calls are made: each ends within its time, none is repeated here (the outbox does that, knowing what was said),
 * and a rate-limited channel does not stop the others, as the library's own waiting would.
 */
export function callOptions(apiUrl: string | null): WebClientOptions {
  return {
    ...(apiUrl === null ? {} : { slackApiUrl: apiUrl }),
    timeout: CALL_MS,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    maxRequestConcurrency: 100,
    allowAbsoluteUrls: false,
    logger: silent,
    fetch: fetchWithRetryAfter,
  };
}

export function createWebApi(token: string, apiUrl: string | null, callMs: number): WebClient {
  return new WebClient(token, { ...callOptions(apiUrl), timeout: callMs });
}

/** Seconds to wait when Slack says "too many" but not how long. */
const UNSAID_WAIT = '30';

/** The library takes a 429 without Retry-After for a fault of its own; here it always has one. */
const fetchWithRetryAfter: NonNullable<WebClientOptions['fetch']> = async (url, init) => {
  const response = await fetch(url, init);
  if (response.status !== 429 || /^\d+$/.test(response.headers.get('retry-after') ?? '')) return response;
  await response.body?.cancel();
  return new Response(null, { status: 429, headers: { 'Retry-After': UNSAID_WAIT } });
};
