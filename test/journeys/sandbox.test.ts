// Through the sandbox's real door: HTTP, the real core, a real database file.

import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../adapters/web/answer.ts';
import type { Channel } from '../../adapters/web/channel.ts';
import { start } from '../../src/main.ts';
import type { Herald } from '../../src/running.ts';

const schedule = { minute: 0, hour: 9, weekday: 1, timeZone: 'Europe/Berlin' };
const folder = mkdtempSync(join(tmpdir(), 'herald-sandbox-'));
const databaseFile = join(folder, 'herald.db');
let herald: Herald;
let base: string;

async function open(port = 0): Promise<void> {
  herald = await start(
    {
      port,
      host: '127.0.0.1',
      databaseFile,
      logLevel: 'silent',
      schedule,
      publicUrl: null,
      digestChannel: null,
      slack: null,
      email: null,
      teams: null,
    },
    { line: () => undefined },
  );
  base = herald.address.replace(/\/$/, '');
}

beforeAll(() => open());

afterAll(async () => {
  await herald.stop();
  rmSync(folder, { recursive: true, force: true });
});

type Reply<Body> = { readonly status: number; readonly body: Body };

async function post(as: string, asked: unknown, key: string = randomUUID()): Promise<Reply<Answer>> {
  return send(JSON.stringify({ key, as, do: asked }));
}

async function send<Body = Answer>(body: string, headers: Record<string, string> = {}): Promise<Reply<Body>> {
  const response = await fetch(`${base}/sandbox/do`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: base, ...headers },
    body,
  });
  return { status: response.status, body: (await response.json()) as Body };
}

const type = (as: string, text: string, key?: string) => post(as, { type: 'type', text }, key);

async function look(as: string, what: string, id = ''): Promise<Answer> {
  const response = await fetch(`${base}/sandbox/look?${new URLSearchParams({ as, what, id })}`);
  return (await response.json()) as Answer;
}

async function mail(as: string, raw: string | Uint8Array<ArrayBuffer>, query = ''): Promise<Reply<Answer>> {
  const response = await fetch(`${base}/sandbox/mail?as=${as}&key=${randomUUID()}${query}`, {
    method: 'POST',
    headers: { 'Content-Type': 'message/rfc822', Origin: base },
    body: raw,
  });
  return { status: response.status, body: (await response.json()) as Answer };
}

async function channel(as: string): Promise<Channel> {
  return (await (await fetch(`${base}/sandbox/channel?as=${as}`)).json()) as Channel;
}

/** The outbox drains beside the request: what it brings is there a moment later. */
async function soon<T>(look: () => Promise<T | null | undefined | false>): Promise<T> {
  for (let tries = 0; tries < 400; tries += 1) {
    const seen = await look();
    if (seen) return seen;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('It did not happen in time.');
}

const postWith = (as: string, words: string) =>
  soon(async () => (await channel(as)).posts.find(({ html }) => html.includes(words)));
const noteWith = (as: string, words: string) =>
  soon(async () => (await channel(as)).forYou.find(({ html }) => html.includes(words)));

/** What a button or a form with this label asks for. */
function asked(html: string, type: string): Record<string, string> {
  const found = [...html.matchAll(/data-do="([^"]*)"/g)]
    .map(([, json = '']) => JSON.parse(json.replaceAll('&quot;', '"')) as Record<string, string>)
    .find((one) => one.type === type);
  if (found === undefined) throw new Error(`Nothing here asks for ${type}.`);
  return found;
}

describe('everything as a file', () => {
  const saved = (as: string, what: string) => fetch(`${base}/sandbox/export?${new URLSearchParams({ as, what })}`);
  const linesOf = async (response: Response) =>
    (await response.text())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { readonly type: string });

  test('is an admin’s to save; what is kept of oneself is everybody’s', async () => {
    await type('ana', '/kudos @ben wrote a poem for the delivery');
    const all = await saved('dana', 'all');
    expect(all.headers.get('content-disposition')).toBe('attachment; filename=herald-export.jsonl');
    const records = await linesOf(all);
    expect(records).toContainEqual(expect.objectContaining({ type: 'win', words: 'wrote a poem for the delivery' }));
    expect(new Set(records.map((one) => one.type))).toContain('person');
    expect((await saved('ana', 'all')).status).toBe(403);
    const own = await linesOf(await saved('ben', 'held'));
    expect(own).toContainEqual(expect.objectContaining({ type: 'people', name: 'Ben Okafor' }));
    expect(JSON.stringify(own)).not.toContain('Chloe');

    expect((await type('dana', '/kudos export')).body.html).toContain('/sandbox/export?as=dana&amp;what=all');
    expect((await type('ana', '/kudos export')).body).toMatchObject({ refused: true });
    expect((await look('dana', 'privacy')).html).toContain('All of the company as a file');
    expect((await look('ana', 'privacy')).html).not.toContain('All of the company as a file');
    expect((await look('ana', 'held', '1')).html).toContain('what=held');
    await type('ana', '/kudos undo');
  });
});

describe('a story', () => {
  test('is told by typing, seen in the channel and by its hero, cheered and taken back', async () => {
    const { body } = await type('ana', '/kudos @ben carried the piano up himself');
    expect(body).toMatchObject({ type: 'kudos-given', refused: false });
    const shown = await postWith('chloe', 'carried the piano');
    expect(shown.said).toBe('Ana Duarte tells a story about Ben Okafor');
    expect((await noteWith('ben', 'carried the piano')).said).toContain('with you in it');

    const cheer = asked(shown.html, 'cheer-story');
    expect((await post('chloe', cheer)).body.said).toBe('Cheered. 1 cheer so far.');
    expect((await channel('chloe')).posts.some(({ html }) => html.includes('aria-pressed="true"'))).toBe(true);
    await post('chloe', asked((await postWith('chloe', 'carried the piano')).html, 'take-cheer-back'));
    expect((await postWith('chloe', 'carried the piano')).html).toContain('aria-pressed="false"');

    const undone = await type('ana', '/kudos undo');
    expect(undone.body.type).toBe('story-retracted');
    expect(undone.body.html).toContain('carried the piano');
    await soon(async () => !(await channel('chloe')).posts.some(({ html }) => html.includes('carried the piano')));
  });

  test('sent twice under one key is told once, with one answer', async () => {
    const key = randomUUID();
    const both = await Promise.all([
      type('ana', '/kudos @noor wrote a poem', key),
      type('ana', '/kudos @noor wrote a poem', key),
    ]);
    expect(both.map(({ body }) => body.type)).toEqual(['kudos-given', 'kudos-given']);
    await postWith('ben', 'wrote a poem');
    expect((await channel('ben')).posts.filter(({ html }) => html.includes('wrote a poem'))).toHaveLength(1);
  });

  test('between us reaches its hero and no channel', async () => {
    const form = { type: 'give-kudos', heroes: ['noor'], words: 'a quiet word of thanks', audience: 'heroes' };
    expect((await post('ana', form)).body.said).toContain('Nobody else will see it');
    await noteWith('noor', 'a quiet word of thanks');
    expect((await channel('ben')).posts.some(({ html }) => html.includes('a quiet word'))).toBe(false);
  });

  test('with a problem and a repair in it is asked about, and moves to the other lane', async () => {
    const { body } = await type(
      'hiro',
      '/kudos @noor The lamp arrived broken; she apologised and replaced it the same day.',
    );
    expect(body.said).toBe('Told, with one question: did something go wrong first?');
    const move = { ...asked(body.html, 'move-story'), whatBroke: '' };
    expect((await post('hiro', move)).body).toMatchObject({ refused: true, field: 'whatBroke' });
    const moved = await post('hiro', { ...move, whatBroke: 'the packaging' });
    expect(moved.body.type).toBe('story-moved');
    expect(
      (await soon(async () => (await channel('ana')).posts.find(({ html }) => html.includes('the packaging')))).html,
    ).toContain('Recovery');
  });
});

describe('the form', () => {
  test.each([
    [{ heroes: [], words: 'x' }, 'heroes'],
    [{ heroes: ['ana'], words: 'x' }, 'heroes'],
    [{ heroes: ['ben'], words: ' ' }, 'words'],
    [{ heroes: ['ben'], words: 'y'.repeat(3001) }, 'words'],
    [{ heroes: ['ben'], words: 'x', wentWrong: 'yes', whatBroke: '' }, 'whatBroke'],
    [{ heroes: ['ben'], words: 'x', customer: 'z'.repeat(200) }, 'customer'],
  ])('that lacks something says where (%#)', async (fields, field) => {
    const { body } = await post('ana', { type: 'give-kudos', ...fields });
    expect(body).toMatchObject({ refused: true, field });
  });

  test('opens on /kudos alone; other commands answer too', async () => {
    expect((await type('ana', '/kudos')).body.type).toBe('kudos-form');
    expect((await type('ana', '/kudos help')).body.html).toContain('/kudos undo');
    expect((await type('ana', '/kudos mine')).body.type).toBe('mine');
    const settings = await type('dana', '/kudos settings');
    expect(settings.body.type).toBe('settings');
    expect(settings.body.html).toContain('Monday 9:00');
    expect(settings.body.html).not.toContain('firefly');
    expect((await type('ana', '/kudos inbox')).body.type).toBe('inbox');
    expect((await type('ana', '/kudos digest')).body.type).toBe('digest-preview');
    expect((await type('ana', '/kudos search poem')).body.html).toContain('wrote a poem');
    expect((await type('ana', '/kudos search !')).body).toMatchObject({ type: 'refusal', refused: true });
    expect((await type('ana', 'hello there')).body).toMatchObject({ type: 'way-forward', refused: true });
    expect((await type('ana', '/flowers for all')).body.said).toContain('does not know /flowers');
  });
});

describe('a customer’s mail', () => {
  test('is dropped, settled as a win with its hero, and cannot be settled twice', async () => {
    const sample = await (await fetch(`${base}/sandbox/samples/delighted`)).text();
    const { body } = await mail('dana', sample);
    expect(body).toMatchObject({ type: 'praise-waiting', refused: false });
    expect(body.html).toContain('I only ordered a kettle');
    expect(body.html).toContain('grete.holm@example.org');
    expect(body.html).toContain('name="heroes" value="ben" checked');
    expect((await mail('dana', sample)).body.type).toBe('praise-already-here');
    expect((await channel('dana')).waiting).toBe(1);

    const settle = asked(body.html, 'settle-praise');
    expect((await look('dana', 'praise', settle.praise)).type).toBe('praise-waiting');
    expect((await post('dana', settle)).body).toMatchObject({ refused: true, field: 'as' });
    const settled = await post('dana', { ...settle, as: 'win', heroes: ['ben'] });
    expect(settled.body.said).toContain('Settled as a win');
    expect((await noteWith('ben', 'I only ordered a kettle')).said).toBe('Grete Holm wrote about you');
    const bySecond = [
      (await post('dana', { ...settle, as: 'thanks' })).body,
      await look('dana', 'praise', settle.praise),
    ];
    for (const { said } of bySecond) expect(said).toContain('You settled this already as a win');
    expect(bySecond[1]?.html).toContain('retract-story');
    expect((await channel('dana')).waiting).toBe(0);
  });

  test('are thanks that everybody hears of at once, from “a customer” if that is how it shall be', async () => {
    const sample = await (await fetch(`${base}/sandbox/samples/delighted`)).text();
    const { body } = await mail('dana', sample.replace('sample-delighted', 'another').replace('a kettle', 'a teapot'));
    const settle = asked(body.html, 'settle-praise');
    await post('dana', { ...settle, as: 'thanks', heroes: ['ben'], thanks: 'everyone', customer: 'no-name' });
    const inPrivate = await noteWith('ben', 'I only ordered a teapot');
    expect(inPrivate.said).toBe('A customer thanks you');
    const { html } = await postWith('noor', 'I only ordered a teapot');
    expect(html).toContain('A customer thanks');
    expect(inPrivate.html + html).not.toContain('Holm');
  });

  test('can be pasted, as words or as a whole forwarded mail', async () => {
    const words = await type('dana', '/kudos praise Chloé Martin drew me a map by hand, how thoughtful!');
    expect(words.body.html).toContain('name="heroes" value="chloe" checked');
    const forwarded =
      '---------- Forwarded message ---------\nFrom: Lia <lia@example.org>\nDate: Mon, 2 Nov 2026\nSubject: Hi\n\nYou made my day!\n';
    const { body } = await mail('dana', forwarded, '&pasted=1');
    expect(body.html).toContain('lia@example.org');
    expect(body.html).toContain('You made my day!');
  });

  test.each([
    ['nothing at all', new Uint8Array()],
    ['a picture', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, ...Array(2000).fill(7)])],
  ])('that is %s is answered with what to do', async (_name, raw) => {
    const { status, body } = await mail('dana', raw);
    expect(status).toBe(200);
    expect(body).toMatchObject({ type: 'refusal', refused: true });
    expect(body.said).toMatch(/paste|forward/i);
  });

  test('that is too big is turned away before it is read', async () => {
    const response = await new Promise<{ status: number; body: string }>((resolve, reject) => {
      const { port } = new URL(base);
      const headers = { 'Content-Type': 'message/rfc822', Origin: base, 'Content-Length': String(30 * 1024 * 1024) };
      const path = `/sandbox/mail?as=dana&key=${randomUUID()}`;
      const sending = request({ host: '127.0.0.1', port, method: 'POST', path, headers }, (answer) => {
        let body = '';
        answer.on('data', (chunk) => {
          body += chunk;
        });
        answer.on('end', () => {
          sending.destroy();
          resolve({ status: answer.statusCode ?? 0, body });
        });
      });
      sending.on('error', reject);
      sending.write('From: me\r\n');
    });
    expect(response.status).toBe(413);
    expect(response.body).toContain('up to 25 MB fit');
  });
});

test('what cannot be stored now is said so, with the words, and stored once by the same request later', async () => {
  const other = new Database(databaseFile);
  const body = JSON.stringify({ key: randomUUID(), as: 'ana', do: { type: 'type', text: '/kudos @hiro kept at it' } });
  other.exec('BEGIN IMMEDIATE');
  const refused = await send<{ error: string; view: unknown }>(body);
  other.exec('ROLLBACK');
  other.close();
  expect(refused.status).toBe(503);
  expect(refused.body.error).toMatch(/^Not stored yet/);
  expect(refused.body.view).toEqual({ type: 'refusal', reason: 'not-stored-yet', words: '/kudos @hiro kept at it' });

  expect((await send(body)).body.type).toBe('kudos-given');
  expect((await send(body)).body.type).toBe('kudos-given');
  await postWith('ben', 'kept at it');
  expect((await channel('ben')).posts.filter(({ html }) => html.includes('kept at it'))).toHaveLength(1);
});

describe('requests that no page of ours makes', () => {
  test.each([
    ['null', 'null'],
    ['an array', '[]'],
    ['a number', '7'],
    ['no JSON', '{"key":'],
    ['deep nesting', '['.repeat(50_000) + ']'.repeat(50_000)],
    ['nested objects', `${'{"do":'.repeat(20_000)}1${'}'.repeat(20_000)}`],
    ['nothing', '{}'],
    ['a key that is none', JSON.stringify({ key: 'x', as: 'ana', do: { type: 'type', text: 'x' } })],
    ['an unknown wish', JSON.stringify({ key: randomUUID(), as: 'ana', do: { type: 'plan-digest' } })],
    ['a date that is none', JSON.stringify({ key: randomUUID(), as: 'ana', do: { type: 'move-clock', to: 'soon' } })],
    [
      'somebody unknown',
      JSON.stringify({ key: randomUUID(), as: 'mallory', do: { type: 'type', text: '/kudos mine' } }),
    ],
    ['a prototype', JSON.stringify({ key: randomUUID(), as: '__proto__', do: { type: 'constructor' } })],
    ['too much', JSON.stringify({ key: randomUUID(), as: 'ana', do: { type: 'type', text: 'x'.repeat(2_000_000) } })],
  ])('%s is answered clearly', async (_name, body) => {
    const reply = await send<{ error: string }>(body);
    expect(reply.status).toBeGreaterThanOrEqual(400);
    expect(reply.status).toBeLessThan(500);
    expect(reply.body.error).toMatch(/^[A-Z].*\.$/);
    expect(reply.body.error).not.toMatch(/\n\s*at |node_modules|Error:/);
  });

  const good = JSON.stringify({ key: randomUUID(), as: 'ana', do: { type: 'type', text: '/kudos help' } });

  test.each([
    ['another page’s origin', { Origin: 'http://evil.example' }, 403],
    ['the same name on another port', { Origin: 'http://127.0.0.1:1' }, 403],
    ['a sandboxed frame', { Origin: 'null' }, 403],
    ['another site, as the browser says', { 'Sec-Fetch-Site': 'cross-site' }, 403],
    ['a form of another page', { 'Content-Type': 'text/plain' }, 415],
  ])('from %s are turned away', async (_name, headers, status) => {
    expect((await send(good, headers as Record<string, string>)).status).toBe(status);
  });

  test('without any origin are turned away', async () => {
    const response = await fetch(`${base}/sandbox/do`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: good,
    });
    expect(response.status).toBe(403);
  });

  test.each([
    ['evil.example', 403],
    ['127.0.0.1', 403],
    ['127.0.0.1:1', 403],
    ['127.0.0.1.evil.example:PORT', 403],
    ['localhost:PORT', 200],
    ['[::1]:PORT', 200],
  ])('for the host %s get %i', async (host, status) => {
    const { port } = new URL(base);
    for (const path of ['/', '/sandbox/channel?as=ana', '/sandbox/page/sandbox.js']) {
      const got = await new Promise((resolve, reject) => {
        const asking = request({ host: '127.0.0.1', port, path, headers: { Host: host.replace('PORT', port) } });
        asking
          .on('response', (answer) => resolve(answer.resume().statusCode))
          .on('error', reject)
          .end();
      });
      expect([path, got]).toEqual([path, status]);
    }
  });

  test('every answer carries what keeps script and frames out', async () => {
    for (const path of ['/', '/?as=ana', '/sandbox/page/sandbox.js', '/sandbox/channel?as=ana', '/sandbox/nothing']) {
      const { headers } = await fetch(base + path);
      expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
      expect(headers.get('content-security-policy')).not.toContain('unsafe');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
    }
    expect((await fetch(`${base}/sandbox/page/../index.ts`)).status).toBe(404);
    expect((await fetch(`${base}/sandbox/page/%2e%2e%2findex.ts`)).status).toBeGreaterThanOrEqual(400);
  });
});

describe('the page', () => {
  test('asks who one is, marks its people as sample, and opens for whoever was chosen', async () => {
    const choosing = await (await fetch(`${base}/`)).text();
    expect(choosing).toContain('Who are you today?');
    expect(choosing).toContain('Sample');
    expect(choosing.match(/href="\/\?as=/g)).toHaveLength(6);
    expect(await (await fetch(`${base}/?as=dana`)).text()).toContain('data-as="dana"');
    expect(await (await fetch(`${base}/?as=nobody&as=ana`)).text()).toContain('Who are you today?');
  });

  test('tells open tabs at once that something changed', async () => {
    const response = await fetch(`${base}/sandbox/live`);
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    const letters = new TextDecoder();
    await type('ana', '/kudos @chloe hummed a tune for a customer');
    let heard = '';
    while (!heard.includes('event: changed')) heard += letters.decode((await reader.read()).value);
    await reader.cancel();
  });

  test('moves its clock to the digest, holds nothing back that was told, and starts anew with all of it', async () => {
    const long = `Stayed until the last guest had a room. ${'And another. '.repeat(80)}The end.`;
    await post('ana', { type: 'give-kudos', heroes: ['ben'], words: long });
    const before = (await channel('dana')).clock;
    expect(before.due).not.toBeNull();
    expect(before.dueText).toContain('Monday 9:00');
    const moved = await post('dana', { type: 'move-clock', to: before.due });
    expect(moved.body.type).toBe('clock-moved');

    // A restart makes up for a digest that is due, and must change nothing else.
    const port = Number(new URL(base).port);
    const live = fetch(`${base}/sandbox/live`).then((response) => response.text());
    await (await fetch(`${base}/healthz`)).text();
    await herald.stop();
    // Ended by Herald: what is cut off instead throws.
    await live;
    await open(port);

    const digest = await soon(async () =>
      (await channel('ana')).posts.find(({ html }) => html.includes('post digest')),
    );
    expect(digest.html).toContain('I only ordered a kettle');
    expect(digest.html).toContain('wrote a poem');
    const [, toWall = ''] = /href="(\/wall\/[^"]+)"/.exec(digest.html) ?? [];
    const whole = await (await fetch(`${base}${toWall}`)).text();
    expect(digest.html).not.toContain('The end.');
    expect(whole).toContain('The end.');
    expect(digest.html).not.toContain('the packaging');
    expect(digest.html).not.toContain('a quiet word');
    const after = await channel('ana');
    expect(after.posts.filter(({ html }) => html.includes('post story-told')).length).toBeGreaterThan(2);
    expect(after.clock.now >= String(before.due)).toBe(true);
    expect((await (await fetch(`${base}/`)).text()).match(/href="\/\?as=/g)).toHaveLength(6);
  });
});

describe('an idea', () => {
  test('is proposed by typing, joined and backed by its buttons, and asks again where something is missing', async () => {
    const proposed = await type('ana', '/idea <b>write</b> the guest’s name on the cup');
    expect(proposed.body).toMatchObject({ type: 'idea-proposed', refused: false });
    expect(proposed.body.html).toContain('&lt;b&gt;write&lt;/b&gt;');
    const alike = await type('ben', '/idea names on cups');
    expect(alike.body.type).toBe('ideas-alike');
    const lend = asked(alike.body.html, 'lend-hand');
    expect((await post('ben', lend)).body.said).toContain('You lend Ana Duarte a hand');
    expect((await post('ben', asked(alike.body.html, 'propose-idea'))).body.type).toBe('idea-proposed');
    const shown = await look('dana', 'idea', lend.idea);
    const back = asked(shown.html, 'back-idea');
    expect((await post('dana', { ...back, clearing: '' })).body).toMatchObject({ refused: true, field: 'clearing' });
    expect((await post('dana', { ...back, clearing: 'Pens' })).body.type).toBe('idea-changed');
    expect((await post('chloe', { type: 'withdraw-idea', idea: lend.idea })).body).toMatchObject({ refused: true });
    expect((await look('chloe', 'ideas')).html).toContain('Backed');
    await noteWith('ana', 'backs your idea');
    expect((await type('ana', '/idea')).body.type).toBe('idea-form');
  });
});
