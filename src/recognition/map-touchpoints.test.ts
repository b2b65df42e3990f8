import { expect, test } from 'vitest';
import { ben, eva } from '../../test/samples/people.ts';
import { mapTouchpoints } from './map-touchpoints.ts';

const now = '2026-11-18T09:00:00.000Z';
const lately = '2026-10-07T09:00:00.000Z';
const before = '2026-10-07T08:59:59.999Z';
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
  expect(mapTouchpoints([{ touchpoint, win, recovery }], ben, now)).toEqual({
    type: 'touchpoint-map',
    touchpoints: [{ ...touchpoint, told }],
    mayChange: false,
  });
});

test('the map offers those who may name touchpoints to do so', () => {
  expect(mapTouchpoints([], eva, now)).toMatchObject({ touchpoints: [], mayChange: true });
});
