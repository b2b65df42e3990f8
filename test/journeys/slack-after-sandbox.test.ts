// Whoever tried the sandbox sets up Slack in the same folder, with the same database.

import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { exportAll } from '../../db/export.ts';
import { start } from '../../src/main.ts';
import { operatorsFolder } from './herald-command.ts';
import { NEWS, openHouse, said } from './slack-herald.ts';

const WEEK_MS = 7 * 86_400_000;

async function tourWithMovedClock(databaseFile: string): Promise<void> {
  const schedule = { minute: 0, hour: 9, weekday: 1, timeZone: 'Europe/Berlin' };
  const doors = { publicUrl: null, digestChannel: null, slack: null, teams: null, email: null };
  const config = { port: 0, host: '127.0.0.1', databaseFile, logLevel: 'silent', schedule, ...doors } as const;
  const { address, stop } = await start(config, { line: () => undefined });
  const to = new Date(Date.now() + WEEK_MS).toISOString();
  const moved = await fetch(`${address}sandbox/do`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: new URL(address).origin },
    body: JSON.stringify({ key: randomUUID(), as: 'dana', do: { type: 'move-clock', to } }),
  });
  expect(await moved.json()).toMatchObject({ type: 'clock-moved' });
  await stop();
}

it('lives in real time, however far the sandbox’s clock was moved', async () => {
  const databaseFile = join(operatorsFolder().folder, 'herald.db');
  await tourWithMovedClock(databaseFile);
  // Slack signs with its own clock; with another one here it would be turned away.
  const house = await openHouse('http', 1, { databaseFile });
  onTestFinished(house.close);
  const told = await said(() => house.slack.user('UANA').types(NEWS, '/kudos @ben drew a map by hand'));
  expect(told.text).toContain('Ben');
  const wins = (await Array.fromAsync(exportAll(databaseFile))).filter(({ type }) => type === 'win');
  expect(wins.map(({ at }) => Date.parse(String(at)) <= Date.now())).toEqual([true]);
});
