import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chatOf, nextIn, openTeamsHouse, standing, type TeamsHouse } from './teams-herald.ts';

const OTHER = '99999999-9999-4999-8999-999999999999';

describe('nobody but Teams gets in', () => {
  let house: TeamsHouse;
  beforeAll(async () => {
    house = await openTeamsHouse();
  });
  afterAll(() => house.close());

  const seconds = (from: number) => Math.floor(Date.now() / 1000) + from;

  function hello(more: Readonly<Record<string, unknown>> = {}) {
    const { teams, ana } = house;
    return { ...teams.from(ana, chatOf(house, ana)), type: 'message', text: 'help', ...more };
  }

  test('a token of its issuer, for this app, in time and for this service is taken', async () => {
    const { teams } = house;
    expect((await teams.send(hello(), `Bearer ${teams.sign(teams.claims())}`)).status).toBe(200);
    await nextIn(house, chatOf(house, house.ana));
  });

  test.each<[string, () => string]>([
    ['none', () => ''],
    ['of another kind', () => 'Basic YW5hOnNlY3JldA=='],
    ['no token', () => 'Bearer x'],
    ['unsigned', () => `Bearer ${house.teams.sign(house.teams.claims(), 'unsigned')}`],
    ['signed by somebody else', () => `Bearer ${house.teams.sign(house.teams.claims(), 'forged')}`],
    ['expired', () => `Bearer ${house.teams.sign(house.teams.claims({ exp: seconds(-3600) }))}`],
    [
      'not good yet',
      () => `Bearer ${house.teams.sign(house.teams.claims({ nbf: seconds(3600), exp: seconds(7200) }))}`,
    ],
    ['for another app', () => `Bearer ${house.teams.sign(house.teams.claims({ aud: OTHER }))}`],
    ['of another issuer', () => `Bearer ${house.teams.sign(house.teams.claims({ iss: 'https://other.example.com' }))}`],
    [
      'of the emulator’s issuer, which the SDK would take',
      () => {
        const iss = 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/';
        const { appId } = house.teams.registration;
        return `Bearer ${house.teams.sign(house.teams.claims({ iss, ver: '1.0', appid: appId }))}`;
      },
    ],
    [
      'for another service',
      () => `Bearer ${house.teams.sign(house.teams.claims({ serviceurl: 'https://smba.example.com/' }))}`,
    ],
    ['for no service', () => `Bearer ${house.teams.sign(house.teams.claims({ serviceurl: undefined }))}`],
  ])('a request whose token is %s is refused', async (_, authorization) => {
    const before = standing(house, chatOf(house, house.ana)).length;
    expect(await house.teams.send(hello(), authorization())).toEqual({ status: 401, body: null });
    await new Promise((later) => setTimeout(later, 30));
    expect(standing(house, chatOf(house, house.ana))).toHaveLength(before);
  });

  test.each<[string, Readonly<Record<string, unknown>>]>([
    [
      'another tenant',
      {
        conversation: { id: 'a:1', conversationType: 'personal', tenantId: OTHER },
        channelData: { tenant: { id: OTHER } },
      },
    ],
    ['no tenant at all', { conversation: { id: 'a:1', conversationType: 'personal' }, channelData: {} }],
  ])('Teams’ own word of %s is refused', async (_, more) => {
    expect((await house.teams.send(hello(more))).status).toBe(403);
  });

  test.each<[string, unknown]>([
    ['whose type is a number', { type: 5 }],
    ['that is no object', 'hello'],
    ['that is a list', [{ type: 'message' }]],
    [
      'without a conversation',
      { type: 'message', channelId: 'msteams', serviceUrl: 'https://smba.example.com/', from: { id: '29:1' } },
    ],
    ['from another channel', { type: 'message', channelId: 'AseChannel' }],
  ])('a body %s is refused, and Herald lives on', async (_, body) => {
    const { teams } = house;
    const answer = await teams.send(body as Record<string, unknown>);
    expect(answer.status).toBe(400);
    expect((await teams.send(body as Record<string, unknown>, '')).status).toBe(401);
    expect((await teams.send(hello())).status).toBe(200);
  });

  test('a body without end is not read to its end', async () => {
    const { teams } = house;
    const status = await new Promise<number>((resolve, reject) => {
      const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${teams.sign(teams.claims())}` };
      const sending = request(house.address(), { method: 'POST', headers }, (answer) =>
        resolve(answer.statusCode ?? 0),
      );
      sending.on('error', reject);
      sending.write(`{"text":"${'x'.repeat(600 * 1024)}`);
    });
    expect(status).toBe(413);
  });

  test('while its issuer’s keys cannot be had, Teams hears that it is worth trying again', async () => {
    const away = await openTeamsHouse();
    try {
      away.teams.faults.add({ at: /GET \/openid/, status: 500 });
      const { ana, teams } = away;
      expect((await teams.types(ana, chatOf(away, ana), ['help'])).status).toBe(503);
      teams.faults.clear();
      expect((await teams.types(ana, chatOf(away, ana), ['help'])).status).toBe(200);
    } finally {
      await away.close();
    }
  });
});
