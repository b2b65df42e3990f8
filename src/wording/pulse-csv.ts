import type { TakenWeek } from '../pulse.ts';

const COLUMNS = [
  'of',
  'week',
  'wins',
  'recoveries',
  'in customers’ words',
  'obstacles opened',
  'obstacles cleared',
  'ideas alive',
  'four weeks from',
  'people',
  'seen (in fives)',
  'told (in fives)',
  'touchpoints',
  'with stories',
  'median days until heard',
] as const;

/** Figures as comma-separated values, as RFC 4180 has them. */
export function pulseCsv(parts: readonly { readonly name: string; readonly weeks: readonly TakenWeek[] }[]): string {
  const rows = parts.flatMap(({ name, weeks }) => weeks.map((one) => [safe(name), ...valuesOf(one)]));
  return [COLUMNS, ...rows].map((row) => row.map(field).join(',')).join('\r\n');
}

function valuesOf({ week, figures, month }: TakenWeek): readonly (string | number | null | undefined)[] {
  return [
    week,
    figures?.wins,
    figures?.recoveries,
    figures?.customersWords,
    figures?.obstaclesOpened,
    figures?.obstaclesCleared,
    figures?.ideasAlive,
    month?.from,
    month?.people,
    month?.seen,
    month?.tellers,
    month?.touchpoints,
    month?.covered,
    month?.medianDays,
  ];
}

function field(value: string | number | null | undefined): string {
  const text = String(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A spreadsheet would run a name that begins like a formula. https://owasp.org/www-community/attacks/CSV_Injection */
function safe(name: string): string {
  return /^[=+\-@\t\r]/.test(name) ? `'${name}` : name;
}
