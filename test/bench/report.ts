import type { Spread } from './rounds.ts';

/** A row of the table in docs/performance.md. */
export type Row = {
  readonly what: string;
  readonly measured: string;
  readonly target: string;
  /** Null where there is no target. */
  readonly met: boolean | null;
};

export type Report = { readonly rows: readonly Row[]; readonly notes: readonly string[] };

export function printReport(rows: readonly Row[]): void {
  console.log('| | measured | target | |');
  console.log('|---|---|---|---|');
  for (const { what, measured, target, met } of rows) {
    console.log(`| ${what} | ${measured} | ${target} | ${met === null ? '' : met ? 'met' : '**missed**'} |`);
  }
}

/** "0.74 (0.70 to 0.79)". */
export function shown({ median, low, high }: Spread, digits = 2): string {
  return `${median.toFixed(digits)} (${low.toFixed(digits)} to ${high.toFixed(digits)})`;
}
