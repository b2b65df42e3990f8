// Machines are noisy, so that contestants take short turns: what disturbs one soon disturbs the others too, and the middle
// of many rounds says more than one long race.

export type Spread = { readonly median: number; readonly low: number; readonly high: number };

/** The median, and the values at a tenth and at nine tenths. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { median: at(0.5), low: at(0.1), high: at(0.9) };
}

type Contestants<Name extends string> = Readonly<Record<Name, (round: number) => Promise<number> | number>>;

/** Lets each contestant run once a round, beginning with another each time; `warmUp` rounds do not count. */
export async function compete<Name extends string>(
  contestants: Contestants<Name>,
  rounds: { readonly warmUp: number; readonly counted: number },
): Promise<Readonly<Record<Name, readonly number[]>>> {
  const names = Object.keys(contestants) as Name[];
  const results = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round < rounds.warmUp + rounds.counted; round += 1) {
    for (let turn = 0; turn < names.length; turn += 1) {
      const name = names[(round + turn) % names.length] as Name;
      const result = await contestants[name](round);
      if (round >= rounds.warmUp) results[name].push(result);
    }
  }
  return results;
}

/** Round by round, so that what slowed a whole round down cancels out. */
export function ratios(of: readonly number[], to: readonly number[]): Spread {
  return spreadOf(of.map((value, round) => value / (to[round] ?? Number.NaN)));
}

export async function milliseconds(work: () => unknown): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before;
}
