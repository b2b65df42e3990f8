import type { Identity } from '../../src/commands.ts';
import type { Person } from '../../src/recognition/organization.ts';
import type { Mentioned } from '../../src/recognition/story-heroes.ts';

/** Somebody of the organization `o`; `different` says what matters to a test. */
export function samplePerson(name: string, different: Partial<Person> = {}): Person {
  const id = name.toLowerCase();
  return { id, organization: 'o', name, email: null, kind: 'human', manager: false, admin: false, ...different };
}

export const ana = samplePerson('Ana');
export const ben = samplePerson('Ben');
export const chloe = samplePerson('Chloe');
export const dana = samplePerson('Dana', { manager: true });
export const eva = samplePerson('Eva', { admin: true });
export const robot = samplePerson('Robot', { kind: 'bot' });
export const stranger = samplePerson('Stranger', { organization: 'another' });

export function identityOf(person: Person): Identity {
  return { connection: 'c', user: `user of ${person.id}` };
}

export function mentioned(...people: readonly Person[]): readonly Mentioned[] {
  return people.map((person) => ({ identity: identityOf(person), person }));
}
