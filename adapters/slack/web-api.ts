import { type Logger, LogLevel, WebClient, type WebClientOptions } from '@slack/web-api';
import { CALL_MS } from './limits.ts';
import { transportWithin } from './transport.ts';

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
export function callOptions(apiUrl: string | null, callMs = CALL_MS): WebClientOptions {
  return {
    ...(apiUrl === null ? {} : { slackApiUrl: apiUrl }),
    timeout: 0,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    maxRequestConcurrency: 100,
    allowAbsoluteUrls: false,
    logger: silent,
    fetch: transportWithin(callMs),
  };
}

export function createWebApi(token: string, apiUrl: string | null, callMs: number): WebClient {
  return new WrittenClient(token, callOptions(apiUrl, callMs));
}

/**
 * The library's client, given blocks and all that is no plain value as the JSON text in which they travel anyway: it goes
 * through every object twice more, for lines of a log that nobody sees.
 */
class WrittenClient extends WebClient {
  override apiCall(method: string, options: Record<string, unknown> = {}): ReturnType<WebClient['apiCall']> {
    return super.apiCall(
      method,
      Object.fromEntries(Object.entries(options).map(([name, value]) => [name, text(value)])),
    );
  }
}

function text(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}
