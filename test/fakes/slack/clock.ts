// Slack's time. It runs with the real clock, and a test may move it on.

export type SlackClock = {
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves when this much of Slack's time has gone by; false when the double was closed before. */
  wait(milliseconds: number): Promise<boolean>;
  /** Moves the clock on, and with it everything that waits. */
  skip(milliseconds: number): void;
  close(): void;
};

type Waiting = { readonly due: number; readonly end: (kept: boolean) => void; timer: NodeJS.Timeout };

/** `pace` 60 makes a minute's wait last a second; what is measured with `now` keeps real time. */
export function createClock(pace = 1): SlackClock {
  let ahead = 0;
  const waiting = new Set<Waiting>();
  const now = () => Date.now() + ahead;

  function arm(one: Waiting) {
    clearTimeout(one.timer);
    one.timer = setTimeout(() => finish(one, true), Math.max(0, one.due - now()) / pace);
  }

  function finish(one: Waiting, kept: boolean) {
    clearTimeout(one.timer);
    waiting.delete(one);
    one.end(kept);
  }

  return {
    now,
    wait(milliseconds) {
      return new Promise((end) => {
        const one: Waiting = { due: now() + milliseconds, end, timer: setTimeout(() => undefined, 0) };
        waiting.add(one);
        arm(one);
      });
    },
    skip(milliseconds) {
      ahead += milliseconds;
      for (const one of waiting) arm(one);
    },
    close() {
      for (const one of waiting) finish(one, false);
    },
  };
}
