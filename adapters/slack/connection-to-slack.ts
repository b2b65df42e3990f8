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
 * A connection whose pings go unanswered for so long is given up: before Slack's own three seconds end for the first that was
 * lost in it. It is pinged three times as often.
 */
const UNANSWERED_MS = 2500;
const LOOK_MS = 250;
/** As WebSocket.readyState has it: the library gave it up, and would wait half a minute for the other side to do so too. */
const CLOSING = 2;

/**
 * The library's client, which would end Herald over a message that is no object (it parses in an async function that
 * nobody waits for), and would hang up at Slack's goodbye, losing what is on its way and then waiting seconds for Slack to
 * hang up first.
 */
class GuardedClient extends SocketModeClient {
  onGoodbye: () => void = () => undefined;

  override emit(event: string | symbol, ...given: unknown[]): boolean {
    if (event !== 'ws_message') return super.emit(event, ...given);
    const kind = kindOf(given[0]);
    if (kind === 'goodbye') this.onGoodbye();
    return kind === 'ordinary' && super.emit(event, ...given);
  }
}

function kindOf(message: unknown): 'ordinary' | 'goodbye' | 'unreadable' {
  if (typeof message !== 'string') return 'unreadable';
  try {
    const envelope = JSON.parse(message);
    if (typeof envelope !== 'object' || envelope === null) return 'unreadable';
    // For whichever reason: a renewal, too many connections, Socket Mode switched off.
    if (envelope.type === 'disconnect') return 'goodbye';
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
    clientPingTimeout: UNANSWERED_MS,
    clientOptions: callOptions(options.apiUrl),
    logger: silent,
  });
  const { promise: gone, resolve: ended } = Promise.withResolvers<void>();
  const { promise: leaving, resolve: goodbye } = Promise.withResolvers<void>();
  client.onGoodbye = goodbye;
  client.on('disconnected', () => ended());
  const look = setInterval(() => {
    if (client.websocket?.readyState === CLOSING) ended();
  }, LOOK_MS).unref();
  void gone.then(() => clearInterval(look));
  client.on('slack_event', ({ ack, body, retry_num, retry_reason }) => {
    options.onArrived({ ack, body, retryNum: retry_num, retryReason: retry_reason });
  });

  return {
    /** Resolves when it has ended. */
    gone,
    /** Resolves when Slack says that it ends, now or soon. */
    leaving,
    /** Resolves once Slack has said hello; rejects when it says goodbye instead, or nothing. */
    async connect(): Promise<void> {
      const waiting = new AbortController();
      const late = sleep(HELLO_MS, null, { signal: waiting.signal, ref: false }).then(() => {
        throw new Error('Slack did not say hello.');
      });
      try {
        const unwanted = leaving.then(() => {
          throw new Error('Slack said goodbye instead of hello.');
        });
        await Promise.race([client.start(), late, unwanted]);
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
