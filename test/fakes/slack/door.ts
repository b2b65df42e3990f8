// How Slack reaches the app: HTTP requests to its address, or envelopes through its sockets.

import type { Thing } from './json.ts';

export type Sent = {
  readonly kind: 'slash_commands' | 'interactive' | 'events_api';
  readonly payload: Thing;
  /** Which retry of an event this is, and why. */
  readonly retry?: { readonly number: number; readonly reason: string };
  /** Whether Slack does something with what the app says in its acknowledgement. */
  readonly takesAnswer: boolean;
};

export type Heard = {
  readonly acknowledged: boolean;
  /** What the app said in its acknowledgement: JSON, a bare text, or null for nothing. */
  readonly answer: unknown;
  /** Why it counts as not acknowledged, in the words Slack uses for its retries. */
  readonly failure: 'http_timeout' | 'http_error' | 'connection_failed' | 'no_connection' | null;
  readonly status: number | null;
  readonly milliseconds: number;
  /** The app asked not to be sent this event again. */
  readonly noRetry: boolean;
};

export type Door = { send(sent: Sent): Promise<Heard> };

/** Slack waits this long for an acknowledgement, and lets a trigger open a form for as long. */
export const PATIENCE_MS = 3000;
