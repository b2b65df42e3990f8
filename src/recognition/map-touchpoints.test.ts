import { expect, test } from 'vitest';
import { ben, eva } from '../../test/samples/people.ts';
import type { Obstacle } from '../obstacles.ts';
import { mapTouchpoints } from './map-touchpoints.ts';

const now = '2026-11-18T09:00:00.000Z';
const lately = '2026-10-07T09:00:00.000Z';
const before = '2026-10-07T08:59:59.999Z';
const sampleObstacle: Obstacle = {
  id: 'o',
  words: 'No key',
  kind: null,
  touchpoint: 'The phone',
  reporter: null,
  origin: 'nameless',
  times: 1,
  at: '2026-11-17',
  now: { state: 'reported' },
};
const touchpoint = { id: 'phone', name: 'The phone', promise: '' };

test.each([
  ['wins', lately, null],
  ['wins', lately, now],
  ['only-recoveries', null, lately],
  ['only-recoveries', before, lately],
  ['nothing-lately', before, null],
  ['nothing-lately', null, before],
  ['nothing-yet', null, null],
] as const)('the map says %s of a last win %s and a last recovery %s', (told, win, recovery) => {
  expect(mapTouchpoints([{ touchpoint, win, recovery, obstacles: [] }], ben, now)).toEqual({
    type: 'touchpoint-map',
    touchpoints: [{ ...touchpoint, told, obstacles: [], moreObstacles: false }],
    mayChange: false,
  });
});

test('the map offers those who may name touchpoints to do so', () => {
  expect(mapTouchpoints([], eva, now)).toMatchObject({ touchpoints: [], mayChange: true });
});

test('the map shows the newest three of what stands in the way, and says when there is more', () => {
  const last = { touchpoint, win: null, recovery: null };
  const obstacles = ['a', 'b', 'c', 'd'].map((id) => ({ ...sampleObstacle, id, words: `No ${id}` }));
  const shown = ['a', 'b', 'c'].map((id) => ({ id, words: `No ${id}` }));
  expect(mapTouchpoints([{ ...last, obstacles }], ben, now)).toMatchObject({
    touchpoints: [{ obstacles: shown, moreObstacles: true }],
  });
  expect(mapTouchpoints([{ ...last, obstacles: obstacles.slice(0, 3) }], ben, now)).toMatchObject({
    touchpoints: [{ obstacles: shown, moreObstacles: false }],
  });
});
