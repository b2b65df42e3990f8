import { randomUUIDv7 } from 'node:crypto';
import type {
  Command,
  ConnectionLost,
  ExpirePraise,
  ForwardPraise,
  Identity,
  MeetPeople,
  PlaceLost,
  PlanDigest,
  RemindInboxes,
  ReturnMail,
} from './commands.ts';
import type { PutIdeasForward } from './ideas.ts';
import type { Reading } from './ports.ts';
import type { PulseCommand } from './pulse.ts';
import { refuse } from './recognition/answer.ts';
import type { Decision } from './recognition/decision.ts';
import { below, CLEARED_TOLD, IDEAS_TOLD } from './recognition/digest-below.ts';
import { expirePraise, keptSince } from './recognition/expire-praise.ts';
import { hideUnnamed } from './recognition/hide-unnamed.ts';
import { keepAddress, meetPeople, openConnection } from './recognition/house.ts';
import { loseConnection } from './recognition/lose-connection.ts';
import { findPlace, losePlace, movePlace } from './recognition/lose-place.ts';
import { openMailbox } from './recognition/open-mailbox.ts';
import type { Organization, Person } from './recognition/organization.ts';
import { planDigest } from './recognition/plan-digest.ts';
import { type Reachable, remindInboxes, unremindedBefore } from './recognition/remind-inboxes.ts';

import { unansweredBefore } from './recognition/unanswered-ideas.ts';

/** What a platform, the schedule or an operator says, rather than a person in a chat. */
type HouseCommand = Exclude<Command, { readonly by: Identity } | ForwardPraise | ReturnMail | PulseCommand>;

/** Loads what the rule of a command needs that nobody in a chat asked for, and runs it. */
export async function decideHouse(read: Reading, organization: string, command: HouseCommand): Promise<Decision> {
  const decision = await decideFor(read, organization, command);
  return decision.announce.length === 0 ? decision : hideUnnamed(decision, await read.unnamed(organization));
}

async function decideFor(read: Reading, organization: string, command: HouseCommand): Promise<Decision> {
  switch (command.type) {
    case 'open-connection':
      return openConnection({
        command,
        known: await read.organization(organization),
        people: await read.peopleOf(organization),
        parked: await read.parked(organization),
      });
    case 'open-mailbox': {
      const known = await read.organization(organization);
      return openMailbox({ command, organization: known });
    }
    case 'connection-lost':
      return decideConnectionLost(read, organization, command);
    case 'place-lost':
      return decidePlaceLost(read, organization, command);
    case 'place-found':
      return findPlace(command, organization);
    case 'place-moved':
      return movePlace(command, organization);
    case 'keep-address':
      return keepAddress(command, organization);
    case 'meet-people':
      return decideMeetPeople(read, organization, command);
    case 'plan-digest':
      return decidePlanDigest(read, command);
    case 'remind-inboxes':
      return decideRemindInboxes(read, organization, command);
    case 'put-ideas-forward':
      return decidePutForward(read, organization, command);
    case 'keep-praise-for': {
      const { keepPraiseFor } = await import('./recognition/change-settings.ts');
      const known = await read.organization(organization);
      return known === null ? refuse({ reason: 'person-unknown', name: '' }) : keepPraiseFor(command, known);
    }
    case 'expire-praise':
      return decideExpirePraise(read, organization, command);
    case 'raise-obstacles': {
      const { decideRaising } = await import('./decide-obstacles.ts');
      return decideRaising(read, command);
    }
    case 'erase-by-operator': {
      const { decideErasing } = await import('./decide-privacy.ts');
      return decideErasing(read, organization, null, command);
    }
    default:
      return command satisfies never;
  }
}

async function decideConnectionLost(read: Reading, organization: string, command: ConnectionLost): Promise<Decision> {
  const facts = await read.organization(organization);
  const others = facts?.connections.filter((one) => one.id !== command.connection && one.lost === null) ?? [];
  // Mail is taken in, not sent.
  const open = new Set(others.filter((one) => one.platform !== 'email').map((one) => one.id));
  const reached: Person[] = [];
  for (const person of await read.peopleOf(organization)) {
    if (!person.admin) continue;
    const identities = await read.reachableAs(person.id);
    if (identities.some(({ connection }) => open.has(connection))) reached.push(person);
  }
  return loseConnection({ command, organization: facts, reached });
}

async function decidePlaceLost(read: Reading, id: string, command: PlaceLost): Promise<Decision> {
  const organization = await read.organization(id);
  if (organization === null) return refuse({ reason: 'person-unknown', name: '' });
  const { connection, channel } = command;
  const waiting = await read.waitingAt({ kind: 'channel', connection, channel });
  return losePlace({ command, organization, waiting, people: await read.peopleOf(id) });
}

async function decidePlanDigest(read: Reading, command: PlanDigest): Promise<Decision> {
  const organization = await read.organization(command.organization);
  if (organization === null) throw new Error(`There is no organization ${command.organization} to plan a digest for.`);
  const existing = await read.digestOfWeek(organization.id, command.week);
  const last = await read.lastDigestBefore(organization.id, command.week);
  const untold = await read.untoldWins(organization.id);
  const ideas = await read.untoldIdeas(organization.id, IDEAS_TOLD);
  const cleared = await read.untoldCleared(organization.id, CLEARED_TOLD);
  // Thousands of wins take a while to read and again to plan: in between, people are answered.
  await new Promise((resolve) => setImmediate(resolve));
  return planDigest({
    command,
    id: randomUUIDv7(),
    organization,
    existing,
    last,
    untold,
    below: below({ ideas, cleared }),
  });
}

/** So many at once: what is left comes with the next look. */
const AT_ONCE = 100;

async function decideRemindInboxes(read: Reading, id: string, command: RemindInboxes): Promise<Decision> {
  const organization = await read.organization(id);
  if (organization === null) return refuse({ reason: 'person-unknown', name: '' });
  const waiting = await read.unremindedPraise(id, unremindedBefore(command.at), AT_ONCE);
  const owners = new Set(waiting.map(({ forwarder }) => forwarder));
  const people = waiting.length === 0 ? [] : await reachable(read, organization, owners);
  return remindInboxes({ command, organization, waiting, people });
}

async function decidePutForward(read: Reading, id: string, command: PutIdeasForward): Promise<Decision> {
  const { putIdeasForward } = await import('./recognition/put-ideas-forward.ts');
  const organization = await read.organization(id);
  if (organization === null) return refuse({ reason: 'person-unknown', name: '' });
  const waiting = await read.unansweredIdeas(id, unansweredBefore(command.at), AT_ONCE);
  const people = waiting.length === 0 ? [] : await reachable(read, organization, new Set());
  return putIdeasForward({ command, waiting, people });
}

/** Those who manage, the admins and these, with whether any chat reaches them. */
async function reachable(
  read: Reading,
  { id, connections }: Organization,
  also: ReadonlySet<string>,
): Promise<readonly Reachable[]> {
  const chats = connections.filter(({ platform, lost }) => platform !== 'email' && lost === null);
  const people: Reachable[] = [];
  for (const person of await read.peopleOf(id)) {
    if (!(person.manager || person.admin || also.has(person.id))) continue;
    const identities = await read.reachableAs(person.id);
    people.push({ person, reached: identities.some(({ connection }) => chats.some((chat) => chat.id === connection)) });
  }
  return people;
}

async function decideExpirePraise(read: Reading, id: string, command: ExpirePraise): Promise<Decision> {
  const organization = await read.organization(id);
  if (organization === null) return refuse({ reason: 'person-unknown', name: '' });
  const { praiseDays } = organization;
  const settled = await read.settledBefore(id, keptSince(command.at, praiseDays), AT_ONCE);
  return expirePraise({ command, praiseDays, settled });
}

async function decideMeetPeople(read: Reading, organization: string, command: MeetPeople): Promise<Decision> {
  const known = [];
  for (const { user, email } of command.people) {
    const byIdentity = await read.person({ connection: command.connection, user });
    const byEmail = email === null ? null : await read.personByEmail(organization, email);
    const person = byIdentity ?? byEmail;
    const identity = { connection: command.connection, user };
    const adminElsewhere = person !== null && (await read.isAdminElsewhere(person.id, identity));
    const activeElsewhere = person !== null && (await read.isActiveElsewhere(person.id, identity));
    known.push({ byIdentity, byEmail, adminElsewhere, activeElsewhere, newId: randomUUIDv7() });
  }
  return meetPeople({ command, organization, known });
}
