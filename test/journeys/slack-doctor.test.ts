// What an operator reads of `herald doctor` about Slack, and what it takes to put it right.

import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { checkSlack } from '../../adapters/slack/doctor.ts';
import { createSocket } from '../../adapters/slack/socket.ts';
import { createWebApi } from '../../adapters/slack/web-api.ts';
import { readWorkspace } from '../../adapters/slack/workspace.ts';
import { type Slack, startSlack } from '../fakes/slack/slack.ts';
import { operatorsFolder } from './herald-command.ts';
import { BOT, manifest, NEWS, openHouse } from './slack-herald.ts';

let slack: Slack;
beforeEach(async () => {
  slack = await startSlack({ manifest });
  slack.workspace.addChannel({ id: NEWS, name: 'good-news', members: [BOT] });
});
afterEach(() => slack.stop());

type Given = { readonly botToken?: string; readonly appToken?: string; readonly apiUrl?: string };

const look = (given: Given = {}, channel: string | null = NEWS, stored?: string | null) =>
  checkSlack(
    {
      botToken: given.botToken ?? slack.botToken,
      apiUrl: given.apiUrl ?? slack.apiUrl,
      way: { kind: 'socket', appToken: given.appToken ?? slack.appToken },
    },
    { stored, configured: channel },
  );
const wanting = async (given?: Given, channel?: string | null) =>
  (await look(given, channel)).filter(({ ok }) => !ok).map(({ line }) => line);

it('finds nothing to do where all is well', async () => {
  slack.tokens.grant(...manifest.oauth_config.scopes.bot_optional);
  expect(await look()).toEqual([
    { ok: true, line: 'Slack       Example, where Herald is @herald' },
    { ok: true, line: 'Scopes      all that are needed' },
    { ok: true, line: 'Sockets     SLACK_APP_TOKEN is taken' },
    { ok: true, line: 'Channel     #good-news, where the digest goes' },
  ]);
  expect(slack.calls.refused()).toEqual([]);
});

describe('scopes', () => {
  it('names each that is missing, what it is for and where to add it', async () => {
    slack.tokens.withhold('im:write', 'users:read.email');
    expect(await wanting()).toEqual([
      expect.stringMatching(/^Scopes +im:write is missing, for .*OAuth & Permissions.*Reinstall/),
      expect.stringMatching(/^Scopes +users:read\.email is missing, for /),
    ]);
  });

  it('says what does not work without an optional one, and asks nothing for it', async () => {
    slack.tokens.grant('channels:history', 'groups:history');
    const findings = await look();
    expect(findings.every(({ ok }) => ok)).toBe(true);
    expect(findings.map(({ line }) => line).filter((line) => line.includes('optional'))).toEqual([
      expect.stringMatching(
        /files:write is not granted, which is optional, for the picture of the pulse, and everything as a file\. At https/,
      ),
      expect.stringMatching(/reactions:read is not granted, which is optional, for nominations by reaction\. At https/),
    ]);
  });
});

describe('the digest’s channel', () => {
  const channel = () => slack.workspace.channels.get(NEWS);

  it('says how to call Herald into it', async () => {
    channel()?.members.delete(BOT);
    expect(await wanting()).toEqual([expect.stringMatching(/Herald is not in #good-news.*\/invite @Herald/)]);
  });

  it('may be given by its name', async () => {
    expect((await look({}, '#good-news')).at(-1)).toEqual({
      ok: true,
      line: expect.stringContaining('#good-news, where'),
    });
  });

  it('given by its name is asked for at the first start alone, and nothing that Slack takes away later stops another', async () => {
    const house = await openHouse('http', 1, { digestChannel: 'good-news' });
    onTestFinished(house.close);
    house.slack.tokens.withhold('channels:read', 'groups:read');
    await house.restart();
    expect(house.slack.calls.of('conversations.list')).toHaveLength(1);
  });

  it('is the stored one, whatever DIGEST_CHANNEL says; where they differ, that is said', async () => {
    slack.workspace.addChannel({ id: 'C0OTHER', name: 'other', members: [BOT] });
    const line = async (set: string, stored: string | null) => (await look({}, set, stored)).at(-1)?.line;
    expect(await line('other', NEWS)).toMatch(/#good-news, .* \(as stored; DIGEST_CHANNEL only seeds/);
    expect(await line('good-news', NEWS)).toMatch(/#good-news, where the digest goes$/);
    expect(await line('good-news', null)).toMatch(
      /no digest channel yet\. .*\/kudos settings; DIGEST_CHANNEL only seeds/,
    );
  });

  it('says that it is archived', async () => {
    slack.archives(NEWS);
    expect(await wanting()).toEqual([expect.stringMatching(/#good-news is archived.*\/kudos settings/)]);
  });

  it.each([
    ['C0GONE', /no channel C0GONE.*\/invite @Herald.*\/kudos settings/],
    ['nowhere', /no channel nowhere.*\/kudos settings/],
    [null, /no digest channel yet.*\/kudos settings.*DIGEST_CHANNEL/],
  ])('%s', async (given, words) => {
    expect(await wanting({}, given)).toEqual([expect.stringMatching(words)]);
  });

  it('names the scope without which nothing can be said of it', async () => {
    slack.tokens.withhold('channels:read', 'groups:read');
    expect((await wanting()).at(-1)).toMatch(/tells nothing about C0NEWS without the scope.*channels:read/);
  });
});

describe('tokens', () => {
  it.each([
    ['token_revoked', /SLACK_BOT_TOKEN: it was revoked.*Bot User OAuth Token/],
    ['account_inactive', /SLACK_BOT_TOKEN: the app was uninstalled.*Install to Workspace/],
    ['invalid_auth', /SLACK_BOT_TOKEN: it is wrong, or was revoked/],
  ] as const)('says where the bot’s is to be had when Slack says %s', async (error, words) => {
    slack.tokens.revoke('bot', error);
    expect(await wanting()).toEqual([expect.stringMatching(words)]);
  });

  it('says where the app’s is to be had when it is wrong', async () => {
    const words = /^Sockets.*SLACK_APP_TOKEN: it is wrong.*Basic Information, App-Level Tokens.*connections:write/;
    expect(await wanting({ appToken: 'xapp-1-wrong' })).toEqual([expect.stringMatching(words)]);
  });

  it('says at the start, too, where the app’s is to be had', async () => {
    const { apiUrl } = slack;
    const socket = createSocket({ appToken: 'xapp-1-wrong', apiUrl, onArrived: () => 0, onTrouble: () => 0 });
    await expect(socket.start()).rejects.toThrow(/SLACK_APP_TOKEN.*connections:write.*Basic Information/);
    await socket.stop();
  });

  it('says where Socket Mode is turned on', async () => {
    slack.faults.plant({
      trouble: { kind: 'error', error: 'socket_mode_not_enabled' },
      method: 'apps.connections.open',
    });
    expect(await wanting()).toEqual([expect.stringMatching(/Socket Mode is off.*enable it/)]);
  });
});

it('says that Slack could not be reached, whether it refuses or does not answer', async () => {
  const words = /could not be reached.*network.*SLACK_API_URL/;
  expect(await wanting({ apiUrl: 'http://127.0.0.1:9/api/' })).toEqual([
    expect.stringMatching(words),
    expect.stringMatching(words),
  ]);
  slack.faults.plant({ trouble: { kind: 'black-hole' }, method: 'auth.test', times: 2 });
  const opening = readWorkspace(createWebApi(slack.botToken, slack.apiUrl, 200));
  await expect(opening).rejects.toThrow(/could not be reached.*network.*SLACK_API_URL.*start Herald again/);
  expect(await wanting()).toEqual([expect.stringMatching(words)]);
});

it('is part of herald doctor, which ends with 1 when somebody has to do something', async () => {
  const { herald } = operatorsFolder();
  const settings = {
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
    DIGEST_CHANNEL: NEWS,
  };
  const well = await herald(['doctor'], settings);
  expect(well).toMatchObject({ code: 0, stderr: '' });
  expect(well.stdout).toMatch(/^Channel +#good-news, where the digest goes$/m);
  slack.tokens.revoke('bot');
  const revoked = await herald(['doctor'], settings);
  expect(revoked.code).toBe(1);
  expect(revoked.stderr).toMatch(/^Slack +Slack does not take SLACK_BOT_TOKEN: it was revoked/m);
  expect(revoked.stderr + revoked.stdout).not.toContain(slack.botToken);
});
