import type { Obstacle, ReleaseObstacle, TakeObstacle } from '../obstacles.ts';
import { answer, refuse } from './answer.ts';
import type { Decision } from './decision.ts';
import { type Managing, offersTo, revise, shown, tell } from './obstacle-news.ts';
import type { Person } from './organization.ts';
import { named } from './story-heroes.ts';

type Known<Asked> = {
  readonly command: Asked;
  readonly person: Person;
  readonly obstacle: Obstacle | null;
};

/** Whoever says yes owns it, the first who does; a second learns who. Those who wait on it hear that somebody is on it. */
export function takeObstacle({
  command,
  person,
  obstacle,
  waiting,
  ownerIsHere,
}: Known<TakeObstacle> & {
  readonly waiting: readonly string[];
  /** False when whoever owns it has left: then it is free. */
  readonly ownerIsHere: boolean;
}): Decision {
  if (obstacle === null) return refuse({ reason: 'obstacle-unknown' });
  const { now } = obstacle;
  if (now.state === 'cleared') return answer(shown(obstacle, 'looked-at', offersTo(obstacle, person)));
  if (now.state === 'owned' && now.owner.person === person.id) {
    return answer(shown(obstacle, 'yours', offersTo(obstacle, person)));
  }
  if (now.state === 'owned' && ownerIsHere) return refuse({ reason: 'obstacle-owned', owner: now.owner });
  const { at } = command;
  const owned: Obstacle = { ...obstacle, now: { state: 'owned', owner: named(person), at } };
  const others = waiting.filter((one) => one !== person.id);
  return {
    reply: shown(owned, 'yours', offersTo(owned, person)),
    facts: [{ type: 'obstacle-changed', organization: person.organization, at, obstacle: owned }],
    announce: [revise(owned, 'owned'), ...tell(others, owned, 'owned', { at, offers: [] })],
  };
}

/** Its owner gives it back, or somebody who manages does for them; those who manage hear that it waits again. */
export function releaseObstacle({
  command,
  person,
  obstacle,
  managing,
}: Known<ReleaseObstacle> & { readonly managing: Managing }): Decision {
  if (obstacle === null) return refuse({ reason: 'obstacle-unknown' });
  const { now } = obstacle;
  if (now.state !== 'owned') return answer(shown(obstacle, 'looked-at', offersTo(obstacle, person)));
  if (!mayActFor(person, now.owner.person)) return refuse({ reason: 'not-the-owner', owner: now.owner });
  const { at } = command;
  const released: Obstacle = { ...obstacle, now: { state: 'reported' } };
  const others = managing.filter((one) => one !== person.id);
  return {
    reply: shown(released, 'released', offersTo(released, person)),
    facts: [{ type: 'obstacle-changed', organization: person.organization, at, obstacle: released }],
    announce: [revise(released, 'new'), ...tell(others, released, 'released', { at, offers: ['take'] })],
  };
}

/** An obstacle is its owner's to move; somebody who manages may for them. */
export function mayActFor(person: Person, owner: string): boolean {
  return person.id === owner || person.manager || person.admin;
}
