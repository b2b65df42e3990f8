import type { Clock } from './ports.ts';

/** Real time, or ahead of it by as much as the sandbox has moved its own clock. */
export type MovableClock = Clock & {
  /** Resolves when everybody who waits for a moment has looked whether it has come. */
  aheadBy(ms: number): Promise<void>;
  onMoved(look: () => Promise<void>): void;
};

export function createClock(): MovableClock {
  let ahead = 0;
  const looks: (() => Promise<void>)[] = [];
  let written = { ms: Number.NaN, now: '' };
  return {
    now() {
      const ms = Date.now() + ahead;
      // Asked several times with each command, and writing it takes as long as much else.
      if (ms !== written.ms) written = { ms, now: new Date(ms).toISOString() };
      return written.now;
    },
    async aheadBy(ms) {
      ahead = ms;
      await Promise.all(looks.map((look) => look()));
    },
    onMoved: (look) => void looks.push(look),
  };
}
