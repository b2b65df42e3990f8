import type { Named } from '../../src/views.ts';
import { fields } from '../../src/wording/labels.ts';
import type { Again } from './asked.ts';
import type { Chosen, Seen } from './card.ts';
import type { Part } from './form-fault.ts';
import { peopleField } from './inputs.ts';
import { chosenIn, typedIn } from './submitted.ts';
import { FIELDS } from './verbs.ts';

/** Who was in it: those who stand there already, those offered, and names typed by hand. */
export function heroesPart(chosen: readonly Chosen[], seen: Seen, again: Again | null): Part {
  return {
    field: FIELDS.heroes,
    elements: peopleField(
      {
        name: FIELDS.heroes,
        label: fields.heroes,
        typed: FIELDS.typedHeroes,
        typedNames: again === null ? '' : typedIn(again.typed, FIELDS.typedHeroes),
        chosen: again === null ? chosen.map(({ user }) => user) : chosenIn(again.typed, FIELDS.heroes),
        offered: once([...chosen, ...meant(again, seen), ...seen.colleagues]),
      },
      seen,
    ),
  };
}

/** After a name that could be several people, those can be chosen. */
function meant(again: Again | null, seen: Seen): readonly Chosen[] {
  if (again === null || again.no.type === 'slip') return [];
  return again.no.reason === 'name-ambiguous' ? asChosen(again.no.people, seen) : [];
}

/** Those whom Teams knows. */
export function asChosen(people: readonly Named[], { userOf }: Pick<Seen, 'userOf'>): readonly Chosen[] {
  return people.flatMap(({ person, name }) => {
    const user = userOf(person);
    return user === null ? [] : [{ user, name }];
  });
}

export function once(people: readonly Chosen[]): readonly Chosen[] {
  return [...new Map(people.map((one) => [one.user, one])).values()];
}
