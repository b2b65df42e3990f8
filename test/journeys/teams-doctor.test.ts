import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkTeams } from '../../adapters/teams/doctor.ts';
import { startTeams, type Teams } from '../fakes/teams/teams.ts';

let teams: Teams;
beforeAll(async () => {
  teams = await startTeams();
});
afterAll(() => teams.stop());

const NEWS = '19:news@thread.tacv2';
const look = (
  password = teams.registration.password,
  channel: string | null = NEWS,
  configured: string | null = null,
) =>
  checkTeams(
    { registration: { ...teams.registration, password }, cloud: teams.service.cloud() },
    { stored: channel, configured },
  );

test('a registration that Microsoft takes is fine', async () => {
  expect((await look()).map(({ ok }) => ok)).toEqual([true, true, true]);
});

test('a secret that has ended says where a new one comes from, and never what it is', async () => {
  const [secret] = await look('ended-secret');
  expect(secret).toMatchObject({ ok: false, line: expect.stringContaining('Client secrets') });
  expect(secret?.line).not.toContain('ended-secret');
});

test('no digest channel says who chooses one', async () => {
  expect((await look(undefined, null)).at(-1)).toMatchObject({ ok: false, line: expect.stringContaining('settings') });
});

test('the stored channel wins over the one that is set, which is said', async () => {
  const line = async (set: string) => (await look(undefined, NEWS, set)).at(-1)?.line;
  expect(await line('19:old@thread.tacv2')).toMatch(/^Channel +19:news.*as stored; DIGEST_CHANNEL only seeds/);
  expect(await line(NEWS)).not.toContain('as stored');
});

test('a login or an issuer out of reach is the network’s trouble', async () => {
  teams.faults.add({ at: /./, breaks: true });
  const [secret, keys] = await look();
  teams.faults.clear();
  expect(secret?.line).toContain('could not be reached');
  expect(keys?.line).toContain('could not be read');
});

test('in a playground says that nobody signs anything', async () => {
  const [line] = await checkTeams({ registration: null, cloud: null }, { stored: undefined, configured: null });
  expect(line?.line).toContain('nobody signs');
});
