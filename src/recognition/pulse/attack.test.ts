// Somebody who keeps every figure that was ever shown tries to find out what one person did.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ChosenTeam, Cohort, MonthFigures, WeekFigures } from '../../pulse.ts';
import { nextWeek } from '../week.ts';
import { type PulsePlan, planPulse } from './plan-pulse.ts';
import { spanOf, startOf } from './span.ts';
import { type Count, takePulse } from './take-pulse.ts';

const FIRST = '2026-W34';
const WEEKS = 9;
const TEAMS = ['a', 'b', 'c'];
const timeZone = 'UTC';
const none = { obstaclesOpened: 0, obstaclesCleared: 0, ideasAlive: 0 };

type Told = {
  readonly week: number;
  readonly teller: string;
  readonly heroes: readonly string[];
  readonly win: boolean;
};
type Company = {
  /** Who is here in each week, and who of them is in which team. */
  readonly weeks: readonly { readonly here: readonly string[]; readonly teams: readonly ChosenTeam[] }[];
  readonly stories: readonly Told[];
};

const names = Array.from({ length: 16 }, (_, number) => `p${number}`);

const company: fc.Arbitrary<Company> = fc
  .record({
    people: fc.integer({ min: 6, max: 16 }),
    // Most stay where they are: a change of one person is what an attacker waits for.
    first: fc.array(fc.subarray(names, { minLength: 4 }), { minLength: 1, maxLength: 3 }),
    moves: fc.array(
      fc.record({
        week: fc.nat(WEEKS - 1),
        person: fc.constantFrom(...names),
        to: fc.constantFrom('a', 'b', 'c', 'nowhere', 'out'),
      }),
      { maxLength: 6 },
    ),
    stories: fc.array(
      fc.record({
        week: fc.nat(WEEKS - 1),
        teller: fc.constantFrom(...names),
        heroes: fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 2 }),
        win: fc.boolean(),
      }),
      { maxLength: 40 },
    ),
  })
  .map(({ people, first, moves, stories }) => {
    const everybody = names.slice(0, people);
    const weeks = Array.from({ length: WEEKS }, (_, week) =>
      stateOf(
        everybody,
        first,
        moves.filter((one) => one.week <= week),
      ),
    );
    return { weeks, stories };
  });

function stateOf(
  everybody: readonly string[],
  first: readonly (readonly string[])[],
  moves: readonly { readonly person: string; readonly to: string }[],
) {
  const here = new Set(everybody);
  const members = new Map(TEAMS.slice(0, first.length).map((team, at) => [team, new Set(first[at])]));
  for (const { person, to } of moves) {
    if (to === 'out') here.delete(person);
    else here.add(person);
    if (to === 'nowhere') for (const team of members.values()) team.delete(person);
    members.get(to)?.add(person);
  }
  const teams = [...members].map(([id, people]) => ({
    id,
    name: id,
    connection: 'c',
    group: id,
    members: [...people].filter((person) => here.has(person)),
  }));
  return { here: [...here], teams };
}

type Planned = { readonly week: string; readonly plan: PulsePlan; readonly here: readonly string[] };

/** Whose figures are shown each week: what people did has no part in it. */
function plansOf({ weeks }: Company): readonly Planned[] {
  const drawn = new Map<string, Cohort>();
  let week = FIRST;
  return weeks.map(({ here, teams }) => {
    const cohorts = [...drawn.values()].filter(({ span }) => span === spanOf(week));
    const now = startOf(nextWeek(week), timeZone);
    const plan = planPulse({ week, now, timeZone, everyone: here, teams, cohorts });
    for (const one of plan.withheld) drawn.set(`${one.team} ${one.span}`, { ...one, withheld: true });
    for (const one of plan.drawn) drawn.set(`${one.team} ${one.span}`, { ...one, withheld: false });
    const planned = { week, plan, here };
    week = nextWeek(week);
    return planned;
  });
}

type Shown = {
  readonly week: string;
  readonly team: string | null;
  readonly figures: WeekFigures | null;
  readonly month: MonthFigures | null;
};

/** Everything that is shown of a week. */
function shown({ week, plan, here }: Planned, index: number, stories: readonly Told[]): readonly Shown[] {
  const groups = [...(plan.organization ? [null] : []), ...plan.cohorts];
  const span = index - ((index + 3) % 4);
  const counts = groups.map((cohort): Count => {
    const among = (person: string) => cohort?.people.includes(person) ?? here.includes(person);
    const about = stories.filter(({ heroes }) => cohort === null || heroes.some(among));
    const own = about.filter((story) => story.week === index);
    const wins = own.filter(({ win }) => win).length;
    const within = stories.filter((story) => story.week >= span && story.week <= index);
    return {
      cohort,
      week: { wins, recoveries: own.length - wins, customersWords: 0, ...none },
      month: {
        seen: new Set(within.flatMap(({ heroes }) => heroes).filter(among)).size,
        tellers: new Set(within.map(({ teller }) => teller).filter(among)).size,
        touchpoints: 0,
        covered: 0,
        days: [],
      },
    };
  });
  const command = {
    type: 'take-pulse',
    key: week,
    at: startOf(nextWeek(week), timeZone),
    organization: 'o',
    week,
  } as const;
  const monthly = counts.map((one) =>
    one.cohort === null || plan.monthly.includes(one.cohort) ? one : { ...one, month: null },
  );
  const { facts } = takePulse({
    command,
    plan,
    people: here.length,
    counts: monthly,
    before: [],
    isLast: false,
    tell: [],
  });
  return facts.flatMap((fact) => (fact.type === 'week-counted' && fact.figures ? [fact] : []));
}

/** The fewest people, but not none, that any sums and differences of figures of these groups can be about. */
function fewestBetween(groups: readonly (readonly string[])[], everyone: readonly string[]): number {
  let fewest = everyone.length;
  for (let choice = 0; choice < 3 ** groups.length; choice += 1) {
    const factors = groups.map((_, at) => (Math.floor(choice / 3 ** at) % 3) - 1);
    const weights = everyone.map((person) =>
      groups.reduce((sum, group, at) => sum + (group.includes(person) ? (factors[at] ?? 0) : 0), 0),
    );
    const about = weights.filter((weight) => weight !== 0).length;
    if (about > 0) fewest = Math.min(fewest, about);
  }
  return fewest;
}

test('no figures added to or taken from each other are about fewer than five people who are still here', () => {
  fc.assert(
    fc.property(company, (one) => {
      for (const { plan, here } of plansOf(one)) {
        const groups = [...(plan.organization ? [here] : []), ...plan.cohorts.map(({ people }) => people)];
        if (groups.length > 0) expect(fewestBetween(groups, here)).toBeGreaterThanOrEqual(5);
      }
    }),
    { numRuns: 200 },
  );
});

test('the same attack finds somebody where teams are only looked at one by one', () => {
  const everyone = names.slice(0, 12);
  const phones = everyone.slice(0, 6);
  expect(fewestBetween([everyone, phones, everyone.slice(0, 5)], everyone)).toBe(1);
  expect(fewestBetween([everyone, everyone.slice(0, 11)], everyone)).toBe(1);
});

test('whoever did something in a week, it may as well have been one of four others', () => {
  fc.assert(
    fc.property(company, (one) => {
      for (const [index, planned] of plansOf(one).entries()) {
        if (!planned.plan.organization) continue;
        const { here } = planned;
        const weekly = (stories: readonly Told[]) =>
          JSON.stringify(shown(planned, index, stories).map(({ team, figures }) => [team, figures]));
        const now = weekly(one.stories);
        for (const person of here) {
          const alike = here.filter((other) => weekly(swapped(one.stories, person, other)) === now);
          expect(alike.length).toBeGreaterThanOrEqual(5);
        }
      }
    }),
    { numRuns: 8 },
  );
});

test('nor do all figures of four weeks together tell who of five it was', () => {
  fc.assert(
    fc.property(company, (one) => {
      const plans = plansOf(one);
      for (const from of [1, 5]) {
        const span = plans.slice(from, from + 4);
        const always = (span[0]?.here ?? []).filter((person) => span.every(({ here }) => here.includes(person)));
        const all = (stories: readonly Told[]) =>
          JSON.stringify(span.map((planned, at) => shown(planned, from + at, stories)));
        const now = all(one.stories);
        if (span.some(({ plan }) => !plan.organization)) continue;
        for (const person of always) {
          const alike = span[0]?.here.filter((other) => all(swapped(one.stories, person, other)) === now) ?? [];
          expect(alike.length).toBeGreaterThanOrEqual(5);
        }
      }
    }),
    { numRuns: 6 },
  );
});

/** The same stories, but that two people have done what the other did. */
function swapped(stories: readonly Told[], one: string, other: string): readonly Told[] {
  const swap = (person: string) => (person === one ? other : person === other ? one : person);
  return stories.map((story) => ({ ...story, teller: swap(story.teller), heroes: story.heroes.map(swap) }));
}

test('who joins or leaves a team is counted with it from the next four weeks on, never from one week to the next', () => {
  fc.assert(
    fc.property(company, (one) => {
      const counted = new Map<string, string>();
      for (const { plan } of plansOf(one)) {
        for (const { team, span, people } of plan.cohorts) {
          const key = `${team} ${span}`;
          expect(counted.get(key) ?? people.join()).toBe(people.join());
          counted.set(key, people.join());
        }
      }
    }),
  );
});
