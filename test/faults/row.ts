/** What came of playing a fault. */
export type Outcome = {
  readonly tries: number;
  /** Acknowledged, and not there afterwards. */
  readonly lost: number;
  /** There more than once, or told more than once without a warning that it might be. */
  readonly doubled: number;
  /** From the end of the fault until things worked again, at its slowest. */
  readonly recoveredMs: number | null;
  /** Whatever else did not hold, in words; the row holds when this is empty and nothing is lost or doubled. */
  readonly broken: readonly string[];
  readonly notes: readonly string[];
};

/** One row of the table of faults. */
export type Row = {
  readonly number: number;
  readonly fault: string;
  /** Plays the fault; `quick` plays it fewer times. */
  play(options: { readonly quick: boolean; readonly folder: string }): Promise<Outcome>;
};

export type Tally = {
  tried(times?: number): void;
  lose(what: string): void;
  double(what: string): void;
  /** Notes what must hold and whether it does. */
  hold(holds: boolean, what: string): void;
  recovered(ms: number): void;
  note(text: string): void;
  outcome(): Outcome;
};

export function createTally(): Tally {
  let tries = 0;
  let lost = 0;
  let doubled = 0;
  let recoveredMs: number | null = null;
  const broken: string[] = [];
  const notes: string[] = [];
  return {
    tried(times = 1) {
      tries += times;
    },
    lose(what) {
      lost += 1;
      broken.push(`lost: ${what}`);
    },
    double(what) {
      doubled += 1;
      broken.push(`doubled: ${what}`);
    },
    hold(holds, what) {
      if (!holds) broken.push(what);
    },
    recovered(ms) {
      recoveredMs = Math.max(recoveredMs ?? 0, ms);
    },
    note: (text) => void notes.push(text),
    outcome: () => ({ tries, lost, doubled, recoveredMs, broken, notes }),
  };
}
