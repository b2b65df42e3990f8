import type { Obstacle } from '../obstacles.ts';
import { findAlike } from './alike-obstacles.ts';
import { answer } from './answer.ts';
import type { Bearing } from './bear-on-obstacles.ts';
import type { Decision } from './decision.ts';
import { type Managing, putBefore, revise } from './obstacle-news.ts';
import type { Person } from './organization.ts';
import { pointedAt } from './points-at.ts';
import { named } from './story-heroes.ts';

type Broke = {
  /** For the obstacle, should there be a new one. */
  readonly id: string;
  readonly colleagues: readonly Person[];
  readonly open: readonly Obstacle[];
  readonly managing: Managing;
};

/**
 * What broke in a story becomes an obstacle as well, or one more time of one that is known. Where it points at somebody
 * the whole decision goes back: what broke, never who. What only a story's heroes may see is no obstacle.
 */
export function joinWhatBroke(decision: Decision, { story, at, organization }: Bearing, known: Broke): Decision {
  if (story.lane !== 'recovery') return decision;
  const people = pointedAt(story.whatBroke, known.colleagues);
  if (people.length > 0) {
    const words = story.whatBroke;
    return answer({
      type: 'refusal',
      reason: 'points-at-somebody',
      field: 'whatBroke',
      people: people.map(named),
      words,
    });
  }
  if (story.audience === 'heroes') return decision;
  const stamp = { organization, at };
  const alike = findAlike(story.whatBroke, known.open);
  if (alike) {
    const fact = { type: 'obstacle-came-up', ...stamp, obstacle: alike.id, waits: null, story: story.id } as const;
    return { ...decision, facts: [...decision.facts, fact] };
  }
  const obstacle: Obstacle = {
    id: known.id,
    words: story.whatBroke,
    kind: null,
    touchpoint: story.touchpoint,
    reporter: null,
    origin: 'story',
    times: 1,
    at,
    now: { state: 'reported' },
  };
  return {
    ...decision,
    facts: [...decision.facts, { type: 'obstacle-reported', ...stamp, obstacle, waits: null, story: story.id }],
    announce: [...decision.announce, ...putBefore(known.managing, obstacle)],
  };
}

/** A story that was taken back, or in which nothing had gone wrong, takes its share of an obstacle along. */
export function leaveObstacle(decision: Decision, { story, at, organization }: Bearing, part: Obstacle): Decision {
  const left = { type: 'obstacle-left', organization, at, story: story.id } as const;
  const after = withoutOne(part, { organization, at });
  return {
    ...decision,
    facts: [...decision.facts, left, ...after.facts],
    announce: [...decision.announce, ...after.announce],
  };
}

/** Whoever reported obstacles takes that back; what others said as well stays, without them. */
export function takeReportsBack(
  decision: Decision,
  person: Person,
  { at, reported }: { readonly at: string; readonly reported: readonly Obstacle[] },
): Decision {
  const stamp = { organization: person.organization, at };
  const back = reported.map((obstacle) => {
    const mine = { type: 'report-taken-back', ...stamp, obstacle: obstacle.id, by: person.id } as const;
    const after = withoutOne({ ...obstacle, reporter: null }, stamp);
    return { facts: [mine, ...after.facts], announce: after.announce };
  });
  return {
    ...decision,
    facts: [...decision.facts, ...back.flatMap(({ facts }) => facts)],
    announce: [...decision.announce, ...back.flatMap(({ announce }) => announce)],
  };
}

/** It came up one time less; where that was the only one, it is gone. */
function withoutOne(
  obstacle: Obstacle,
  stamp: { readonly organization: string; readonly at: string },
): Pick<Decision, 'facts' | 'announce'> {
  const { id, times } = obstacle;
  if (times > 1) {
    const after = { ...obstacle, times: times - 1 };
    return { facts: [], announce: [revise(after, standing(after))] };
  }
  const about = { kind: 'obstacle', id } as const;
  return {
    facts: [{ type: 'obstacle-removed', ...stamp, obstacle: id }],
    announce: [{ to: 'wherever-it-stands', about, view: { type: 'obstacle-withdrawn' } }],
  };
}

function standing({ now }: Obstacle) {
  return now.state === 'reported' ? 'new' : now.state;
}
