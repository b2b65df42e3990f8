import type { View } from '../../src/views.ts';
import type { Asker } from './asker.ts';
import { AWAITED_MS, HURRIED_MS } from './limits.ts';

/** What the resolver has to tell; null where nothing is to be shown. */
export type Answer = { readonly asker: Asker; readonly view: View | null };

type Waiting = {
  readonly key: string;
  readonly show: (answer: Answer) => Promise<void>;
  readonly end: (shown: boolean) => void;
};

/**
 * Those whose acknowledgement can still wait while what they asked for is completed: the answer goes with it, so that
 * they read one message. Slack lets nothing take the place of what a command was acknowledged with.
 */
export function createAwaited() {
  // They are few, so a list. A map through which many go grows a new table every few of them, and what the old tables held,
  // here all of a request, stays in memory until the next full collection: six times as much as without (Node 26).
  const waiting: Waiting[] = [];

  function take(key: string): Waiting | undefined {
    const at = waiting.findIndex((one) => one.key === key);
    return at === -1 ? undefined : waiting.splice(at, 1)[0];
  }

  /** Has `show` called with the answer, once, if it comes soon after `since`; `comes` waits for that and tells whether it did. */
  function expect(key: string, since: number, show: Waiting['show']) {
    const { promise: shown, resolve } = Promise.withResolvers<boolean>();
    const one: Waiting = { key, show, end: resolve };
    const giveUp = () => {
      const at = waiting.indexOf(one);
      if (at === -1) return;
      waiting.splice(at, 1);
      resolve(false);
    };
    const timer = setTimeout(giveUp, Math.max(0, since + AWAITED_MS - performance.now())).unref();
    // The same thing sent twice: whoever waited first is not left waiting.
    take(key)?.end(false);
    waiting.push(one);
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
    const one = take(key);
    if (one === undefined) return false;
    const shown = await one.show(answer).then(
      () => true,
      () => false,
    );
    one.end(shown);
    return shown;
  }

  /** Slack does not tell what is missing now: nobody need wait for it. */
  function notSoon(key: string): void {
    take(key)?.end(false);
  }

  return { expect, give, notSoon };
}

export type Awaited = ReturnType<typeof createAwaited>;
