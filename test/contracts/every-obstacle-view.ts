import type { MyObstacles, Obstacle, ObstacleView } from '../../src/obstacles.ts';
import type { Refusal } from '../../src/refusal.ts';

const ana = { person: 'p-ana', name: 'Ana Silva' };
const ben = { person: 'p-ben', name: 'Ben Okafor' };

const reported: Obstacle = {
  id: 'ob-1',
  words: 'I may not refund less than 5 € without a form.',
  kind: 'policy',
  touchpoint: 'the till',
  reporter: ana,
  origin: 'named',
  times: 3,
  at: '2026-11-19T13:05:00.000Z',
  now: { state: 'reported' },
};

const nameless: Obstacle = { ...reported, id: 'ob-2', reporter: null, origin: 'nameless', times: 1, at: '2026-11-19' };
const fromStory: Obstacle = {
  ...reported,
  id: 'ob-3',
  words: 'The label printer',
  kind: null,
  touchpoint: null,
  reporter: null,
  origin: 'story',
  now: { state: 'owned', owner: ben, at: '2026-11-20T08:00:00.000Z' },
};

export const clearedObstacle: Obstacle = {
  ...reported,
  id: 'ob-4',
  now: { state: 'cleared', by: ben, at: '2026-11-20T08:00:00.000Z', whatChanged: 'Up to 20 € nobody asks.' },
};

export const myObstacles: MyObstacles = { waitedOn: [reported], owned: [fromStory] };
export const noObstacles: MyObstacles = { waitedOn: [], owned: [] };

const one = (news: Extract<ObstacleView, { type: 'obstacle' }>['news'], obstacle: Obstacle) =>
  ({ type: 'obstacle', news, obstacle, offers: [] }) as const;

/** Each view of obstacles, each of its states that reads differently. */
export const everyObstacleView: {
  readonly [type in ObstacleView['type']]: readonly Extract<ObstacleView, { type: type }>[];
} = {
  obstacle: [
    { ...one('reported', reported), offers: ['take', 'clear'] },
    one('reported', nameless),
    one('joined', { ...reported, times: 4 }),
    one('joined', fromStory),
    one('said-before', fromStory),
    { ...one('new', reported), offers: ['take'] },
    { ...one('yours', fromStory), offers: ['clear', 'release'] },
    one('owned', fromStory),
    { ...one('released', reported), offers: ['take'] },
    { ...one('cleared', clearedObstacle), offers: ['reopen'] },
    { ...one('came-back', reported), offers: ['take'] },
    { ...one('looked-at', nameless), offers: ['take'] },
  ],
  obstacles: [
    { type: 'obstacles', open: [reported, nameless, fromStory], cleared: [clearedObstacle], more: true },
    { type: 'obstacles', open: [], cleared: [], more: false },
  ],
  'obstacles-waiting': [{ type: 'obstacles-waiting', fresh: [nameless], long: [reported] }],
  'obstacles-raised': [{ type: 'obstacles-raised', many: 2 }],
  'obstacle-withdrawn': [{ type: 'obstacle-withdrawn' }],
};

type Reason =
  | 'obstacle-without-words'
  | 'obstacle-unknown'
  | 'points-at-somebody'
  | 'obstacle-owned'
  | 'not-the-owner'
  | 'what-changed-missing';

export const everyObstacleRefusal: {
  readonly [reason in Reason]: readonly Extract<Refusal, { reason: reason }>[];
} = {
  'obstacle-without-words': [{ type: 'refusal', reason: 'obstacle-without-words' }],
  'obstacle-unknown': [{ type: 'refusal', reason: 'obstacle-unknown' }],
  'points-at-somebody': (['words', 'whatBroke'] as const).map((field) => ({
    type: 'refusal',
    reason: 'points-at-somebody',
    field,
    people: [ana, ben],
    words: 'Ana Silva and Ben Okafor never sign the form.',
  })),
  'obstacle-owned': [{ type: 'refusal', reason: 'obstacle-owned', owner: ben }],
  'not-the-owner': [
    { type: 'refusal', reason: 'not-the-owner', owner: ben },
    { type: 'refusal', reason: 'not-the-owner', owner: null },
  ],
  'what-changed-missing': [{ type: 'refusal', reason: 'what-changed-missing' }],
};
