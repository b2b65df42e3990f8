// The story wall through its real door: HTTP, the real ledger, a real database file.

import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wallRoutes } from '../../adapters/web/wall/index.ts';
import type { GiveKudos } from '../../src/commands.ts';
import { weekOf } from '../../src/recognition/week.ts';
import { linksToStories } from '../../src/story-links.ts';
import { COMPANY, foundCompany, kudos, mondayMorning, person } from '../fakes/company.ts';
import { type OpenCore, openCore } from '../fakes/open-core.ts';

const folder = mkdtempSync(join(tmpdir(), 'herald-wall-'));
const first = '2026-11-02T08:00:00.000Z';
let house: OpenCore;
let server: Server;
let base: string;
let key: string;

beforeAll(async () => {
  house = await openCore(join(folder, 'herald.db'));
  await foundCompany(house.core, { at: first, people: 4 });
  server = express().use('/wall', wallRoutes(house.ledger.wall)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  key = (await house.ledger.wall.all())[0]?.key ?? '';
});

afterAll(async () => {
  server.close();
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});

const look = (path: string, headers: Record<string, string> = {}) => fetch(`${base}${path}`, { headers });
const pageAt = async (path: string) => (await look(path)).text();

async function tell(words: string, at: string, differs: Partial<GiveKudos> = {}): Promise<string> {
  const reply = await house.core.handle(kudos(words, words, at, differs));
  if (reply.type !== 'kudos-given') throw new Error(`Not told: ${JSON.stringify(reply)}`);
  return reply.story.id;
}

async function digest(at: string): Promise<void> {
  const week = weekOf(at, mondayMorning.timeZone);
  await house.core.handle({ type: 'plan-digest', key: `digest:${week}`, organization: COMPANY, at, week });
}

describe('who may read the wall', () => {
  test('nobody without its link or its key as a bearer, told or not', async () => {
    const story = await tell('Walked them to the door.', first);
    const shut = ['/wall', '/wall?key=', `/wall?key=${key.slice(1)}`, `/wall/${story}`, `/wall?key=${key}&key=${key}`];
    for (const path of shut) {
      const answer = await look(path);
      expect(answer.status, path).toBe(401);
      expect(await answer.text()).not.toContain('Walked');
    }
    expect((await look(`/wall?key=${key}`)).status).toBe(200);
    expect((await look('/wall', { authorization: `Bearer ${key}` })).status).toBe(200);
    expect((await look('/wall', { authorization: 'Bearer undefined' })).status).toBe(401);
  });

  test('its address is told to no other site and kept by no browser', async () => {
    const { headers } = await look(`/wall?key=${key}`);
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toContain('no-store');
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
  });
});

describe('what stands on the wall', () => {
  test('told wins that everyone may see, the newest week first, with what was said around them', async () => {
    await tell('Drew a map <script>alert(1)</script> by hand.', '2026-11-03T08:00:00.000Z', {
      customer: 'Garden Shop Example',
      touchpoint: 'the phone',
    });
    await tell('Between us alone.', '2026-11-03T09:00:00.000Z', { audience: 'heroes' });
    await tell('Drove over again.', '2026-11-03T10:00:00.000Z', { whatBroke: 'The label printer' });
    expect(await pageAt(`/wall?key=${key}`)).toContain('Nothing has been told here yet.');

    await digest('2026-11-09T08:00:00.000Z');
    await tell('Sang for the whole queue.', '2026-11-10T08:00:00.000Z');
    await digest('2026-11-16T08:00:00.000Z');
    await tell('Not told yet.', '2026-11-17T08:00:00.000Z');

    const page = await pageAt(`/wall?key=${key}`);
    const places = ['Week 47 of 2026', 'Sang for', 'Week 46 of 2026', 'Walked them', 'Drew a map'].map((text) =>
      page.indexOf(text),
    );
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    for (const around of ['Person 1', 'Person 2', 'Garden Shop Example', 'the phone']) expect(page).toContain(around);
    for (const hidden of ['Between us', 'Drove over', 'label printer', 'Not told yet', '<script'])
      expect(page).not.toContain(hidden);
  });

  test('a story by itself, until it is taken back', async () => {
    const id = await tell('Waited with a customer for the last bus.', '2026-11-18T08:00:00.000Z');
    expect((await look(`/wall/${id}?key=${key}`)).status).toBe(404);
    await digest('2026-11-23T08:00:00.000Z');
    await house.core.handle({
      type: 'cheer-story',
      key: 'cheer',
      by: person(3),
      at: '2026-11-23T09:00:00.000Z',
      story: id,
    });
    const alone = await pageAt(`/wall/${id}?key=${key}`);
    expect(alone).toContain('Waited with a customer');
    expect(alone).toContain('1 cheer');
    expect(alone).not.toContain('Sang for');
    const which = { story: id };
    await house.core.handle({ type: 'retract-story', key: 'x', by: person(1), at: '2026-11-23T10:00:00.000Z', which });
    expect((await look(`/wall/${id}?key=${key}`)).status).toBe(404);
    expect(await pageAt(`/wall?key=${key}`)).not.toContain('Waited with a customer');
  });

  test('page by page, each story once', async () => {
    const words = Array.from({ length: 45 }, (_, number) => `Story number ${number} of many.`);
    for (const one of words) await tell(one, '2026-11-24T08:00:00.000Z');
    await digest('2026-11-30T08:00:00.000Z');
    let path: string | undefined = `/wall?key=${key}`;
    const seen: string[] = [];
    while (path) {
      const page = await pageAt(path);
      seen.push(...page.matchAll(/Story number \d+ of many/g).map(([text]) => text));
      path = /rel="next" href="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(seen.toSorted()).toEqual(words.map((text) => text.slice(0, -1)).toSorted());
  });
});

test('whoever has the link to one story reads that one, until the key is renewed', async () => {
  const story = await tell('Held the lift.', '2026-12-01T08:00:00.000Z');
  const other = await tell('Held the other lift.', '2026-12-01T08:00:00.000Z');
  const links = await linksToStories(house.ledger.wall, base, COMPANY, [story, other]);
  const link = links.get(story) ?? '';
  expect(link).toMatch(/^http:.*\/wall\/[\w-]+\?signature=[\w-]{43}$/);
  expect(link).not.toContain(key);
  expect((await fetch(link)).status).toBe(404);
  await digest('2026-12-07T08:00:00.000Z');
  const page = await (await fetch(link)).text();
  expect(page).toContain('Held the lift.');
  expect(page).not.toContain(key);
  expect(page).not.toContain('All stories');
  const signature = link.split('?')[1];
  for (const path of [`/wall?${signature}`, `/wall/${other}?${signature}`, `/wall/${story}?signature=`]) {
    expect((await look(path)).status, path).toBe(401);
  }
  expect((await fetch(link)).headers.get('referrer-policy')).toBe('no-referrer');

  const before = key;
  await house.ledger.wall.renew(COMPANY, 'f'.repeat(48));
  key = 'f'.repeat(48);
  const late = await fetch(link);
  expect([late.status, await late.text()]).toEqual([401, expect.stringContaining('may have been renewed since')]);
  expect((await look(`/wall?key=${before}`)).status).toBe(401);
  expect((await look(`/wall?key=${key}`)).status).toBe(200);
  const anew = await linksToStories(house.ledger.wall, base, COMPANY, [story]);
  expect((await fetch(anew.get(story) ?? '')).status).toBe(200);
});
