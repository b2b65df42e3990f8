import type { View } from '../../src/views.ts';
import type { Asker } from './asker.ts';
import { AWAITED_MS, HURRIED_MS } from './limits.ts';

/** What the resolver has to tell; null where nothing is to be shown. */
export type Answer = { readonly asker: Asker; readonly view: View | null };

type Waiting = { readonly show: (answer: Answer) => Promise<void>; readonly end: (shown: boolean) => void };

/**
 * Those whose acknowledgement can still wait while what they asked for is completed: the answer goes with it, so that
 * they read one message. Slack lets nothing take the place of what a command was acknowledged with.
 */
export function createAwaited() {
  const waiting = new Map<string, Waiting>();

  /** Has `show` called with the answer, once, if it comes soon after `since`; `comes` waits for that and tells whether it did. */
  function expect(key: string, since: number, show: Waiting['show']) {
    const { promise: shown, resolve } = Promise.withResolvers<boolean>();
    const one: Waiting = { show, end: resolve };
    const giveUp = () => {
      if (waiting.get(key) !== one) return;
      waiting.delete(key);
      resolve(false);
    };
    const timer = setTimeout(giveUp, Math.max(0, since + AWAITED_MS - performance.now())).unref();
    // The same thing sent twice: whoever waited first is not left waiting.
    waiting.get(key)?.end(false);
    waiting.set(key, one);
    const end = () => {
      clearTimeout(timer);
      giveUp();
    };
    const comes = () => {
      if (performance.now() - since > HURRIED_MS) end();
      return shown;
    };
    return { comes, end };
  }

  /** False when nobody waits for it any more, or it could not be shown: then it takes another way. */
  async function give(key: string, answer: Answer): Promise<boolean> {
    const one = waiting.get(key);
    if (one === undefined) return false;
    waiting.delete(key);
    const shown = await one.show(answer).then(
      () => true,
      () => false,
    );
    one.end(shown);
    return shown;
  }

  /** Slack does not tell what is missing now: nobody need wait for it. */
  function notSoon(key: string): void {
    const one = waiting.get(key);
    waiting.delete(key);
    one?.end(false);
  }

  return { expect, give, notSoon };
}

export type Awaited = ReturnType<typeof createAwaited>;
