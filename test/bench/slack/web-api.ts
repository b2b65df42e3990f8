import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { constants, setPriority } from 'node:os';
import { BOT, numberIn, TEAM } from './workspace.ts';

// Slack's Web API, in a process of its own: what a bot posts shall not delay those whose time is taken.

/** How Slack behaves for a while. */
export type Manner = {
  /** How long it takes to answer. */
  readonly answersAfterMs: number;
  /** A channel in which it asks to wait. */
  readonly limited: string | null;
};

const LONGEST_MS = 60_000;

/** What it is asked by whoever started it, one after the other; each is answered. */
export type AskedOfApi =
  | { readonly do: 'behave'; readonly manner: Manner }
  /** Everything answered since this was last asked. */
  | { readonly do: 'take' }
  /** Answered once so many calls of these methods have come since `take` was last asked, or with a fault after a minute. */
  | { readonly do: 'await'; readonly many: number; readonly methods: readonly string[] };

/** `at` in ms since 1970, with fractions. */
export type Seen = { readonly method: string; readonly number: number | null; readonly at: number };

const ANSWERS: Readonly<Record<string, object>> = {
  'auth.test': {
    ok: true,
    url: 'https://bench.slack.com/',
    team: 'Bench',
    user: 'herald',
    team_id: TEAM,
    user_id: BOT.user,
    bot_id: BOT.id,
    is_enterprise_install: false,
  },
  'users.conversations': { ok: true, channels: [] },
  'users.list': { ok: true, members: [] },
};

/** As little of Slack's Web API as keeps a bot going, so that it costs the machine little and is never what is waited for. */
async function startWebApi() {
  let manner: Manner = { answersAfterMs: 0, limited: null };
  let seen: Seen[] = [];
  let posted = 0;
  let onSeen: () => void = () => undefined;

  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const method = (request.url ?? '').slice('/api/'.length);
      const body = Buffer.concat(parts).toString('latin1');
      const channel = /(?:^|&)channel=([A-Z0-9]+)/.exec(body)?.[1] ?? 'D0';
      const limited = manner.limited !== null && channel === manner.limited;
      posted += 1;
      if (!limited) seen.push({ method, number: numberIn(body), at: performance.timeOrigin + performance.now() });
      const answer = ANSWERS[method] ?? { ok: true, channel, ts: `${1_700_000_000 + posted}.000001` };
      setTimeout(() => {
        response.writeHead(limited ? 429 : 200, {
          'content-type': 'application/json; charset=utf-8',
          ...(limited ? { 'retry-after': '1' } : {}),
        });
        response.end(JSON.stringify(limited ? { ok: false, error: 'ratelimited' } : answer));
        onSeen();
      }, manner.answersAfterMs);
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    behave: (next: Manner) => {
      manner = next;
    },
    take(): readonly Seen[] {
      const taken = seen;
      seen = [];
      return taken;
    },
    async until(many: number, methods: readonly string[]): Promise<void> {
      const enough = () => seen.filter(({ method }) => methods.includes(method)).length >= many;
      if (enough()) return;
      await new Promise<void>((resolve, reject) => {
        const late = setTimeout(reject, LONGEST_MS, new Error('What was asked for was not posted within a minute.'));
        onSeen = () => {
          if (!enough()) return;
          clearTimeout(late);
          resolve();
        };
      });
    },
  };
}

setPriority(constants.priority.PRIORITY_LOW);
const api = await startWebApi();

async function act(asked: AskedOfApi): Promise<readonly Seen[]> {
  switch (asked.do) {
    case 'behave':
      api.behave(asked.manner);
      api.take();
      return [];
    case 'take':
      return api.take();
    case 'await':
      await api.until(asked.many, asked.methods);
      return [];
    default:
      return asked satisfies never;
  }
}

process.on('message', async (asked: AskedOfApi) => {
  const seen = await act(asked).catch((error: Error) => error);
  process.send?.(seen instanceof Error ? { fault: seen.message } : seen);
});
process.on('disconnect', () => process.exit(0));
process.send?.({ url: api.url });
