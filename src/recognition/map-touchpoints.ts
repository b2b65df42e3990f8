import type { Instant } from '../commands.ts';
import type { Obstacle } from '../obstacles.ts';
import type { LastTold, Told, TouchpointView } from '../touchpoints.ts';
import type { Person } from './organization.ts';

/** After so long without a story a touchpoint is one that nobody tells of lately. */
const LATELY_WEEKS = 6;

/** So many obstacles stand beside a touchpoint; all of them are where obstacles are. */
export const OBSTACLES_SHOWN = 3;

type Known = LastTold & {
  /** Open ones there, newest first; one more than are shown, when there is one. */
  readonly obstacles: readonly Obstacle[];
};

/** Where customers meet the company, and what is told of it there. Everyone may see it. */
export function mapTouchpoints(told: readonly Known[], person: Person, now: Instant): TouchpointView {
  const since = new Date(Date.parse(now) - LATELY_WEEKS * 7 * 86_400_000).toISOString();
  return {
    type: 'touchpoint-map',
    touchpoints: told.map((last) => ({
      ...last.touchpoint,
      told: toldLately(last, since),
      obstacles: last.obstacles.slice(0, OBSTACLES_SHOWN).map(({ id, words }) => ({ id, words })),
      moreObstacles: last.obstacles.length > OBSTACLES_SHOWN,
    })),
    mayChange: person.admin,
  };
}

function toldLately({ win, recovery }: LastTold, since: Instant): Told {
  if (win !== null && win >= since) return 'wins';
  if (recovery !== null && recovery >= since) return 'only-recoveries';
  return win === null && recovery === null ? 'nothing-yet' : 'nothing-lately';
}
