import type { Outcome, Row } from './row.ts';

/** At most so many of a row's faults are printed: the first ones tell what is wrong. */
const FAULTS_SHOWN = 8;

export function holds({ lost, doubled, broken }: Outcome): boolean {
  return lost === 0 && doubled === 0 && broken.length === 0;
}

export function headOfTable(): string {
  return ['| # | fault | tries | lost | doubled | recovered in | holds |', '|---|---|---:|---:|---:|---:|---|'].join(
    '\n',
  );
}

export function lineOfTable({ number, fault }: Row, outcome: Outcome): string {
  const { tries, lost, doubled, recoveredMs } = outcome;
  const recovered = recoveredMs === null ? '–' : inWords(recoveredMs);
  return `| ${number} | ${fault} | ${tries} | ${lost} | ${doubled} | ${recovered} | ${holds(outcome) ? 'yes' : '**no**'} |`;
}

/** What the table has no room for: how it was played, and what did not hold. */
export function remarks({ number }: Row, { broken, notes }: Outcome): readonly string[] {
  const more = broken.length - FAULTS_SHOWN;
  return [
    ...notes.map((note) => `row ${number}: ${note}`),
    ...broken.slice(0, FAULTS_SHOWN).map((fault) => `row ${number} BROKEN: ${fault}`),
    ...(more > 0 ? [`row ${number} BROKEN: … and ${more} more`] : []),
  ];
}

function inWords(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}
