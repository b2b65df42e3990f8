import { setTimeout as sleep } from 'node:timers/promises';
import { LedgerUnavailable } from '../../src/ports.ts';
import type { Arrived } from './connection-to-slack.ts';
import type { Dispatch } from './dispatch.ts';
import { type Envelope, readEnvelope } from './envelope.ts';
import { sendAnswer } from './send-answer.ts';
import { createSocket } from './socket.ts';

/**
 * Two connections at a time: Slack sends each payload to one of them, and while one is refreshed the other is there.
 * What arrives is acknowledged once it is stored; events that could not be are not, and come again.
 */
export function createSocketReceiver(options: {
  readonly appToken: string;
  readonly apiUrl: string | null;
  /** Between the two connections' beginnings. */
  readonly staggerMs: number;
  readonly dispatch: Dispatch;
  readonly onFault: (error: unknown) => void;
}) {
  const { staggerMs, dispatch, onFault } = options;
  const sockets = [0, 1].map(() => createSocket({ ...options, onArrived, onTrouble: onFault }));
  let stopped = false;

  function onArrived(arrived: Arrived): void {
    receive(arrived).catch(onFault);
  }

  async function receive({ body, ack, retryNum, retryReason }: Arrived): Promise<void> {
    const envelope = readEnvelope(body);
    // Nobody can read it, and it would not be different the next time.
    if (envelope === null) return ack();
    const outcome = await dispatch(envelope, {
      ...(retryNum === undefined ? {} : { num: retryNum }),
      ...(retryReason === undefined ? {} : { reason: retryReason }),
    });
    if (outcome.kind === 'acknowledged')
      await ack(outcome.response).catch((error) => answerElse(envelope, outcome.response, error));
    else if (outcome.kind === 'unanswered') await ack();
    else if (!(outcome.error instanceof LedgerUnavailable)) onFault(outcome.error);
  }

  /** The connection went before the answer could go through it: an answer to a command has another way. */
  async function answerElse({ kind, body }: Envelope, response: unknown, error: unknown): Promise<void> {
    const { response_url: url } = body;
    if (kind !== 'command' || typeof url !== 'string' || response === undefined) throw error;
    await sendAnswer(url, response);
  }

  async function start(): Promise<void> {
    const [first, second] = sockets;
    await first?.start();
    void sleep(staggerMs, null, { ref: false }).then(() => {
      if (!stopped) second?.start().catch(onFault);
    });
  }

  async function stop(): Promise<void> {
    stopped = true;
    await Promise.all(sockets.map((socket) => socket.stop()));
  }

  return { start, stop };
}
