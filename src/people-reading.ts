import type { Identity } from './commands.ts';
import type { Asker, Person } from './recognition/organization.ts';

/** What can be read of people: who they are, how each platform knows them, and what they may do. */
export interface PeopleReading {
  person(identity: Identity): Promise<Person | null>;
  /** Who asks, with what of their organization's settings a command needs. */
  asker(identity: Identity): Promise<Asker | null>;
  personByEmail(organization: string, email: string): Promise<Person | null>;
  /** Everybody that one connection knows, by name, with the platform's own user id; as active as they are there. */
  peopleOnConnection(connection: string): Promise<readonly (Person & { readonly user: string })[]>;
  /** Everybody but those erased. */
  peopleOf(organization: string): Promise<readonly Person[]>;
  /** A person's identities, on every connection that knows them. */
  identitiesOf(person: string): Promise<readonly Identity[]>;
  /** Those of them that their platform has not deactivated; none of somebody whom every platform has. */
  reachableAs(person: string): Promise<readonly Identity[]>;
  /** Who this is, as active as this identity is. */
  personThere(identity: Identity): Promise<(Person & { readonly user: string }) | null>;
  /** Whether the person has another account in a chat than this one that is not deactivated. */
  isActiveElsewhere(person: string, but: Identity): Promise<boolean>;
  /** Whether another identity than this one makes the person an admin. */
  isAdminElsewhere(person: string, but: Identity): Promise<boolean>;
  /** Whether every platform that knows this person has deactivated them. */
  isDeactivated(person: string): Promise<boolean>;
  /** Whether this person was greeted. */
  isWelcomed(person: string): Promise<boolean>;
}
