import type { View } from '../views.ts';
import { refuse } from './answer.ts';
import type { Person } from './organization.ts';
import { named } from './story-heroes.ts';

/** Who is meant by a name, a mail address or an id; the refusal when that is nobody or might be several. */
export function findPerson(typed: string, people: readonly Person[]): Person | View {
  const wanted = folded(typed.replace(/^@/, ''));
  const exactly = people.filter(({ id, name, email }) => id === wanted || email === wanted || folded(name) === wanted);
  const fitting = exactly.length > 0 ? exactly : people.filter(({ name }) => folded(name).split(' ').includes(wanted));
  const [only, ...others] = fitting;
  if (only === undefined || wanted === '') return refuse({ reason: 'person-unknown', name: typed }).reply;
  if (others.length === 0) return only;
  return refuse({ reason: 'name-ambiguous', name: typed, people: fitting.map(named) }).reply;
}

function folded(name: string): string {
  return name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}
