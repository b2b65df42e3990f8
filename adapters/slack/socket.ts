import { setTimeout as sleep } from 'node:timers/promises';
import { SocketModeClient } from '@slack/socket-mode';
import { CALL_MS } from './limits.ts';
import { troubleOf } from './trouble.ts';
import { callOptions, silent } from './web-api.ts';

/** What arrives over a socket, with the way to acknowledge it. */
export type Arrived = {
  readonly body: unknown;
  readonly retryNum: number | undefined;
  readonly retryReason: string | undefined;
  readonly ack: (response?: unknown) => Promise<void>;
};

/** Waits before the next try to connect: 0.2 s, 0.4 s … 30 s. */
const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 30_000;
/** A connection that has not said hello by then is given up. */
const HELLO_MS = CALL_MS + 4000;
/** How long a connection may take to close. */
const GOODBYE_MS = 1000;

/** The library parses messages in an async function that nobody waits for: one that is no object would end Herald. */
class GuardedClient extends SocketModeClient {
  override emit(event: string | symbol, ...given: unknown[]): boolean {
    if (event === 'ws_message' && !isReadable(given[0])) return false;
    return super.emit(event, ...given);
  }
}

function isReadable(message: unknown): boolean {
  if (typeof message !== 'string') return false;
  try {
    const envelope = JSON.parse(message);
    if (typeof envelope !== 'object' || envelope === null) return false;
    return envelope.type !== 'events_api' || typeof envelope.payload?.event?.type === 'string';
  } catch {
    return false;
  }
}

/**
 * One connection that comes back by itself, at once when Slack refreshes it. The library's own way waits five seconds
 * or more each time, and a failure while reconnecting is caught by nobody.
 */
export function createSocket(options: {
  readonly appToken: string;
  readonly apiUrl: string | null;
  readonly onArrived: (arrived: Arrived) => void;
  readonly onTrouble: (error: unknown) => void;
}) {
  const client = new GuardedClient({
    appToken: options.appToken,
    autoReconnectEnabled: false,
    clientOptions: callOptions(options.apiUrl),
    logger: silent,
  });
  let stopping = false;
  let gone = Promise.withResolvers<void>();
  const { promise: firstHello, resolve: connected, reject: impossible } = Promise.withResolvers<void>();

  client.on('slack_event', ({ ack, body, retry_num, retry_reason }) => {
    options.onArrived({ ack, body, retryNum: retry_num, retryReason: retry_reason });
  });
  client.on('disconnected', () => gone.resolve());

  /** Resolves once Slack has said hello; rejects when Slack does not take the token. Later troubles are only told of. */
  function start(): Promise<void> {
    void keepConnected();
    return firstHello;
  }

  async function keepConnected(): Promise<void> {
    let failures = 0;
    while (!stopping) {
      gone = Promise.withResolvers<void>();
      try {
        await withinTime(client);
        connected();
        failures = 0;
        await gone.promise;
      } catch (error) {
        if (troubleOf(error).kind === 'refused') impossible(error);
        options.onTrouble(error);
        await letGo(client);
        await sleep(Math.min(FIRST_WAIT_MS * 2 ** failures, LONGEST_WAIT_MS), null, { ref: false });
        failures += 1;
      }
    }
  }

  async function stop(): Promise<void> {
    stopping = true;
    await letGo(client);
  }

  return { start, stop };
}

/** Closes the connection; one that does not answer is left. */
async function letGo(client: SocketModeClient): Promise<void> {
  await Promise.race([client.disconnect(), sleep(GOODBYE_MS, null, { ref: false })]);
}

async function withinTime(client: SocketModeClient): Promise<void> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('Slack did not say hello.')), HELLO_MS);
  try {
    await Promise.race([client.start(), late]);
  } finally {
    clearTimeout(timer);
  }
}
