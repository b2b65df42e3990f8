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

// A machine that is busy with something else is slower than one that is attacked.
const PATIENCE = 8;

describe('is answered or refused in time:', () => {
  test.each([...mails, ...sessions])('$name', async (attack) => {
    const { said, ms } = await house.play(attack);
    expect(said).toMatch(attack.said);
    expect(ms).toBeLessThan((attack.withinMs ?? 1000) * PATIENCE);
  });
});

test('and afterwards Herald works as before', async () => {
  const [photo] = mails;
  expect((await house.play(photo!)).said).toMatch(/^250 /);
  const { faults, forgotten } = await house.report();
  expect({ faults, forgotten }).toEqual({ faults: 0, forgotten: 0 });
});
