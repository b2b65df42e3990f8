// Herald with its doors open on a filled database, in a process of its own, with somebody giving kudos all the time. What
// it is asked comes as messages from its parent; see stalls.ts.

import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createWebAdapter } from '../../adapters/web/index.ts';
import { organization } from '../../adapters/web/sample.ts';
import { damageBeside } from '../../db/damage-beside.ts';
import { createLog } from '../../src/log.ts';
import { drawingOnFirstPulse } from '../../src/pictures/on-first-pulse.ts';
import { runHerald } from '../../src/running.ts';
import { clock, kudos, NOW, openCompany, schedule, WEEK } from './company.ts';

export type Asked =
  | { readonly do: 'begin' }
  | { readonly do: 'end' }
  | { readonly do: 'search'; readonly words: string }
  | { readonly do: 'plan' }
  | { readonly do: 'look-for-damage' }
  | { readonly do: 'stop' };

/** How the event loop and the kudos fared from `begin` to `end`, in milliseconds. */
export type Fared = { readonly longestStall: number; readonly kudos: readonly number[] };

const A_KUDOS_EVERY_MS = 20;

const [file = ''] = process.argv.slice(2);
const company = await openCompany(file);
const { core, ledger } = company;
const pictures = drawingOnFirstPulse();
const mail = {
  read: async () => ({ type: 'refusal', reason: 'nothing-readable', what: 'empty', limit: null }) as const,
};
const herald = await runHerald(
  {
    config: {
      host: '127.0.0.1',
      port: 0,
      databaseFile: file,
      logLevel: 'silent',
      schedule,
      publicUrl: null,
      digestChannel: null,
      slack: null,
      email: null,
      teams: null,
    },
    log: createLog('silent'),
    clock,
    ledger,
    core,
    mail,
    pictures,
    splitMbox: async () => [],
    organizationServed: async () => null,
    isRunning: () => true,
    close: () => ledger.close(),
  },
  async ({ app }) => ({
    chats: [
      {
        adapter: createWebAdapter({ app, clock, mail, pictures, linksTo: async () => new Map(), schedule }),
        resolver: null,
        directory: null,
      },
    ],
    intakes: [],
  }),
  { release: () => undefined },
);

const loop = monitorEventLoopDelay({ resolution: 5 });
loop.enable();
let given = 0;
let took: number[] = [];
const giving = setInterval(() => void giveKudos(), A_KUDOS_EVERY_MS);

async function giveKudos(): Promise<void> {
  given += 1;
  const before = performance.now();
  const reply = await core.handle(kudos(given));
  if (reply.type !== 'kudos-given') throw new Error(`Expected a told story, got ${JSON.stringify(reply)}`);
  took.push(performance.now() - before);
}

async function answer(asked: Asked): Promise<Fared | null> {
  switch (asked.do) {
    case 'begin':
      loop.reset();
      took = [];
      return null;
    case 'end':
      return { longestStall: loop.max / 1e6, kudos: took };
    case 'search': {
      const found = await ledger.search(organization.id, asked.words, 20);
      if (found.stories.length === 0) throw new Error(`Nothing found for "${asked.words}".`);
      return null;
    }
    case 'plan': {
      const plan = {
        type: 'plan-digest',
        key: 'bench:plan',
        organization: organization.id,
        at: NOW,
        week: WEEK,
      } as const;
      const reply = await core.handle(plan);
      if (reply.type !== 'digest-planned') throw new Error(`Expected a digest, got ${JSON.stringify(reply)}`);
      return null;
    }
    case 'look-for-damage':
      if ((await damageBeside(file)).length > 0) throw new Error('The database is damaged.');
      return null;
    case 'stop':
      clearInterval(giving);
      await herald.stop();
      process.disconnect?.();
      return null;
    default:
      return asked satisfies never;
  }
}

process.on('message', async (asked: Asked) => {
  const fared = await answer(asked);
  if (process.connected) process.send?.({ fared });
});
process.send?.({ fared: null });
