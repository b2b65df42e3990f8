import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openCore } from '../test/fakes/open-core.ts';
import { createRecordingAdapter } from '../test/fakes/recording-adapter.ts';
import { createClock } from './clock.ts';
import { readConfig } from './config.ts';
import type { House } from './house.ts';
import { createLog } from './log.ts';
import { drawingOnFirstPulse } from './pictures/on-first-pulse.ts';
import type { Adapter } from './ports.ts';
import { runHerald } from './running.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'herald-running-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function furnishedHouse(port: number): Promise<House> {
  const { core, ledger, close } = await openCore(join(folder, 'herald.db'));
  return {
    config: await readConfig({ PORT: String(port) }),
    log: createLog('silent'),
    clock: createClock(),
    ledger,
    core,
    pictures: drawingOnFirstPulse(),
    mail: { read: async () => ({ type: 'refusal', reason: 'nothing-readable', what: 'empty', limit: null }) },
    splitMbox: async () => [],
    organizationServed: async () => null,
    isRunning: () => false,
    close,
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

const door = (adapter: Adapter) => ({ adapter, resolver: null, directory: null });

it('leaves no door open when one of them cannot be opened, so that the process ends and people are not kept waiting', async () => {
  const port = await freePort();
  const house = await furnishedHouse(port);
  const stop = vi.fn(async () => undefined);
  const fine: Adapter = { ...createRecordingAdapter({ platform: 'email' }), stop };
  const broken: Adapter = {
    ...createRecordingAdapter({ platform: 'slack' }),
    start: async () => {
      throw new Error('The token was revoked.');
    },
  };
  const opening = runHerald(house, async () => ({ chats: [door(fine), door(broken)], intakes: [] }), {
    release: () => undefined,
  });
  await expect(opening).rejects.toThrow('The token was revoked.');
  await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow();
  expect(stop).toHaveBeenCalledOnce();
  await house.close();
});

it('stops once, however often it is asked, and with the first code', async () => {
  const house = await furnishedHouse(0);
  const release = vi.fn();
  const herald = await runHerald(house, async () => ({ chats: [door(createRecordingAdapter())], intakes: [] }), {
    release,
  });
  expect(await (await fetch(`${herald.address}readyz`)).text()).toBe('ready\n');
  await Promise.all([herald.stop(1), herald.stop(0), herald.stop()]);
  expect(await herald.stopped).toBe(1);
  expect(release).toHaveBeenCalledOnce();
});
