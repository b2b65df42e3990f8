import type { App, ReceiverEvent } from '@slack/bolt';
import type { Envelope } from './envelope.ts';

/** What Slack is told: the acknowledgement, or that it was not taken in and may be sent again. */
export type Outcome =
  | { readonly kind: 'acknowledged'; readonly response: unknown }
  | { readonly kind: 'unanswered' }
  | { readonly kind: 'failed'; readonly error: unknown };

export type Retry = { readonly num?: number; readonly reason?: string };

/** Hands payloads to Bolt, and knows which are under way. */
export function createDispatch(app: () => App | null) {
  const underWay = new Set<Promise<unknown>>();

  /**
   * Resolves when Slack may be answered: for events once everything is done, since Bolt acknowledges those before it
   * begins; for all else as soon as a listener acknowledges, which ours do once what was asked is durable.
   */
  function dispatch({ kind, body }: Envelope, retry: Retry = {}): Promise<Outcome> {
    const { promise, resolve } = Promise.withResolvers<Outcome>();
    let outcome: Outcome = { kind: 'unanswered' };
    const event: ReceiverEvent = {
      body,
      ...(retry.num === undefined ? {} : { retryNum: retry.num }),
      ...(retry.reason === undefined ? {} : { retryReason: retry.reason }),
      ack: async (response?: unknown) => {
        outcome = { kind: 'acknowledged', response };
        if (kind !== 'event') resolve(outcome);
      },
    };
    const processing = process(event).then(
      () => resolve(outcome),
      (error) => resolve({ kind: 'failed', error }),
    );
    underWay.add(processing);
    void processing.finally(() => underWay.delete(processing));
    return promise;
  }

  async function process(event: ReceiverEvent): Promise<void> {
    const bolt = app();
    if (bolt === null) throw new Error('The door to Slack is closed.');
    await bolt.processEvent(event);
  }

  /** Resolves when nothing is under way. */
  async function settled(): Promise<void> {
    while (underWay.size > 0) await Promise.allSettled(underWay);
  }

  return { dispatch, settled };
}

export type Dispatch = ReturnType<typeof createDispatch>['dispatch'];
