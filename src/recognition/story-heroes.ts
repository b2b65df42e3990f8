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
  if (mentioned.length === 0) return { type: 'refusal', reason: 'no-hero-named' };
  const unknown = mentioned.find((one) => one.person === null || one.person.organization !== teller.organization);
  if (unknown) return { type: 'refusal', reason: 'person-unknown', name: unknown.identity.user };
  const people = new Map(mentioned.flatMap(({ person }) => (person ? [[person.id, person]] : [])));
  const left = [...people.values()].find((person) => !person.active);
  if (left) return { type: 'refusal', reason: 'person-deactivated', name: left.name };
  const humans = [...people.values()].filter((person) => person.kind === 'human');
  const heroes = humans.filter((person) => person.id !== teller.id);
  if (humans.length === 0) return { type: 'refusal', reason: 'only-bots' };
  if (heroes.length === 0) return { type: 'refusal', reason: 'only-yourself' };
  if (heroes.length > HERO_LIMIT) {
    return { type: 'refusal', reason: 'too-many-heroes', limit: HERO_LIMIT, named: heroes.length };
  }
  return heroes.map(named);
}

export function named(person: Person): Named {
  return { person: person.id, name: person.name };
}

/** Whether a list of heroes turned out to be a refusal. */
export function isRefusal(heroes: readonly Named[] | Refusal): heroes is Refusal {
  return 'reason' in heroes;
}

/** Whether two stories are about the same people, in any order. */
export function sameHeroes(one: readonly Named[], other: readonly Named[]): boolean {
  const people = new Set(one.map((hero) => hero.person));
  return people.size === other.length && other.every((hero) => people.has(hero.person));
}
