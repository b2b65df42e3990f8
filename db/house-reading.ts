import type { Reading } from '../src/ports.ts';
import type { Statements } from './database.ts';
import { clockAhead, connectionOrganization, isLost, organizationById, organizations } from './organizations.ts';
import {
  askerByIdentity,
  identitiesOf,
  isActiveElsewhere,
  isAdminElsewhere,
  isDeactivated,
  isWelcomed,
  peopleOf,
  peopleOnConnection,
  personByEmail,
  personByIdentity,
  personThere,
  reachableAs,
} from './people.ts';

/** Who is there, and over which connections: what doors ask for when they open. */
export function createHouseReading(handle: Statements) {
  return {
    person: (identity) => personByIdentity(handle, identity),
    asker: (identity) => askerByIdentity(handle, identity),
    personByEmail: (organization, email) => personByEmail(handle, organization, email),
    peopleOnConnection: (connection) => peopleOnConnection(handle, connection),
    peopleOf: (organization) => peopleOf(handle, organization),
    identitiesOf: (person) => identitiesOf(handle, person),
    organization: (id) => organizationById(handle, id),
    organizations: () => organizations(handle),
    connectionOrganization: (connection) => connectionOrganization(handle, connection),
    reachableAs: (person) => reachableAs(handle, person),
    personThere: (identity) => personThere(handle, identity),
    isActiveElsewhere: (person, but) => isActiveElsewhere(handle, person, but),
    isAdminElsewhere: (person, but) => isAdminElsewhere(handle, person, but),
    isDeactivated: (person) => isDeactivated(handle, person),
    isWelcomed: (person) => isWelcomed(handle, person),
    isLost: (connection) => isLost(handle, connection),
    clockAhead: (organization) => clockAhead(handle, organization),
  } satisfies Partial<Reading>;
}
