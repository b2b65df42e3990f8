// `herald doctor` for somebody who sets Slack up: each thing that is missing, and where to click.

import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { BOT, type House, NEWS, openHouse } from './slack-herald.ts';

let house: House;
beforeEach(async () => {
  house = await openHouse('socket');
});
afterEach(() => house.close());

async function doctor(differs: Readonly<Record<string, string>> = {}) {
  const { slack, databaseFile } = house;
  const entry = fileURLToPath(new URL('../../src/herald.js', import.meta.url));
  const env = {
    ...process.env,
    DATABASE_URL: `sqlite:${databaseFile}`,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
    ...differs,
  };
  const run = promisify(execFile)(process.execPath, [entry, 'doctor'], { env });
  const { stdout, stderr } = await run.catch((error: { stdout: string; stderr: string }) => error);
  return { good: stdout, bad: stderr };
}

it('finds nothing to do when all is well', async () => {
  const { good, bad } = await doctor();
  expect(bad).toBe('');
  expect(good).toContain('every scope is granted');
  expect(good).toContain('Socket Mode is on');
  expect(good).toContain('the digest goes to #good-news');
});

it('names each missing scope, and that an optional one is optional', async () => {
  house.slack.tokens.withhold('usergroups:read', 'channels:history');
  const { good, bad } = await doctor();
  expect(bad).toContain('the scope usergroups:read is missing: no kudos to a user group');
  expect(bad).toContain('OAuth & Permissions');
  expect(bad).not.toContain('channels:history');
  expect(good).toContain('without channels:history (optional)');
});

it('names a wrong or revoked token, and one that Socket Mode does not take', async () => {
  expect((await doctor({ SLACK_BOT_TOKEN: 'xoxb-not-this-one' })).bad).toContain(
    'SLACK_BOT_TOKEN: the token is not valid',
  );
  expect((await doctor({ SLACK_APP_TOKEN: 'xapp-not-this-one' })).bad).toContain('SLACK_APP_TOKEN: ');
  house.slack.tokens.revoke('bot');
  expect((await doctor()).bad).toContain('the token was revoked');
});

it('names a digest’s channel that Herald is not in, or that is archived', async () => {
  const channel = house.slack.workspace.channels.get(NEWS);
  channel?.members.delete(BOT);
  expect((await doctor()).bad).toContain(
    'Herald is not in the digest’s channel #good-news. Type /invite @Herald there',
  );
  if (channel) channel.archived = true;
  expect((await doctor()).bad).toContain('#good-news is archived');
});

it('says so when Slack cannot be reached', async () => {
  expect((await doctor({ SLACK_API_URL: 'http://127.0.0.1:9/api/' })).bad).toContain('Slack could not be reached');
});
