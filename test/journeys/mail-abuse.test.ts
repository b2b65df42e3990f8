// What anybody on the network can try at the doors for mail; `npm run test:abuse` prints it as a table.

import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openHouse } from '../abuse/house.ts';
import { mails } from '../abuse/mails.ts';
import { sessions } from '../abuse/sessions.ts';

vi.setConfig({ testTimeout: 40_000, hookTimeout: 30_000 });

let house: Awaited<ReturnType<typeof openHouse>>;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

describe('is answered or refused, and holds nothing up:', () => {
  test.each([...mails, ...sessions])('$name', async (attack) => {
    expect((await house.play(attack)).said).toMatch(attack.said);
  });
});

test('and afterwards Herald works as before', async () => {
  const [photo] = mails;
  expect((await house.play(photo!)).said).toMatch(/^250 /);
  const { faults, forgotten } = await house.report();
  expect({ faults, forgotten }).toEqual({ faults: 0, forgotten: 0 });
});
