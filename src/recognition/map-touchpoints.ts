import type { Instant } from '../commands.ts';
import type { LastTold, Told, TouchpointView } from '../touchpoints.ts';
import type { Person } from './organization.ts';

/** After so long without a story a touchpoint is one that nobody tells of lately. */
const LATELY_WEEKS = 6;

/** Where customers meet the company, and what is told of it there. Everyone may see it. */
export function mapTouchpoints(told: readonly LastTold[], person: Person, now: Instant): TouchpointView {
  const since = new Date(Date.parse(now) - LATELY_WEEKS * 7 * 86_400_000).toISOString();
  return {
    type: 'touchpoint-map',
    touchpoints: told.map((last) => ({ ...last.touchpoint, told: toldLately(last, since) })),
    mayChange: person.admin,
  };
}

function toldLately({ win, recovery }: LastTold, since: Instant): Told {
  if (win !== null && win >= since) return 'wins';
  if (recovery !== null && recovery >= since) return 'only-recoveries';
  return win === null && recovery === null ? 'nothing-yet' : 'nothing-lately';
}
