import type { View } from '../views.ts';
import type { Announcement } from './decision.ts';
import type { Person } from './organization.ts';

/** Tells each admin of a trouble, by direct message. */
export function tellAdmins(people: readonly Person[], trouble: string, view: View): readonly Announcement[] {
  return people
    .filter((person) => person.admin && person.active)
    .map((admin) => ({ to: { kind: 'person', person: admin.id }, about: { kind: 'trouble', id: trouble }, view }));
}
