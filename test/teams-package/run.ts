// `npm run teams:package [-- https://your.address/]`: makes the app package for Teams, with the app ID that is in .env.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs, parseEnv } from 'node:util';

const FILE = 'data/herald-teams.zip';
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const { values, positionals } = parseArgs({ options: { 'app-id': { type: 'string' } }, allowPositionals: true });
const file: NodeJS.Dict<string> = existsSync('.env') ? parseEnv(readFileSync('.env', 'utf8')) : {};
const appId = (values['app-id'] || file.TEAMS_APP_ID || '').trim().toLowerCase();
const website = URL.parse(positionals[0] ?? file.PUBLIC_URL ?? 'https://example.com/');

if (!GUID.test(appId)) {
  fail('TEAMS_APP_ID is not in .env yet, or is no GUID. It is the bot’s Application (client) ID.');
} else if (website?.protocol !== 'https:') {
  fail('The web address begins with https://, such as https://herald.example.com/.');
} else {
  await write(appId, website.href);
}

async function write(id: string, address: string): Promise<void> {
  // What packs it is no part of a server's installation.
  const pack = await import('./pack.ts').catch((error) => {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    return null;
  });
  if (pack === null) return fail('What packs it is not installed here. Run npm ci, without --omit=dev, and try again.');
  mkdirSync('data', { recursive: true });
  writeFileSync(FILE, pack.packed({ appId: id, website: address }));
  process.stdout.write(`${FILE} is ready. Upload it in Teams: Apps, Manage your apps, Upload an app.\n`);
}

function fail(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}
