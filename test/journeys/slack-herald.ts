// Herald as it runs for a company in Slack: the real core on a real file, the real door, against the Slack double.

import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect } from 'vitest';
import type { Config } from '../../src/config.ts';
import { start } from '../../src/main.ts';
import { weekOf } from '../../src/recognition/week.ts';
import { openCore } from '../fakes/open-core.ts';
import { readyDatabase } from '../fakes/ready-database.ts';
import type { Exchange } from '../fakes/slack/people/exchange.ts';
import { type Slack, startSlack } from '../fakes/slack/slack.ts';

export const manifest = JSON.parse(readFileSync(new URL('../../manifest.json', import.meta.url), 'utf8'));

export const BOT = 'U0000BOT';
/** Where Herald is and the digest is posted, and where it is not. */
export const NEWS = 'C0NEWS';
export const ELSEWHERE = 'C0ELSE';

export type Way = 'http' | 'socket';

export type House = {
  readonly slack: Slack;
  readonly databaseFile: string;
  /** Where Slack sends to, over HTTP. */
  address(): string;
  /** Herald goes away and comes back on the same database. */
  restart(): Promise<void>;
  stopHerald(): Promise<void>;
  startHerald(): Promise<void>;
  close(): Promise<void>;
};

/** Longer than Slack's own, for what asks something else: a busy machine is no fault of Herald's. */
const LONG_PATIENCE_MS = 15_000;

/** A workspace with four colleagues, one of them an admin, and a channel that Herald is in. */
export async function openHouse(
  way: Way = 'http',
  pace = 1,
  more: Partial<Config> = {},
  patience = LONG_PATIENCE_MS,
): Promise<House> {
  const slack = await startSlack({ manifest, pace, patience });
  // An admin who grants all that Herald may use; tests of the other kind take it back.
  slack.tokens.grant(...manifest.oauth_config.scopes.bot);
  const { workspace } = slack;
  workspace.addUser({ id: 'UANA', name: 'ana', realName: 'Ana Duarte', email: 'ana@example.com' });
  workspace.addUser({ id: 'UBEN', name: 'ben', realName: 'Ben Okafor', email: 'ben@example.com' });
  workspace.addUser({ id: 'UCHLOE', name: 'chloe', realName: 'Chloé Martin', email: 'chloe@example.com' });
  workspace.addUser({ id: 'UDANA', name: 'dana', realName: 'Dana Weiss', email: 'dana@example.com', admin: true });
  const everyone = ['UANA', 'UBEN', 'UCHLOE', 'UDANA'];
  workspace.addChannel({ id: NEWS, name: 'good-news', members: [...everyone, BOT] });
  workspace.addChannel({ id: ELSEWHERE, name: 'elsewhere', members: everyone });

  const folder = mkdtempSync(join(tmpdir(), 'herald-slack-'));
  const databaseFile = join(folder, 'herald.db');
  await readyDatabase(databaseFile);
  let herald: Awaited<ReturnType<typeof start>> | null = null;

  async function startHerald(): Promise<void> {
    herald = await start(
      {
        port: 0,
        host: '127.0.0.1',
        databaseFile,
        logLevel: (process.env.HERALD_TEST_LOG as 'debug' | undefined) ?? 'silent',
        schedule: { minute: 0, hour: 9, weekday: 1, timeZone: 'Europe/Berlin' },
        publicUrl: null,
        digestChannel: NEWS,
        email: null,
        teams: null,
        slack: {
          botToken: slack.botToken,
          apiUrl: slack.apiUrl,
          way:
            way === 'http'
              ? { kind: 'http', signingSecret: slack.signingSecret }
              : { kind: 'socket', appToken: slack.appToken },
        },
        ...more,
      },
      { line: () => undefined },
      { slackPauses: { messageMs: 100, callMs: 3000, socketMs: 300 } },
    );
    if (way === 'http') slack.sendsTo(`${herald.address.replace(/\/$/, '')}/slack/events`);
  }

  async function stopHerald(): Promise<void> {
    await herald?.stop();
    herald = null;
  }

  await startHerald();
  return {
    slack,
    databaseFile,
    address: () => `${(herald?.address ?? '').replace(/\/$/, '')}/slack/events`,
    startHerald,
    stopHerald,
    async restart() {
      await stopHerald();
      await startHerald();
    },
    async close() {
      await stopHerald();
      await slack.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

type Said = Awaited<ReturnType<Exchange['message']>>;

/** The answer to something a person did: the last word, when Herald first says that it is on it. */
export async function said(act: () => Promise<Exchange>, patience = 15_000): Promise<Said> {
  const exchange = await act();
  if (exchange.trouble !== null) throw new Error(exchange.trouble);
  const until = Date.now() + patience;
  for (;;) {
    const answers = exchange.messages().filter((one) => one.privately && !one.text.startsWith('On it.'));
    const [first] = answers;
    if (first) return first;
    if (Date.now() > until) throw new Error('Nothing was answered in time.');
    await new Promise((later) => setTimeout(later, 10));
  }
}

/** What becomes so a moment later: deliveries go out behind the answer, a second apart in one channel. */
export const soon = <T>(look: () => T) => expect.poll(look, { timeout: 15_000 });

/** Until nothing is left to decide, to answer or to deliver. */
export async function settled({ databaseFile }: House): Promise<void> {
  const database = new DatabaseSync(databaseFile, { readOnly: true });
  const left = database.prepare(
    `SELECT (SELECT count(*) FROM outbox WHERE state IN ('waiting', 'claimed'))
       + (SELECT count(*) FROM received WHERE payload IS NOT NULL) AS n`,
  );
  await expect.poll(() => Number(left.get()?.n), { timeout: 15_000 }).toBe(0);
  database.close();
}

/** As an operator who has the digest posted now, beside the running Herald. */
export async function postDigest({ databaseFile }: House): Promise<void> {
  const { core, ledger, close } = await openCore(databaseFile);
  for (const { id: organization, schedule } of await ledger.read.organizations()) {
    const at = new Date().toISOString();
    const week = weekOf(at, schedule.timeZone);
    await core.handle({ type: 'plan-digest', key: `digest:${week}:${randomUUID()}`, organization, at, week });
  }
  await close();
}
