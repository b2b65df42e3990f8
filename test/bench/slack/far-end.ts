// Slack, as far as the bench needs it: people who send, in this process, and its Web API in another, so that what a bot
// posts does not delay those whose time is taken. What it is asked comes as messages from its parent.

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { atRate, form, inTurns, json } from './load.ts';
import type { AskedOfApi, Manner, Seen } from './web-api.ts';
import { openedHome, saidKudos, typedKudos } from './workspace.ts';

export type Asked =
  | { readonly do: 'behave'; readonly manner: Manner }
  /** `/kudos`, so many at a time. */
  | { readonly do: 'type'; readonly url: string; readonly from: number; readonly many: number; readonly atOnce: number }
  /** `/kudos` at a steady rate; every `limitedEach`th is for the colleague at whom Slack asks to wait, if there is one. */
  | {
      readonly do: 'type-steadily';
      readonly url: string;
      readonly from: number;
      readonly many: number;
      readonly perSecond: number;
      readonly to: { readonly user: string; readonly each: number } | null;
    }
  /** Direct messages, so many at a time, until all that they bring about has been posted. */
  | {
      readonly do: 'say';
      readonly url: string;
      readonly from: number;
      readonly many: number;
      readonly atOnce: number;
      readonly posts: number;
    }
  | { readonly do: 'open-home'; readonly url: string; readonly number: number; readonly user: string }
  /** How long after its answer each of the stories last typed steadily was posted, a moment later. */
  | { readonly do: 'posts-after' };

/** `ms` is how long all of it took; `each` how long every single one did. */
export type Took = { readonly ms: number; readonly each: readonly number[] };

const AFTERWARDS_MS = 500;
const POSTS = ['chat.postMessage', 'chat.postEphemeral'];
const webApi = fork(fileURLToPath(new URL('web-api.ts', import.meta.url)));
const [{ url: apiUrl }] = (await once(webApi, 'message')) as [{ readonly url: string }];
const numbers = (from: number, many: number) => Array.from({ length: many }, (_, index) => from + index);
/** When the answer to a story came, by its number. */
const answeredAt = new Map<number, number>();

/** One thing at a time. */
async function askApi(asked: AskedOfApi): Promise<readonly Seen[]> {
  const answer = once(webApi, 'message');
  webApi.send(asked);
  const [seen] = (await answer) as [readonly Seen[] | { readonly fault: string }];
  if ('fault' in seen) throw new Error(seen.fault);
  return seen;
}

async function act(asked: Asked): Promise<readonly number[]> {
  switch (asked.do) {
    case 'behave':
      await askApi(asked);
      return [];
    case 'type':
      return inTurns(asked.url, numbers(asked.from, asked.many).map(typed), asked.atOnce);
    case 'type-steadily': {
      const { url, to, from, many, perSecond } = asked;
      const limited = (number: number) => (to !== null && number % to.each === 0 ? to.user : undefined);
      const began = performance.timeOrigin + performance.now();
      const each = await atRate(
        url,
        numbers(from, many).map((number) => form(typedKudos(number, limited(number)))),
        perSecond,
      );
      answeredAt.clear();
      for (const [index, ms] of each.entries()) answeredAt.set(from + index, began + (index * 1000) / perSecond + ms);
      return each;
    }
    case 'say': {
      const { url, from, many, atOnce, posts } = asked;
      await askApi({ do: 'take' });
      const done = askApi({ do: 'await', many: many * posts, methods: POSTS });
      await inTurns(
        url,
        numbers(from, many).map((number) => json(saidKudos(number))),
        atOnce,
      );
      await done;
      return [];
    }
    case 'open-home': {
      await askApi({ do: 'take' });
      const done = askApi({ do: 'await', many: 1, methods: ['views.publish'] });
      await inTurns(asked.url, [json(openedHome(asked.number, asked.user))], 1);
      await done;
      return [];
    }
    case 'posts-after': {
      await pause(AFTERWARDS_MS);
      const seen = new Map((await askApi({ do: 'take' })).map(({ number, at }) => [number, at]));
      return [...answeredAt].flatMap(([number, at]) => {
        const posted = seen.get(number);
        return posted === undefined ? [] : [posted - at];
      });
    }
    default:
      return asked satisfies never;
  }
}

function typed(number: number) {
  return form(typedKudos(number));
}

process.on('message', async (asked: Asked) => {
  const before = performance.now();
  const each = await act(asked).catch((error: Error) => error);
  const ms = performance.now() - before;
  process.send?.(each instanceof Error ? { fault: each.message } : ({ ms, each } satisfies Took));
});
process.on('disconnect', () => process.exit(0));
process.send?.({ url: apiUrl });
