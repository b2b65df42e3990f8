// Herald in a small made-up workspace, and a page on which a person is anybody there.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { start } from '../../src/main.ts';
import { startSlack } from '../fakes/slack/slack.ts';
import { type Act, actOut, readAct } from './acts.ts';
import { seenBy } from './seen-by.ts';

const manifest = JSON.parse(readFileSync(new URL('../../manifest.json', import.meta.url), 'utf8'));
const page = new URL('page/', import.meta.url).pathname;

const people = [
  { id: 'UANA', name: 'ana', realName: 'Ana Duarte' },
  { id: 'UBEN', name: 'ben', realName: 'Ben Okafor' },
  { id: 'UCHLOE', name: 'chloe', realName: 'Chloé Martin' },
  { id: 'UDANA', name: 'dana', realName: 'Dana Weiss', admin: true },
];

/** Listens on loopback addresses only; `herald` and `page` are ports, 0 for any. */
export async function openTrial(ports: { readonly herald: number; readonly page: number }) {
  const slack = await furnishedSlack();
  const folder = mkdtempSync(join(tmpdir(), 'herald-slack-try-'));
  const databaseFile = join(folder, 'herald.db');
  const herald = await start(
    {
      port: ports.herald,
      host: '127.0.0.1',
      databaseFile,
      logLevel: 'warn',
      schedule: { minute: 0, hour: 9, weekday: 1, timeZone: 'Europe/Berlin' },
      publicUrl: null,
      digestChannel: 'C0NEWS',
      email: null,
      teams: null,
      slack: {
        botToken: slack.botToken,
        apiUrl: slack.apiUrl,
        way: { kind: 'http', signingSecret: slack.signingSecret },
      },
    },
    { line: () => undefined },
  );
  slack.sendsTo(`${herald.address.replace(/\/$/, '')}/slack/events`);

  const app = express();
  app.use(express.static(page));
  app.get('/seen', (request, response) => {
    response.json(seenBy(slack, String(request.query.user), String(request.query.place)));
  });
  app.post('/act', express.json({ limit: '1mb' }), async (request, response) => {
    const act: Act = readAct(request.body);
    response.json(await actOut(act, slack, databaseFile));
  });
  const server = app.listen(ports.page, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const address = server.address();
  return {
    slack,
    heraldAddress: herald.address,
    address: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ports.page}/`,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await herald.stop();
      await slack.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function furnishedSlack() {
  const slack = await startSlack({ manifest });
  slack.tokens.grant(...manifest.oauth_config.scopes.bot_optional);
  for (const person of people) slack.workspace.addUser(person);
  const members = people.map(({ id }) => id);
  slack.workspace.addChannel({ id: 'C0NEWS', name: 'good-news', members: [...members, 'U0000BOT'] });
  slack.workspace.addChannel({ id: 'C0SHOP', name: 'shop-floor', members });
  slack.workspace.addUsergroup({ id: 'SWARE', handle: 'warehouse', users: ['UBEN', 'UCHLOE'] });
  return slack;
}
