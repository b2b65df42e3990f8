// Microsoft's playground is no part of Herald: its terms let you install it to evaluate it, and not pass it on. So it is
// fetched only by whoever runs `npm run test:teams`, and what it would report to Microsoft is turned off.

import { execFile } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const PLAYGROUND = '@microsoft/m365agentsplayground';
const VERSION = '0.2.28';

/** The playground's program; installed first where it is not there yet. AGENTS_PLAYGROUND says where else it stands. */
export async function installedPlayground(): Promise<string> {
  const given = process.env.AGENTS_PLAYGROUND;
  const folder = given ?? fileURLToPath(new URL('../../.cache/agents-playground', import.meta.url));
  const program = join(folder, 'node_modules', PLAYGROUND, 'cli.js');
  if (existsSync(program)) return program;
  if (given !== undefined)
    throw new Error(`There is no ${program}: AGENTS_PLAYGROUND is where ${PLAYGROUND} is installed.`);
  mkdirSync(folder, { recursive: true });
  const install = ['install', '--prefix', folder, '--no-save', '--ignore-scripts', `${PLAYGROUND}@${VERSION}`];
  await promisify(execFile)('npm', install);
  return program;
}
