import { expect, test } from 'vitest';
import { COMPANY, CONNECTION, person } from '../fakes/company.ts';
import { beginJourney } from './journey.ts';

// Somebody has an account in two houses of one company, and one of the two deactivates it.

const there = { connection: 'slack:T2', user: 'U2' };

test('who is deactivated in one house and at work in another stays in stories, and hears of them there', async () => {
  const { as, ask, core, clock, give, ledger } = await beginJourney();
  const at = clock.now();
  const organization = { id: COMPANY, name: 'Company for tests', sample: true };
  const schedule = { minute: 0, hour: 9, weekday: 1, timeZone: 'Europe/Berlin' };
  const connection = { id: there.connection, platform: 'slack', digestChannel: null } as const;
  await core.handle({ type: 'open-connection', key: 'second', at, organization, connection, schedule });
  let keys = 0;
  const meet = (on: string, user: string, active: boolean) => {
    const facts = { user, name: 'Person 2', email: 'p2@example.com', kind: 'human', manager: false } as const;
    const people = [{ ...facts, admin: false, active, guest: false }];
    keys += 1;
    return core.handle({ type: 'meet-people', key: `meet ${keys}`, at, connection: on, people });
  };
  const known = async (on: string, user: string) => {
    const view = await ask({ type: 'known', connection: on, users: [user] });
    return view.type === 'known' ? view.people[0] : undefined;
  };
  await meet(there.connection, there.user, true);
  await meet(CONNECTION, 'p2', false);
  expect(await known(CONNECTION, 'p2')).toMatchObject({ active: false });
  expect(await known(there.connection, there.user)).toMatchObject({ active: true });
  const id = (await ledger.read.person(person(2)))?.id ?? '';
  expect(await ledger.read.isDeactivated(id)).toBe(false);
  expect(await ledger.read.reachableAs(id)).toEqual([there]);
  expect(await give('Stayed late.')).toMatchObject({ heroes: [{ name: 'Person 2' }] });

  await meet(there.connection, there.user, false);
  const story = { type: 'give-kudos', heroes: [there], words: 'Again.', whatBroke: null, customer: null } as const;
  const rest = { touchpoint: null, audience: 'everyone', permalink: null, where: null } as const;
  expect(await as(1)({ ...story, ...rest })).toMatchObject({ reason: 'person-deactivated' });
  await meet(CONNECTION, 'p2', true);
  expect(await as(1)({ ...story, ...rest })).toMatchObject({ type: 'kudos-given' });
});
