// Whatever is sent to the door: signed or not, shaped like Slack's or like nothing. Herald stays up, and stores only
// what it understood.

import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HttpDoor, Posted } from '../fakes/slack/http-door.ts';
import { type House, NEWS, openHouse, said, settled } from './slack-herald.ts';

type Shape = { readonly kind: string; readonly payload: Record<string, unknown> };

const shapes = readFileSync(new URL('../payloads/slack/shapes.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line): Shape => JSON.parse(line));

let house: House;
let door: HttpDoor;
const unhandled: unknown[] = [];
const note = (error: unknown) => unhandled.push(error);

beforeAll(async () => {
  house = await openHouse();
  door = house.slack.sendsTo(house.address());
  process.on('unhandledRejection', note);
});
afterAll(async () => {
  process.off('unhandledRejection', note);
  await house.close();
});

const json = (payload: unknown): Posted => ({ body: JSON.stringify(payload), contentType: 'application/json' });
const form = (payload: unknown): Posted => ({
  body: new URLSearchParams({ payload: JSON.stringify(payload) }).toString(),
});
const command = (payload: Record<string, unknown>): Posted => ({
  body: new URLSearchParams(Object.entries(payload).map(([key, value]) => [key, String(value)])).toString(),
});

/** As Slack would send it. */
function posted({ kind, payload }: Shape): Posted {
  if (kind.startsWith('event:')) return json(payload);
  return kind === 'slash_command' ? command(payload) : form(payload);
}

/** The shape with one thing in it wrong, for each thing in it down to three levels. */
function mangled(payload: Record<string, unknown>, depth = 3): readonly Record<string, unknown>[] {
  return Object.entries(payload).flatMap(([key, value]) => {
    const wrong = [null, 7, [], {}, [null], 'x'.repeat(300)].map((other) => ({ ...payload, [key]: other }));
    const { [key]: _, ...without } = payload;
    const inner =
      depth > 1 && typeof value === 'object' && value !== null && !Array.isArray(value)
        ? mangled(value as Record<string, unknown>, depth - 1)
            .filter((_one, index) => index % 5 === 0)
            .map((one) => ({ ...payload, [key]: one }))
        : [];
    return [...wrong, without, ...inner];
  });
}

/** A plausible one: names where the shape has empty texts, so that it gets further in. */
function lively(payload: unknown): unknown {
  if (payload === '') return 'UANA';
  if (Array.isArray(payload)) return payload.map(lively);
  if (typeof payload !== 'object' || payload === null) return payload;
  return Object.fromEntries(Object.entries(payload).map(([key, value]) => [key, lively(value)]));
}

/** What people's doings leave in the database; meeting somebody is none. */
function stored(): number {
  const database = new DatabaseSync(house.databaseFile, { readOnly: true });
  const tables = ['wins', 'recoveries', 'praise', 'nominations', 'digests'];
  const counts = tables.map((table) => Number(database.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.n));
  database.close();
  return counts.reduce((sum, count) => sum + count, 0);
}

async function alive(): Promise<void> {
  const told = await said(() => house.slack.user('UANA').types(NEWS, '/kudos help'));
  expect(told.text).toContain('What you can type');
  expect(unhandled).toEqual([]);
}

describe('signed by Slack', () => {
  it('every shape it has ever sent, empty, lively and mangled, is answered', async () => {
    const before = stored();
    const answers = new Map<string, number>();
    for (const shape of shapes) {
      const isEvent = shape.kind.startsWith('event:');
      const some = mangled(shape.payload).filter((_one, index) => index % (isEvent ? 9 : 3) === 0);
      const event = shape.payload.event as Record<string, unknown> | undefined;
      const inside = event ? mangled(event, 2).filter((_one, index) => index % 4 === 0) : [];
      const variants = [
        shape.payload,
        lively(shape.payload) as Record<string, unknown>,
        ...some,
        ...inside.map((one) => ({ ...shape.payload, event: { ...one, type: event?.type } })),
      ];
      const replies = await Promise.all(variants.map((payload) => door.post(posted({ ...shape, payload }))));
      for (const { status, failure } of replies) {
        expect([shape.kind, failure]).toEqual([shape.kind, null]);
        const kind = `${status}`;
        answers.set(kind, (answers.get(kind) ?? 0) + 1);
      }
    }
    const statuses = [...answers.keys()].toSorted();
    expect(statuses.filter((status) => !['200', '400', '404'].includes(status))).toEqual([]);
    expect(stored()).toBe(before);
    await alive();
  }, 120_000);

  it.each([
    ['null', json(null)],
    ['null in a form', form(null)],
    ['a list', json([])],
    ['a number', json(7)],
    ['a text', json('hello')],
    ['nothing', { body: '' }],
    ['no JSON', { body: '{', contentType: 'application/json' }],
    ['an event that is null', json({ type: 'event_callback', event: null })],
    ['an event that is a text', json({ type: 'event_callback', event: 'message' })],
    ['an item that is null', json({ event: { type: 'reaction_added', item: null } })],
    ['authorizations of null', json({ event: { type: 'message' }, authorizations: [null] })],
    ['a command without anybody', command({ command: '/kudos', text: 'hi' })],
    ['an action without actions', form({ type: 'block_actions', user: { id: 'U1' }, actions: [] })],
    ['a form without a view', form({ type: 'view_submission', user: { id: 'U1' } })],
    ['deep nesting', { body: `${'['.repeat(50_000)}${']'.repeat(50_000)}`, contentType: 'application/json' }],
  ] satisfies readonly [string, Posted][])('%s is refused', async (_name, body) => {
    const { status } = await door.post(body);
    expect(status).toBe(400);
    await alive();
  });

  it('more than anything Slack sends is refused unread', async () => {
    const reply = await door.post({ body: `"${'x'.repeat(5_000_000)}"`, contentType: 'application/json' });
    expect([413, null]).toContain(reply.status);
    await alive();
  });

  it('another command, another button, another form are nobody’s', async () => {
    const person = { user: { id: 'UANA' }, team: { id: 'T0000TEAM' }, trigger_id: 'x' };
    const foreign = [
      command({ command: '/other', user_id: 'UANA', team_id: 'T0000TEAM', text: '@ben was great' }),
      form({ type: 'block_actions', ...person, actions: [{ action_id: 'not-ours', value: 'x' }] }),
      form({ type: 'view_submission', ...person, view: { id: 'V1', type: 'modal', callback_id: 'not-ours' } }),
      json({ event_id: 'Ev1', event: { type: 'team_join', user: { id: 'UANA' } } }),
    ];
    const before = stored();
    for (const one of foreign) expect((await door.post(one)).status).toBeLessThan(500);
    expect(stored()).toBe(before);
  });
});

describe('not signed by Slack', () => {
  const kudos = () =>
    command({
      command: '/kudos',
      text: '<@UBEN> did well',
      user_id: 'UANA',
      team_id: 'T0000TEAM',
      channel_id: NEWS,
      trigger_id: `t-${Math.random()}`,
    });

  it.each([
    ['a missing signature', { signature: 'missing' }],
    ['another’s signature', { signature: 'wrong' }],
    ['no signature at all', { signature: 'garbled' }],
    ['a missing timestamp', { timestamp: 'missing' }],
    ['no timestamp at all', { timestamp: 'not a number' }],
    ['a stale timestamp', { timestampOff: -301 }],
    ['a timestamp from the future', { timestampOff: 3600 }],
  ] as const)('%s: 401, and nothing is stored', async (_name, signing) => {
    const before = stored();
    expect((await door.post({ ...kudos(), signing })).status).toBe(401);
    expect(stored()).toBe(before);
  });

  it('40 MB are not read before they are refused', async () => {
    const before = process.memoryUsage().arrayBuffers;
    const reply = await door.post({ body: 'x'.repeat(40_000_000), signing: { signature: 'wrong' } });
    expect([401, 413, null]).toContain(reply.status);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(150_000_000);
    await alive();
  });

  it('a right one replayed is stored once', async () => {
    const one = kudos();
    const before = stored();
    const answers = await Promise.all([door.post(one), door.post(one), door.post(one)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    await expect.poll(stored, { timeout: 5000 }).toBe(before + 1);
    await settled(house);
    await alive();
    expect(stored()).toBe(before + 1);
  });
});
