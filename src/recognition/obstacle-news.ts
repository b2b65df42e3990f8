import type { Instant } from '../commands.ts';
import type { Obstacle, ObstacleNews, ObstacleOffer, ObstacleView } from '../obstacles.ts';
import type { Announcement } from './decision.ts';

/** Those who manage, or else the admins: the people whom a chat reaches and before whom obstacles are put. */
export type Managing = readonly string[];

type Shown = Extract<ObstacleView, { type: 'obstacle' }>;

/** An obstacle as one reader is shown it, with what they can do. */
export function shown(obstacle: Obstacle, news: ObstacleNews, offers: readonly ObstacleOffer[]): Shown {
  return { type: 'obstacle', news, obstacle, offers };
}

/** What somebody who comes across an obstacle can do. */
export function offersTo(
  { now }: Obstacle,
  person: { readonly id: string; readonly manager: boolean; readonly admin: boolean },
): readonly ObstacleOffer[] {
  const manages = person.manager || person.admin;
  if (now.state === 'cleared') return ['reopen'];
  if (now.state === 'reported') return manages ? ['take', 'clear'] : ['take'];
  if (now.owner.person === person.id) return ['clear', 'release'];
  return manages ? ['clear'] : [];
}

/** Puts a new obstacle before those who manage; the message is kept up to date. */
export function putBefore(managing: Managing, obstacle: Obstacle): readonly Announcement[] {
  return managing.map((person) => ({
    to: { kind: 'person', person },
    about: { kind: 'obstacle', id: obstacle.id },
    view: shown(obstacle, 'new', ['take']),
  }));
}

/** Brings what stands before those who manage up to date. */
export function revise(obstacle: Obstacle, news: ObstacleNews): Announcement {
  const offers: readonly ObstacleOffer[] = obstacle.now.state === 'reported' ? ['take'] : [];
  const about = { kind: 'obstacle', id: obstacle.id } as const;
  return { to: 'wherever-it-stands', about, view: shown(obstacle, news, offers) };
}

/** News of an obstacle, as a message of its own: an edited one would make no sound. */
export function tell(
  people: readonly string[],
  obstacle: Obstacle,
  news: ObstacleNews,
  { at, offers }: { readonly at: Instant; readonly offers: readonly ObstacleOffer[] },
): readonly Announcement[] {
  return [...new Set(people)].map((person) => ({
    to: { kind: 'person', person },
    about: { kind: 'obstacle-news', id: `${obstacle.id} ${news} ${at}` },
    view: shown(obstacle, news, offers),
  }));
}
