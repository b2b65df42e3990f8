import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { exportAll } from '../../db/export.ts';
import { deliver, mail } from '../abuse/attack.ts';
import { openHouse } from '../abuse/house.ts';

vi.setConfig({ testTimeout: 60_000 });

const MAILS = 30;
const SENDERS = 4;
const CRASHES = 2;

test('killed in the middle of it again and again, Herald has each mail once that its sender was told is taken', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'herald-crash-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  let house = await openHouse(folder);
  const { example } = house.door;
  const waiting = await Promise.all(Array.from({ length: MAILS }, () => example.sign(mail())));
  let taken = 0;

  /** As mail servers do: until it is told that it is taken. */
  async function send(): Promise<void> {
    for (let raw = waiting.pop(); raw !== undefined; ) {
      const reply = await deliver(house.door, raw).catch(() => 'gone');
      if (reply.startsWith('250')) {
        taken += 1;
        raw = waiting.pop();
      } else await pause(20);
    }
  }

  const sending = Promise.all(Array.from({ length: SENDERS }, send));
  for (let crash = 0; crash < CRASHES; crash += 1) {
    const before = taken;
    await vi.waitFor(() => expect(taken).toBeGreaterThan(before + 3), 20_000);
    await house.kill();
    house = await openHouse(folder, house.keys);
  }
  await sending;
  await house.close();
  const kept = (await Array.fromAsync(exportAll(join(folder, 'herald.db')))).filter(({ type }) => type === 'praise');
  expect(taken).toBe(MAILS);
  expect(new Set(kept.map(({ words }) => words)).size).toBe(MAILS);
  expect(kept).toHaveLength(MAILS);
});
