import type { Identity } from '../commands.ts';
import type { Named, Refusal } from '../views.ts';
import type { Person } from './organization.ts';

/** Most heroes of one story: a whole department can be thanked, a flood cannot. */
const HERO_LIMIT = 50;

export type Mentioned = { readonly identity: Identity; readonly person: Person | null };

/**
 * The heroes of a story by `teller`: each person once, in the order named, without the teller and without bots. A
 * refusal when nobody is left, somebody is not known or somebody has left the company.
 */
export function heroesFrom(mentioned: readonly Mentioned[], teller: Person): readonly Named[] | Refusal {
  const humans = humansAmong(mentioned, teller);
  if (isRefusal(humans)) return humans;
  return asHeroes(humans.filter((person) => person.id !== teller.id));
}

/**
 * The heroes of a customer's words that `settler` settles. A customer may praise the settler beside others; on their
 * own, settlers do not put themselves on the stage: somebody else has to.
 */
export function heroesPraised(mentioned: readonly Mentioned[], settler: Person): readonly Named[] | Refusal {
  const humans = humansAmong(mentioned, settler);
  if (isRefusal(humans)) return humans;
  return asHeroes(humans.some((person) => person.id !== settler.id) ? humans : []);
}

function humansAmong(mentioned: readonly Mentioned[], by: Person): readonly Person[] | Refusal {
  if (mentioned.length === 0) return { type: 'refusal', reason: 'no-hero-named' };
  const unknown = mentioned.find((one) => one.person === null || one.person.organization !== by.organization);
  if (unknown) return { type: 'refusal', reason: 'person-unknown', name: unknown.identity.user };
  const people = new Map(mentioned.flatMap(({ person }) => (person ? [[person.id, person]] : [])));
  const left = [...people.values()].find((person) => !person.active);
  if (left) return { type: 'refusal', reason: 'person-deactivated', name: left.name };
  const humans = [...people.values()].filter((person) => person.kind === 'human');
  return humans.length === 0 ? { type: 'refusal', reason: 'only-bots' } : humans;
}

function asHeroes(people: readonly Person[]): readonly Named[] | Refusal {
  if (people.length === 0) return { type: 'refusal', reason: 'only-yourself' };
  if (people.length > HERO_LIMIT) {
    return { type: 'refusal', reason: 'too-many-heroes', limit: HERO_LIMIT, named: people.length };
  }
  return people.map(named);
}

export function named(person: Person): Named {
  return { person: person.id, name: person.name };
}

/** Whether a list of people turned out to be a refusal. */
export function isRefusal(people: readonly unknown[] | Refusal): people is Refusal {
  return 'reason' in people;
}

/** Whether two stories are about the same people, in any order. */
export function sameHeroes(one: readonly Named[], other: readonly Named[]): boolean {
  const people = new Set(one.map((hero) => hero.person));
  return people.size === other.length && other.every((hero) => people.has(hero.person));
}
