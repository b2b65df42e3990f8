import type { Identity, Instant } from '../src/commands.ts';
import type { Fact } from '../src/recognition/decision.ts';
import type { Asker, Person } from '../src/recognition/organization.ts';
import { flag, type Row, type Statements, text, textOrNull } from './database.ts';
import { toAnnounce } from './organizations.ts';

const PERSON = 'p.id, p.organization, p.name, p.email, p.kind, p.manager, p.admin, p.active, p.guest';

// Asked with each command, so that the text is put together once: it is also what the statement is found again by.
const BY_IDENTITY = `SELECT ${PERSON} FROM people p
  WHERE p.id = (SELECT i.person FROM identities i WHERE i.connection = ? AND i.platform_user = ?)`;
const ASKER = `SELECT ${PERSON}, o.announce, EXISTS (SELECT 1 FROM ideas e WHERE e.organization = o.id) AS ideas,
  EXISTS (SELECT 1 FROM touchpoints k WHERE k.organization = o.id AND k.removed_at IS NULL) AS touchpoints,
  EXISTS (SELECT 1 FROM people u WHERE u.organization = o.id AND u.unnamed = 1) AS hides
  FROM identities i JOIN people p ON p.id = i.person JOIN organizations o ON o.id = p.organization
  WHERE i.connection = ? AND i.platform_user = ?`;

export async function personByIdentity(handle: Statements, { connection, user }: Identity): Promise<Person | null> {
  const row = await handle.one(BY_IDENTITY, connection, user);
  return row ? toPerson(row) : null;
}

/** A person with what of their organization's settings a command needs: one look for both. */
export async function askerByIdentity(handle: Statements, { connection, user }: Identity): Promise<Asker | null> {
  const row = await handle.one(ASKER, connection, user);
  return row
    ? {
        person: toPerson(row),
        announce: toAnnounce(row),
        ideas: flag(row, 'ideas'),
        touchpoints: flag(row, 'touchpoints'),
        hides: flag(row, 'hides'),
      }
    : null;
}

export async function personByEmail(handle: Statements, organization: string, email: string): Promise<Person | null> {
  const row = await handle.one(
    `SELECT ${PERSON} FROM people p WHERE p.organization = ? AND p.email = ?`,
    organization,
    email.toLowerCase(),
  );
  return row ? toPerson(row) : null;
}

type PersonThere = Person & { readonly user: string };

const THERE = `SELECT ${PERSON}, i.platform_user, i.active AS active_there
  FROM identities i JOIN people p ON p.id = i.person WHERE i.connection = ?`;

/** Everybody that one connection knows, by name. */
export async function peopleOnConnection(handle: Statements, connection: string): Promise<readonly PersonThere[]> {
  const rows = await handle.all(`${THERE} ORDER BY p.name, p.id`, connection);
  return rows.map(toPersonThere);
}

export async function personThere(handle: Statements, { connection, user }: Identity): Promise<PersonThere | null> {
  const row = await handle.one(`${THERE} AND i.platform_user = ?`, connection, user);
  return row ? toPersonThere(row) : null;
}

function toPersonThere(row: Row): PersonThere {
  return { ...toPerson(row), active: flag(row, 'active_there'), user: text(row, 'platform_user') };
}

/** Everybody but those erased. */
export async function peopleOf(handle: Statements, organization: string): Promise<readonly Person[]> {
  const rows = await handle.all(
    `SELECT ${PERSON} FROM people p WHERE p.organization = ?
       AND p.id NOT IN (SELECT o.nobody FROM organizations o WHERE o.nobody IS NOT NULL)
       AND p.id NOT IN (SELECT s.person FROM sweeps s WHERE s.done_at IS NULL AND s.kind = 'erase')
     ORDER BY p.name`,
    organization,
  );
  return rows.map(toPerson);
}

export async function identitiesOf(handle: Statements, person: string): Promise<readonly Identity[]> {
  return (await handle.all('SELECT connection, platform_user FROM identities WHERE person = ?', person)).map(
    toIdentity,
  );
}

export async function reachableAs(handle: Statements, person: string): Promise<readonly Identity[]> {
  const active = `SELECT i.connection, i.platform_user FROM identities i JOIN people p ON p.id = i.person AND p.active = 1
    WHERE i.person = ? AND i.active = 1`;
  return (await handle.all(active, person)).map(toIdentity);
}

function toIdentity(row: Row): Identity {
  return { connection: text(row, 'connection'), user: text(row, 'platform_user') };
}

/** Mail tells nothing of whether somebody is still here. */
export async function isActiveElsewhere(handle: Statements, person: string, but: Identity): Promise<boolean> {
  const row = await handle.one(
    `SELECT 1 FROM identities i JOIN connections c ON c.id = i.connection AND c.platform <> 'email'
     WHERE i.person = ? AND i.active = 1 AND NOT (i.connection = ? AND i.platform_user = ?)`,
    person,
    but.connection,
    but.user,
  );
  return row !== undefined;
}

export async function isDeactivated(handle: Statements, person: string): Promise<boolean> {
  return (await handle.one('SELECT 1 FROM people WHERE id = ? AND active = 0', person)) !== undefined;
}

export async function isAdminElsewhere(handle: Statements, person: string, but: Identity): Promise<boolean> {
  const row = await handle.one(
    'SELECT 1 FROM identities WHERE person = ? AND admin = 1 AND NOT (connection = ? AND platform_user = ?)',
    person,
    but.connection,
    but.user,
  );
  return row !== undefined;
}

type Met = Extract<Fact, { type: 'person-met' }>;

export async function writePerson(
  handle: Statements,
  { person, identity, adminThere, activeThere, at }: Met,
): Promise<void> {
  await handle.run(
    `INSERT INTO people (id, organization, name, email, kind, manager, admin, active, guest, met_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, email = excluded.email, kind = excluded.kind,
       manager = excluded.manager, admin = excluded.admin, active = excluded.active, guest = excluded.guest`,
    person.id,
    person.organization,
    person.name,
    person.email,
    person.kind,
    Number(person.manager),
    Number(person.admin),
    Number(person.active),
    Number(person.guest),
    at,
  );
  await handle.run(
    `INSERT INTO identities (organization, connection, platform_user, person, admin, active) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (connection, platform_user) DO UPDATE SET person = excluded.person, admin = excluded.admin,
       active = excluded.active`,
    person.organization,
    identity.connection,
    identity.user,
    person.id,
    Number(adminThere),
    Number(activeThere),
  );
}

export async function writeManager(handle: Statements, person: string, manager: boolean): Promise<void> {
  await handle.run('UPDATE people SET manager = ? WHERE id = ?', Number(manager), person);
}

export async function isWelcomed(handle: Statements, person: string): Promise<boolean> {
  const row = await handle.one('SELECT welcomed_at FROM people WHERE id = ?', person);
  return row !== undefined && textOrNull(row, 'welcomed_at') !== null;
}

export async function writeWelcome(handle: Statements, person: string, at: Instant): Promise<void> {
  await handle.run('UPDATE people SET welcomed_at = ? WHERE id = ?', at, person);
}

function toPerson(row: Row): Person {
  return {
    id: text(row, 'id'),
    organization: text(row, 'organization'),
    name: text(row, 'name'),
    email: textOrNull(row, 'email'),
    kind: text(row, 'kind') === 'bot' ? 'bot' : 'human',
    manager: flag(row, 'manager'),
    admin: flag(row, 'admin'),
    active: flag(row, 'active'),
    guest: flag(row, 'guest'),
  };
}
