import { setTimeout as pause } from 'node:timers/promises';
import { type Mailbox, openSession, type Session } from './imap-session.ts';
import type { Outcome, Reception } from './reception.ts';

type Parts = {
  readonly reception: Reception;
  readonly onRefused: (door: 'imap', outcome: Outcome) => void;
  readonly onFault: (error: unknown) => void;
  readonly pace?: Pace;
};

/** How often to look where the server does not say that something came, and the first wait after a connection broke. */
export type Pace = { readonly lookMs: number; readonly againMs: number };

const PACE: Pace = { lookMs: 60_000, againMs: 1000 };
const LONGEST_WAIT_MS = 300_000;

/**
 * Takes in what lies in a mailbox, files it, and waits for more; reconnects for as long as it is open. A mail is filed
 * once its praise is durable, so one that is met again after a crash is recognised, and filed then.
 */
export function createImapDoor(mailbox: Mailbox, { reception, onRefused, onFault, pace = PACE }: Parts) {
  const closing = new AbortController();
  let session: Session | null = null;
  let working: Promise<void> = Promise.resolve();

  async function receive(raw: Uint8Array): Promise<Outcome> {
    // What comes after the stop stays where it is.
    if (closing.signal.aborted) return { outcome: 'later', why: 'closed' };
    const outcome = (await reception.admit(raw)) ?? (await reception.receive({ raw, from: null }));
    if (outcome.outcome !== 'taken') onRefused('imap', outcome);
    return outcome;
  }

  async function work(onConnected: () => void): Promise<void> {
    session = await openSession(mailbox, closing.signal);
    onConnected();
    try {
      while (!closing.signal.aborted) {
        await session.takeAll(receive);
        if (!closing.signal.aborted) await session.news(pace.lookMs);
      }
    } finally {
      const ended = session;
      session = null;
      await ended.close();
    }
  }

  async function keepAtIt(): Promise<void> {
    let waitMs = pace.againMs;
    while (!closing.signal.aborted) {
      try {
        await work(() => {
          waitMs = pace.againMs;
        });
      } catch (error) {
        if (!closing.signal.aborted) onFault(error);
      }
      await pause(waitMs, null, { signal: closing.signal, ref: false }).catch(() => null);
      waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
    }
  }

  return {
    /** A server that is not there yet is no reason not to start. */
    open(): void {
      working = keepAtIt();
    },
    /** Resolves when the mail under way is filed. */
    async close(): Promise<void> {
      closing.abort();
      session?.wake();
      await working;
    },
  };
}
