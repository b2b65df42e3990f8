// One of every view of the pulse.

import type { Pulse, PulseTeam, PulseView, WeekFigures } from '../../src/pulse.ts';

const figures = (week: string, wins: number, recoveries: number): WeekFigures => ({
  week,
  wins,
  recoveries,
  customersWords: Math.min(wins, 2),
  obstaclesOpened: recoveries,
  obstaclesCleared: Math.min(recoveries, 1),
  ideasAlive: 3,
});

const COUNTED = [
  [3, 1],
  [5, 2],
  [2, 4],
  [8, 1],
  [6, 3],
  [9, 2],
  [4, 5],
  [7, 1],
  [11, 0],
  [6, 2],
  [8, 3],
] as const;

/** Twelve weeks, of which the first was not counted. */
export const pulse: Pulse = {
  team: null,
  weeks: [
    { week: '2026-W35', figures: null },
    ...COUNTED.map(([wins, recoveries], index) => {
      const week = `2026-W${36 + index}`;
      return { week, figures: figures(week, wins, recoveries) };
    }),
  ],
  month: {
    from: '2026-W43',
    to: '2026-W46',
    people: 23,
    seen: 10,
    tellers: 5,
    touchpoints: 6,
    covered: 4,
    medianDays: 2,
  },
};

const teams: readonly PulseTeam[] = [
  { id: 't-phones', name: 'Phones', withheld: null },
  { id: 't-doors', name: 'Doors & windows', withheld: 'too-few' },
  { id: 't-routes', name: 'Routes', withheld: 'too-close' },
  { id: 't-shop', name: 'Web shop', withheld: 'from-next-week' },
];

const [phones] = teams;

export const everyPulse: { readonly [type in PulseView['type']]: readonly Extract<PulseView, { type: type }>[] } = {
  pulse: [
    { type: 'pulse', pulse, teams: [], mayExport: false },
    {
      type: 'pulse',
      pulse: { ...pulse, team: { id: 't-phones', name: 'Phones' }, month: null },
      teams,
      mayExport: true,
    },
  ],
  'pulse-withheld': [
    { type: 'pulse-withheld', team: null, teams: [] },
    ...teams.filter((team) => team !== phones).map((team) => ({ type: 'pulse-withheld' as const, team, teams })),
  ],
  'pulse-not-yet': [{ type: 'pulse-not-yet', first: '2026-W47' }],
  'pulse-csv': [{ type: 'pulse-csv', csv: 'of,week,wins\r\nSample company,2026-W46,8' }],
  'recoveries-outnumber': [
    {
      type: 'recoveries-outnumber',
      weeks: [figures('2026-W44', 1, 2), figures('2026-W45', 0, 1), figures('2026-W46', 2, 5)],
    },
  ],
  'pulse-taken': [
    { type: 'pulse-taken', week: '2026-W46', taken: true },
    { type: 'pulse-taken', week: '2026-W46', taken: false },
  ],
  'teams-chosen': [{ type: 'teams-chosen', teams }],
  'team-kept': [{ type: 'team-kept', name: 'Phones', people: 8 }],
  teams: [{ type: 'teams', teams: [{ group: 'S1', name: 'Phones' }] }],
};
