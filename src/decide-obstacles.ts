import { randomUUID, randomUUIDv7 } from 'node:crypto';
import type { Identity } from './asked.ts';
import type { Obstacle, ObstacleCommand, RaiseObstacles, ReportObstacle } from './obstacles.ts';
import { placed } from './placed.ts';
import type { Reading } from './ports.ts';
import { refuse } from './recognition/answer.ts';
import type { Bearing } from './recognition/bear-on-obstacles.ts';
import { clearObstacle, reopenObstacle } from './recognition/clear-obstacle.ts';
import type { Decision } from './recognition/decision.ts';
import { forgetCleared, removedBy } from './recognition/forget-cleared.ts';
import { joinWhatBroke, leaveObstacle, takeReportsBack } from './recognition/join-what-broke.ts';
import type { Managing } from './recognition/obstacle-news.ts';
import { dayThere, unownedBefore } from './recognition/obstacle-patience.ts';
import { isReached, type Organization, type Person } from './recognition/organization.ts';
import { releaseObstacle, takeObstacle } from './recognition/own-obstacle.ts';
import { raiseObstacles } from './recognition/raise-obstacles.ts';
import { reportObstacle } from './recognition/report-obstacle.ts';
import type { TellingDigest } from './recognition/revise-digest.ts';

/** Among so many of the newest open ones an alike one is looked for. */
const LOOKED_THROUGH = 200;
/** So many in one message; what is left comes the next morning. */
const RAISED_AT_ONCE = 10;

/** Loads what the rule of a person's command about an obstacle needs, and runs it. */
export async function decideObstacle(
  read: Reading,
  person: Person,
  command: Extract<ObstacleCommand, { readonly by: Identity }>,
): Promise<Decision> {
  const organization = await read.organization(person.organization);
  if (organization === null) return refuse({ reason: 'obstacle-unknown' });
  if (command.type === 'report-obstacle') return decideReport(read, organization, person, command);
  const obstacle = await read.obstacle(organization.id, command.obstacle);
  switch (command.type) {
    case 'take-obstacle': {
      const owner = obstacle?.now.state === 'owned' ? obstacle.now.owner.person : null;
      const ownerIsHere = owner !== null && !(await read.isDeactivated(owner));
      const waiting = await read.waitingOnObstacle(command.obstacle);
      return takeObstacle({ command, person, obstacle, waiting, ownerIsHere });
    }
    case 'release-obstacle':
      return releaseObstacle({ command, person, obstacle, managing: await managing(read, organization) });
    case 'clear-obstacle':
      return clearObstacle({ command, person, obstacle, waiting: await read.waitingOnObstacle(command.obstacle) });
    case 'reopen-obstacle':
      return reopenObstacle({ command, person, obstacle, managing: await managing(read, organization) });
    default:
      return command satisfies never;
  }
}

async function decideReport(
  read: Reading,
  organization: Organization,
  reporter: Person,
  command: ReportObstacle,
): Promise<Decision> {
  const mentioned: Person[] = [];
  for (const identity of command.mentions) {
    const person = await read.person(identity);
    if (person === null) return refuse({ reason: 'person-unknown', name: identity.user });
    if (person.kind === 'human') mentioned.push(person);
  }
  return reportObstacle({
    command: await placed(read, organization.id, command),
    id: command.named ? randomUUIDv7() : randomUUID(),
    reporter,
    colleagues: await read.peopleOf(organization.id),
    mentioned,
    open: await read.openObstacles(organization.id, LOOKED_THROUGH),
    concerned: command.named ? await concerning(read, reporter) : new Set(),
    managing: command.named ? await managing(read, organization) : [],
    day: dayThere(command.at, organization.schedule.timeZone),
  });
}

/** The open obstacles that somebody waits for by name, or is on. */
async function concerning(read: Reading, { id }: Person): Promise<ReadonlySet<string>> {
  const { waitedOn, owned } = await read.obstaclesOf(id, LOOKED_THROUGH);
  return new Set([...waitedOn, ...owned].map((obstacle) => obstacle.id));
}

/** What a decision about stories does to obstacles, decided along with it. */
export async function bearOnObstacles(
  read: Reading,
  decision: Decision,
  bearings: readonly Bearing[],
): Promise<Decision> {
  let whole = decision;
  const left = new Map<string, number>();
  for (const bearing of bearings) {
    if (bearing.bears === 'broke') {
      whole = await withWhatBroke(read, whole, bearing);
      continue;
    }
    const part = await read.obstacleOfStory(bearing.organization, bearing.story.id);
    if (part === null) continue;
    // Several stories of one obstacle may be taken back at once.
    const before = left.get(part.id) ?? 0;
    left.set(part.id, before + 1);
    whole = leaveObstacle(whole, bearing, { ...part, times: part.times - before });
  }
  return inDigestsToo(read, whole);
}

/** Takes back what somebody reported with their name, along with what a decision takes back already. */
export async function withReportsBack(
  read: Reading,
  decision: Decision,
  person: Person,
  back: { readonly at: string; readonly reported: readonly Obstacle[] },
): Promise<Decision> {
  return inDigestsToo(read, takeReportsBack(decision, person, back));
}

async function inDigestsToo(read: Reading, decision: Decision): Promise<Decision> {
  const tellings: TellingDigest[] = [];
  for (const { organization, obstacle } of removedBy(decision)) {
    const telling = await read.digestTellingObstacle(organization, obstacle);
    if (telling !== null) tellings.push(telling);
  }
  return forgetCleared(decision, tellings);
}

async function withWhatBroke(read: Reading, decision: Decision, bearing: Bearing): Promise<Decision> {
  const organization = await read.organization(bearing.organization);
  if (organization === null) return decision;
  return joinWhatBroke(decision, bearing, {
    id: randomUUIDv7(),
    colleagues: await read.peopleOf(organization.id),
    open: await read.openObstacles(organization.id, LOOKED_THROUGH),
    managing: await managing(read, organization),
  });
}

export async function decideRaising(read: Reading, command: RaiseObstacles): Promise<Decision> {
  const organization = await read.organization(command.organization);
  if (organization === null) return refuse({ reason: 'obstacle-unknown' });
  const today = dayThere(command.at, organization.schedule.timeZone);
  return raiseObstacles({
    command,
    managing: await managing(read, organization),
    fresh: await read.freshObstacles(organization.id, today, RAISED_AT_ONCE),
    long: await read.unownedObstacles(organization.id, unownedBefore(command.at), RAISED_AT_ONCE),
  });
}

/** Those who manage and whom a chat reaches, or else such admins. */
async function managing(read: Reading, organization: Organization): Promise<Managing> {
  const people = await read.peopleOf(organization.id);
  const here = people.filter(({ active, kind }) => active && kind === 'human');
  const managers = await reached(
    read,
    organization,
    here.filter(({ manager }) => manager),
  );
  if (managers.length > 0) return managers;
  return reached(
    read,
    organization,
    here.filter(({ admin }) => admin),
  );
}

async function reached(read: Reading, organization: Organization, people: readonly Person[]): Promise<Managing> {
  const ids: string[] = [];
  for (const { id } of people) if (isReached(organization, await read.reachableAs(id))) ids.push(id);
  return ids;
}
