// A real Herald, and Microsoft's playground in place of Teams.

import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { start } from '../../src/main.ts';
import { NEWS } from './company.ts';
import { startPlayground } from './playground.ts';

const herald = fileURLToPath(new URL('../../src/herald.js', import.meta.url));

export async function openPlaygroundHouse() {
  const folder = mkdtempSync(join(tmpdir(), 'herald-playground-'));
  const databaseFile = join(folder, 'herald.db');
  const running = await start(
    {
      port: 0,
      host: '127.0.0.1',
      databaseFile,
      logLevel: 'warn',
      schedule: { minute: 0, hour: 9, weekday: 1, timeZone: 'Europe/Berlin' },
      publicUrl: null,
      digestChannel: NEWS,
      slack: null,
      email: null,
      // As with TEAMS_AUTH=none.
      teams: { registration: null, admins: ['ana@example.com'], cloud: null },
    },
    { line: () => undefined },
  );
  const playground = await startPlayground(`${running.address}api/messages`, folder);
  return {
    address: playground.address,
    /** As an operator does it, beside the Herald that runs. */
    async postDigest(): Promise<string> {
      const env = { PATH: process.env.PATH, DATABASE_URL: `sqlite:${databaseFile}`, LOG_LEVEL: 'silent' };
      const { stdout } = await promisify(execFile)(process.execPath, [herald, 'digest', 'post'], { env });
      return stdout;
    },
    async close() {
      await playground.stop();
      await running.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
