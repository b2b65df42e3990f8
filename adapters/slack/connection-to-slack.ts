import { setTimeout as sleep } from 'node:timers/promises';
import { SocketModeClient } from '@slack/socket-mode';
import { CALL_MS } from './limits.ts';
import { callOptions, silent } from './web-api.ts';

/** What arrives over a socket, with the way to acknowledge it. */
export type Arrived = {
  readonly body: unknown;
  readonly retryNum: number | undefined;
  readonly retryReason: string | undefined;
  readonly ack: (response?: unknown) => Promise<void>;
};

/** A connection that has not said hello by then is given up. */
const HELLO_MS = CALL_MS + 4000;
/** How long a connection may take to close. */
const GOODBYE_MS = 1000;

/**
 * The library's client, which would end Herald over a message that is no object (it parses in an async function that
 * nobody waits for), and would hang up at the first word of a renewal, losing what is on its way.
 */
class GuardedClient extends SocketModeClient {
  onRenewal: () => void = () => undefined;

  override emit(event: string | symbol, ...given: unknown[]): boolean {
    if (event !== 'ws_message') return super.emit(event, ...given);
    const kind = kindOf(given[0]);
    if (kind === 'renewal') this.onRenewal();
    return kind === 'ordinary' && super.emit(event, ...given);
  }
}

function kindOf(message: unknown): 'ordinary' | 'renewal' | 'unreadable' {
  if (typeof message !== 'string') return 'unreadable';
  try {
    const envelope = JSON.parse(message);
    if (typeof envelope !== 'object' || envelope === null) return 'unreadable';
    if (envelope.type === 'disconnect' && /^(warning|refresh_requested)$/.test(envelope.reason)) return 'renewal';
    const readable = envelope.type !== 'events_api' || typeof envelope.payload?.event?.type === 'string';
    return readable ? 'ordinary' : 'unreadable';
  } catch {
    return 'unreadable';
  }
}

/** One connection, from its hello to its end. */
export function createConnection(options: {
  readonly appToken: string;
  readonly apiUrl: string | null;
  readonly onArrived: (arrived: Arrived) => void;
}) {
  const client = new GuardedClient({
    appToken: options.appToken,
    autoReconnectEnabled: false,
    clientOptions: callOptions(options.apiUrl),
    logger: silent,
  });
  const { promise: gone, resolve: ended } = Promise.withResolvers<void>();
  const { promise: renewed, resolve: renewing } = Promise.withResolvers<void>();
  client.onRenewal = renewing;
  client.on('disconnected', () => ended());
  client.on('slack_event', ({ ack, body, retry_num, retry_reason }) => {
    options.onArrived({ ack, body, retryNum: retry_num, retryReason: retry_reason });
  });

  return {
    /** Resolves when it has ended. */
    gone,
    /** Resolves when Slack says that it will end soon. */
    renewed,
    /** Resolves once Slack has said hello. */
    async connect(): Promise<void> {
      const waiting = new AbortController();
      const late = sleep(HELLO_MS, null, { signal: waiting.signal, ref: false }).then(() => {
        throw new Error('Slack did not say hello.');
      });
      try {
        await Promise.race([client.start(), late]);
      } finally {
        waiting.abort();
        late.catch(() => null);
      }
    },
    /** Ends it; one that does not answer is left. */
    async close(): Promise<void> {
      await Promise.race([client.disconnect(), sleep(GOODBYE_MS, null, { ref: false })]);
    },
  };
}
