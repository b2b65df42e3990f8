import type { House } from '../house.ts';
import { findPerson } from '../recognition/find-person.ts';
import type { Person } from '../recognition/organization.ts';
import type { Output } from './command.ts';

/** Who is meant, among the people of all organizations; null when that is nobody or several, which is said then. */
export async function personMeant({ ledger }: House, typed: string, out: Output): Promise<Person | null> {
  const people: Person[] = [];
  for (const { id } of await ledger.read.organizations()) people.push(...(await ledger.read.peopleOf(id)));
  const found = findPerson(typed, people);
  if (!('type' in found)) return found;
  if (found.type !== 'refusal' || found.reason !== 'name-ambiguous') {
    out.problem(
      `Nobody here is called “${typed}”. Give a name as it stands in the chat, a mail address, or an id from herald export.`,
    );
    return null;
  }
  out.problem(`“${typed}” could be any of these. Give the address or the id of whom you mean.`);
  for (const { person } of found.people) {
    const one = people.find(({ id }) => id === person);
    out.problem(`  ${person}  ${one?.name ?? ''}  ${one?.email ?? 'no address known'}`);
  }
  return null;
}
