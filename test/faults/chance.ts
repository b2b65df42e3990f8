/** Chance that comes out the same for the same seed, so that a failed round can be played again. */
export type Chance = {
  /** From 0 up to but not including `below`. */
  whole(below: number): number;
  pick<Choice>(from: readonly Choice[]): Choice;
};

/** Mulberry32. */
export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    whole: (below) => Math.floor(next() * below),
    pick: (from) => from[Math.floor(next() * from.length)]!,
  };
}
