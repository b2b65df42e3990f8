import type { ChosenTeam, Cohort } from '../../pulse.ts';

/** No figure is told of fewer people, nor of fewer that are left when one figure is taken from another. */
export const FEWEST = 5;

/** A group of people whose figures are told. */
type Group = { readonly people: readonly string[] };

/**
 * Those who are together in exactly the same of these groups. Whatever is told of the groups and of everyone tells
 * nobody within a cell from another: so a cell must be no smaller than the fewest, also that of everyone in no group.
 */
function cellsOf(groups: readonly Group[], everyone: readonly string[]): Map<string, string[]> {
  const members = groups.map(({ people }) => new Set(people));
  return Map.groupBy(everyone, (person) => members.map((group) => Number(group.has(person))).join(''));
}

function areLarge(cells: Map<string, string[]>): boolean {
  return [...cells.values()].every((people) => people.length >= FEWEST);
}

/** Whether one more group may be told of beside these. */
export function mayJoin(groups: readonly Group[], one: Group, everyone: readonly string[]): boolean {
  const here = new Set(everyone);
  return (
    one.people.filter((person) => here.has(person)).length >= FEWEST && areLarge(cellsOf([...groups, one], everyone))
  );
}

/** Of these groups, drawn together, those that may not be told of any more: somewhere too few are left by now. */
export function grownSmall<One extends Group>(groups: readonly One[], everyone: readonly string[]): readonly One[] {
  const here = new Set(everyone);
  // Who has left still tells where a cell was: it has grown small, not gone.
  const ever = [...new Set([...everyone, ...groups.flatMap(({ people }) => people)])];
  let told = groups;
  while (told.length > 0) {
    const cells = [...cellsOf(told, ever).values()];
    const small = cells.find((people) => people.filter((person) => here.has(person)).length < FEWEST);
    if (small === undefined) break;
    const [anybody = ''] = small;
    // Those of a small cell join their neighbours once no group tells them apart; outside all groups there is no other way.
    const others = told.filter(({ people }) => !people.includes(anybody));
    told = others.length < told.length ? others : [];
  }
  return groups.filter((group) => !told.includes(group));
}

/** Chosen teams that are counted anew from a week on, beside those that are already. */
export function joining(
  teams: readonly ChosenTeam[],
  counted: readonly Cohort[],
  everyone: readonly string[],
): readonly (Group & Pick<Cohort, 'team'>)[] {
  const drawn: (Group & Pick<Cohort, 'team'>)[] = [];
  for (const { id, members } of teams) {
    if (counted.some(({ team }) => team === id)) continue;
    const one = { team: id, people: members };
    if (mayJoin([...counted, ...drawn], one, everyone)) drawn.push(one);
  }
  return drawn;
}
