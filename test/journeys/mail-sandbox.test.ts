// From the settings to the page: the sandbox with a door for mail, as an operator would try it.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { exportAll } from '../../db/export.ts';
import { readConfig } from '../../src/config.ts';
import { start } from '../../src/main.ts';
import { forwarded } from './mail-house.ts';

vi.setConfig({ testTimeout: 40_000 });

const SECRET = 'a-long-made-up-secret';

async function openSandbox(folder: string, environment: Record<string, string>) {
  const config = await readConfig({
    PORT: '0',
    LOG_LEVEL: 'silent',
    DATABASE_URL: `sqlite:${join(folder, 'herald.db')}`,
    EMAIL_WEBHOOK_SECRET: SECRET,
    EMAIL_TRUSTED_AUTHSERV: 'mx.herald.example',
    ...environment,
  });
  const herald = await start(config, { line: () => undefined });
  onTestFinished(() => herald.stop());
  const results = 'Authentication-Results: mx.herald.example; dmarc=pass header.from=example.com\r\n';
  return {
    herald,
    async send(from: string): Promise<number> {
      const response = await fetch(`${herald.address}email/inbound`, {
        method: 'POST',
        headers: { authorization: `Bearer ${SECRET}` },
        body: results + forwarded({ from }),
      });
      return response.status;
    },
    async exported(type: string) {
      const records = await Array.fromAsync(exportAll(join(folder, 'herald.db')));
      return records.filter((record) => record.type === type);
    },
  };
}

test('a mail of a listed forwarder waits on the page, and a restart with the same list changes nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'herald-mail-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const first = await openSandbox(folder, { EMAIL_FORWARDERS: '@example.com' });
  expect(await first.send('Mia <mia@example.com>')).toBe(200);
  expect(await first.send('Bob <bob@elsewhere.example>')).toBe(403);
  expect(await first.exported('praise')).toMatchObject([{ forwarder: 'Mia', status: 'waiting' }]);
  await first.herald.stop();
  const second = await openSandbox(folder, { EMAIL_FORWARDERS: '@elsewhere.example' });
  expect(await second.send('Mia <mia@example.com>')).toBe(200);
  expect(await second.exported('praise')).toHaveLength(2);
});
