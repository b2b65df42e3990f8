import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type ClockDouble, createClockDouble } from '../test/fakes/clock.ts';
import { CONNECTION, foundCompany, kudos, person } from '../test/fakes/company.ts';
import { type OpenCore, openCore } from '../test/fakes/open-core.ts';
import type { Command } from './commands.ts';
import { createLog } from './log.ts';
import { DeliveryError, type RawCommand, type Resolver } from './ports.ts';
import { createResolutions } from './resolutions.ts';
import type { Refusal, View } from './views.ts';

const at = '2026-11-18T10:00:00.000Z';
let folder: string;
let file: string;
let open: OpenCore;
let clock: ClockDouble;
let stop: () => Promise<void>;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'herald-resolutions-'));
  file = join(folder, 'herald.db');
  open = await openCore(file);
  clock = createClockDouble(at);
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  stop = async () => undefined;
  await foundCompany(open.core, { at, people: 4 });
});
afterEach(async () => {
  vi.useRealTimers();
  await stop();
  await open.close();
  rmSync(folder, { recursive: true, force: true });
});

const raw = (key: string): RawCommand => ({
  key,
  connection: CONNECTION,
  at,
  teller: null,
  words: `words of ${key}`,
  payload: null,
});

type Completing = (raw: RawCommand, tries: number) => Command | Refusal;

/** A platform that says what the test says, and shows every answer. */
function platform(complete: Completing, answer: (tries: number) => void = () => undefined) {
  const completed: string[] = [];
  const answered: [string, View][] = [];
  let answers = 0;
  const resolver: Resolver = {
    platform: 'web',
    async complete(asked) {
      completed.push(asked.key);
      return complete(asked, completed.length);
    },
    async answer(asked, reply) {
      answers += 1;
      answer(answers);
      answered.push([asked.key, reply]);
    },
  };
  return { resolver, completed, answered };
}

function begin(resolver: Resolver | null): void {
  const { ledger, core } = open;
  const resolutions = createResolutions({
    ledger,
    core,
    clock,
    log: createLog('silent'),
    resolverOf: async () => resolver,
  });
  resolutions.start();
  stop = resolutions.stop;
}

const asKudos: Completing = ({ key, words }) => kudos(key, words, at);
const away = (): never => {
  throw new DeliveryError('The platform is away.');
};
const storiesTold = async () => {
  const mine = await open.core.ask({ type: 'mine', by: person(1) });
  return mine.type === 'mine' ? mine.told.map(({ words }) => words) : [];
};
/** The loop looks by itself each second. Only that is hurried: what it finds is still done in its own time. */
async function looksAgain(): Promise<void> {
  await vi.advanceTimersByTimeAsync(1000);
  await new Promise((resolve) => setTimeout(resolve, 10));
}
const soon = (check: () => unknown) =>
  vi.waitFor(
    async () => {
      await looksAgain();
      await check();
    },
    { timeout: 8000, interval: 10 },
  );

it('completes, decides and answers what is received, at once and once', async () => {
  const { resolver, completed, answered } = platform(asKudos);
  begin(resolver);
  expect(await open.core.receive(raw('k'))).toBeNull();
  // Nothing looks by itself meanwhile, so that being told of it must be what takes it up.
  await expect.poll(() => answered, { timeout: 8000 }).toMatchObject([['k', { type: 'kudos-given' }]]);
  expect(await open.core.receive(raw('k'))).toMatchObject({ type: 'kudos-given' });
  await looksAgain();
  await looksAgain();
  expect(completed).toEqual(['k']);
  expect(answered).toHaveLength(1);
  expect(await storiesTold()).toEqual(['words of k']);
});

it('completes after a restart what was only received before', async () => {
  await open.core.receive(raw('k'));
  await open.close();
  open = await openCore(file);
  const { resolver, answered } = platform(asKudos);
  begin(resolver);
  await soon(() => expect(answered).toMatchObject([['k', { type: 'kudos-given' }]]));
});

it('answers after a restart what was decided but not answered, without asking or deciding again', async () => {
  await open.core.receive(raw('k'));
  const reply = await open.core.handle(kudos('k', 'Carried every box.', at));
  const { resolver, completed, answered } = platform(asKudos);
  begin(resolver);
  await soon(() => expect(answered).toEqual([['k', reply]]));
  expect(completed).toEqual([]);
  expect(await storiesTold()).toEqual(['Carried every box.']);
});

it('answers with the refusal that the platform’s answer leads to, and keeps to it', async () => {
  const refusal = { type: 'refusal', reason: 'person-unknown', name: 'zed' } as const;
  const { resolver, answered } = platform(() => refusal);
  begin(resolver);
  await open.core.receive(raw('k'));
  await vi.waitFor(() => expect(answered).toEqual([['k', refusal]]), 15_000);
  expect(await open.core.receive(raw('k'))).toEqual(refusal);
});

it('decides under the key that was received, whatever the platform’s part makes of it', async () => {
  const { resolver, answered } = platform(({ words }) => kudos('another key', words, at));
  begin(resolver);
  await open.core.receive(raw('k'));
  await vi.waitFor(() => expect(answered).toHaveLength(1), 15_000);
  expect(await open.core.handle(kudos('k', 'Once more.', at))).toEqual(answered[0]?.[1]);
});

it('tries again while the platform is away, and holds nothing else up', async () => {
  const { resolver, completed, answered } = platform((asked, tries) =>
    asked.key === 'k1' && tries < 4 ? away() : asKudos(asked, tries),
  );
  begin(resolver);
  await open.core.receive(raw('k1'));
  await vi.waitFor(() => expect(completed).toEqual(['k1']), 15_000);
  await open.core.receive(raw('k2'));
  await vi.waitFor(() => expect(answered.map(([key]) => key)).toEqual(['k2']), 15_000);
  clock.pass(1000);
  await soon(() => expect(completed).toEqual(['k1', 'k2', 'k1']));
  clock.pass(2000);
  await soon(() => expect(answered.map(([key]) => key)).toEqual(['k2', 'k1']));
});

it('waits for as long as the platform says', async () => {
  const retryAt = '2026-11-18T10:00:30.000Z';
  const { resolver, completed } = platform(() => {
    throw new DeliveryError('Too much.', { retryAt });
  });
  begin(resolver);
  await open.core.receive(raw('k'));
  await vi.waitFor(async () => expect(await open.ledger.received.due(at, 9)).toEqual([]), 15_000);
  clock.set('2026-11-18T10:00:29.999Z');
  await looksAgain();
  await looksAgain();
  expect(completed).toHaveLength(1);
});

it('gives up loudly, and gives the words back', async () => {
  const { resolver, answered } = platform(() => {
    throw new DeliveryError('not_in_workspace', { fatal: true });
  });
  begin(resolver);
  await open.core.receive(raw('k'));
  const refusal = { type: 'refusal', reason: 'platform-silent', words: 'words of k' };
  await vi.waitFor(() => expect(answered).toEqual([['k', refusal]]), 15_000);
  expect(await open.core.receive(raw('k'))).toEqual(refusal);
});

it('does not try a fault of its own for an hour', async () => {
  const { resolver, completed, answered } = platform(() => {
    throw new TypeError('a bug');
  });
  begin(resolver);
  await open.core.receive(raw('k'));
  for (const tries of [1, 2]) {
    await soon(() => expect(completed).toHaveLength(tries));
    await vi.waitFor(async () => expect(await open.ledger.received.due(clock.now(), 9)).toEqual([]), 15_000);
    clock.pass(5000);
  }
  await soon(() => expect(answered).toMatchObject([['k', { reason: 'platform-silent' }]]));
});

it('answers again when the answer did not get through, without deciding again', async () => {
  const { resolver, completed, answered } = platform(asKudos, (tries) => {
    if (tries < 3) away();
  });
  begin(resolver);
  await open.core.receive(raw('k'));
  for (const pass of [1000, 2000]) {
    await soon(async () => expect(await open.ledger.received.due(clock.now(), 9)).toEqual([]));
    clock.pass(pass);
    await looksAgain();
    await looksAgain();
  }
  await soon(() => expect(answered).toMatchObject([['k', { type: 'kudos-given' }]]));
  expect(completed).toEqual(['k']);
});

it('keeps what came through a door that is closed now', async () => {
  begin(null);
  await open.core.receive(raw('k'));
  await vi.waitFor(async () => expect(await open.ledger.received.due(at, 9)).toEqual([]), 15_000);
  clock.pass(60_000);
  expect(await open.ledger.received.due(clock.now(), 9)).toMatchObject([{ raw: { key: 'k' }, reply: null }]);
});
