import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exportAll } from '../../db/export.ts';
import { start } from '../../src/main.ts';
import { momentIn, nextWeek, weekOf } from '../../src/recognition/week.ts';
import { operatorsFolder } from './herald-command.ts';

test('the sandbox’s clock, moved past the digest’s moment, has it posted before the answer comes', async () => {
  const { folder } = operatorsFolder();
  const databaseFile = join(folder, 'herald.db');
  const schedule = { minute: 0, hour: 9, weekday: 1, timeZone: 'Europe/Berlin' };
  const doors = { publicUrl: null, digestChannel: null, slack: null, teams: null, email: null };
  const config = { port: 0, host: '127.0.0.1', databaseFile, logLevel: 'silent', schedule, ...doors } as const;
  const herald = await start(config, { line: () => undefined });
  const digests = async () => {
    const records = await Array.fromAsync(exportAll(databaseFile));
    return records.filter(({ type }) => type === 'digest');
  };
  const before = await digests();
  const to = momentIn(nextWeek(weekOf(new Date().toISOString(), schedule.timeZone)), schedule);
  const response = await fetch(`${herald.address}sandbox/do`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: herald.address.replace(/\/$/, '') },
    body: JSON.stringify({ key: randomUUID(), as: 'dana', do: { type: 'move-clock', to } }),
  });
  expect(await response.json()).toMatchObject({ type: 'clock-moved' });
  expect(await digests()).toHaveLength(before.length + 1);
  await herald.stop();
});
