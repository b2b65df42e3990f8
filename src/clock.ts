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
  return {
    now: () => new Date(Date.now() + ahead).toISOString(),
    async aheadBy(ms) {
      ahead = ms;
      await Promise.all(looks.map((look) => look()));
    },
    onMoved: (look) => void looks.push(look),
  };
}
