import { setTimeout as sleep } from 'node:timers/promises';
import { type Arrived, createConnection } from './connection-to-slack.ts';
import { troubleOf } from './trouble.ts';

type Connection = ReturnType<typeof createConnection>;

/** Waits before the next try to connect: 0.2 s, 0.4 s … 30 s. */
const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 30_000;
/** A connection that ends so soon was no success: the next one waits a little. */
const SHORT_LIFE_MS = 1000;
/** How long a connection that Slack is about to end goes on beside its successor: Slack names ten seconds. */
const LAST_WORDS_MS = 12_000;

/**
 * One connection that goes on for ever. When Slack says goodbye, the next is there before the old one ends, so that nothing
 * sent in between is lost; broken, it comes back at once. The library's own way waits five seconds or more each time,
 * and nobody catches a failure while it reconnects.
 */
export function createSocket(options: {
  readonly appToken: string;
  readonly apiUrl: string | null;
  readonly onArrived: (arrived: Arrived) => void;
  readonly onTrouble: (error: unknown) => void;
}) {
  const open = new Set<Connection>();
  let stopping = false;
  const { promise: firstHello, resolve: connected, reject: impossible } = Promise.withResolvers<void>();

  /** Resolves once Slack has said hello; rejects when Slack does not take the token. Later troubles are only told of. */
  function start(): Promise<void> {
    void keepConnected();
    return firstHello;
  }

  async function keepConnected(): Promise<void> {
    let failures = 0;
    while (!stopping) {
      const connection = createConnection(options);
      open.add(connection);
      try {
        await connection.connect();
        connected();
        const since = performance.now();
        await Promise.race([connection.gone, connection.leaving]);
        void retire(connection);
        if (performance.now() - since > SHORT_LIFE_MS) failures = 0;
        else await pause(failures++);
      } catch (error) {
        const trouble = troubleOf(error);
        if (trouble.kind === 'refused') impossible(new Error(notTaken(trouble.error), { cause: error }));
        options.onTrouble(error);
        await end(connection);
        await pause(failures++);
      }
    }
  }

  async function pause(failures: number): Promise<void> {
    await sleep(Math.min(FIRST_WAIT_MS * 2 ** failures, LONGEST_WAIT_MS), null, { ref: false });
  }

  async function retire(connection: Connection): Promise<void> {
    await Promise.race([connection.gone, sleep(LAST_WORDS_MS, null, { ref: false })]);
    await end(connection);
  }

  async function end(connection: Connection): Promise<void> {
    open.delete(connection);
    await connection.close();
  }

  async function stop(): Promise<void> {
    stopping = true;
    await Promise.all([...open].map(end));
  }

  return { start, stop };
}

/** What an operator does about an app token that Slack refuses. */
function notTaken(error: string): string {
  if (error === 'socket_mode_not_enabled') {
    return 'Socket Mode is off in your Slack app. Turn it on under Socket Mode, then start Herald again.';
  }
  const where = 'Take the app-level token, xapp-…, with connections:write, under Basic Information of your Slack app.';
  return `Slack does not take SLACK_APP_TOKEN (${error}). ${where}`;
}
